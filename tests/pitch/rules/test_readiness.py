from datetime import date, timedelta

import pytest

from pitch.rules.readiness import Card, Check, Pitch, Told, checks, count_sentences, counts_what_is_missing, lacking

POSITION = "Operations director in a food maker of 200 to 800 people, within an hour of Aldermoor."
LATE_LINE = Told(wrong="A line shipped late.", did="One board.", came_of_it="On time.", proves_a_skill=True)
BEGUN = Told(wrong="A line shipped late.", proves_a_skill=True)
CARD = "Business card of 60 seconds with an ask"
SKILLS = ("Late plants back on time", "Change with the workforce", "Cost without cuts")


def test_who_can_say_three_things_is_ready() -> None:
    pitch = Pitch(
        situation="my job ended in August",
        position=POSITION,
        skills=SKILLS,
        stories=(LATE_LINE, LATE_LINE, LATE_LINE),
        background="I have run plants. My site closed. I look for a plant. I am asking a few people.",
        card=Card(text="I run plants.", ask="Whom should I ask?"),
    )

    assert checks(pitch) == [
        Check(ok=True, words="How you say where you stand, in half a sentence"),
        Check(ok=True, words="Position in one sentence"),
        Check(ok=True, words="Three skills that support it"),
        Check(ok=True, words="Three stories that show them"),
        Check(ok=True, words="Background for one-to-one, in words of your own"),
        Check(ok=True, words="Business card of 60 seconds with an ask"),
    ]
    assert lacking(pitch) == []


def test_what_is_missing_is_named() -> None:
    assert [check.words for check in lacking(Pitch())] == [
        "How you say where you stand, in half a sentence",
        "Position in one sentence",
        "Three skills that support it",
        "Two or three stories that show them",
        "Background for one-to-one, in words of your own",
        "Business card of 60 seconds with an ask",
    ]


@pytest.mark.parametrize(
    ("pitch", "place", "ok", "words"),
    [
        (Pitch(position="   "), 1, False, "Position in one sentence"),
        (Pitch(position="Director. In food."), 1, False, "Position in one sentence: it takes two"),
        (Pitch(skills=SKILLS[:2]), 2, False, "Three skills that support it: two so far"),
        (Pitch(skills=("", " ", "Cost")), 2, False, "Three skills that support it: one so far"),
        (Pitch(stories=(LATE_LINE, LATE_LINE)), 3, True, "Two stories that show them"),
        (Pitch(stories=(LATE_LINE, BEGUN)), 3, False, "Two or three stories that show them: one so far"),
        (Pitch(stories=(BEGUN, BEGUN)), 3, False, "Two or three stories that show them: two begun"),
        (Pitch(stories=(LATE_LINE,) * 4), 3, True, "Four stories that show them"),
        (Pitch(background="One. " * 6), 4, False, "Background for one-to-one in four sentences: it takes six"),
        (Pitch(card=Card(text="I run plants.", ask=" ")), 5, False, f"{CARD}: the ask is missing"),
        (Pitch(card=Card(text="plant " * 170, ask="Whom?")), 5, False, f"{CARD}: it takes 69"),
        (Pitch(card=Card(text="plant " * 170, ask="Whom?", seconds=60)), 5, True, CARD),
        (Pitch(card=Card(text="Plants.", seconds=61)), 5, False, f"{CARD}: it takes 61 and the ask is missing"),
    ],
)
def test_each_part_is_looked_at_by_itself(pitch: Pitch, place: int, ok: bool, words: str) -> None:
    assert checks(pitch)[place] == Check(ok=ok, words=words)


def test_a_story_is_whole_with_its_three_parts_and_the_skill_it_proves() -> None:
    assert LATE_LINE.is_whole
    assert not BEGUN.is_whole
    assert not Told(wrong="Late.", did="One board.", came_of_it="On time.").is_whole
    assert not Told(wrong="Late.", did="One board.", came_of_it=" ", proves_a_skill=True).is_whole


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", 0),
        (POSITION, 1),
        ("Head of operations", 1),
        ("Head of ops, e.g. in a bakery", 1),
        ("A plant of approx. 200 people", 1),
        ("Head of operations near St. Ives, in a Co. Cork plant", 1),
        ("Head of operations. Also open to planning! Or both?", 3),
        ("He said “no.” Then “yes.”", 2),
        ("Direktor. Östlich von hier.", 2),
    ],
)
def test_sentences_are_counted_as_a_reader_would(text: str, sentences: int) -> None:
    assert count_sentences(text) == sentences


def test_nothing_counts_what_is_missing_before_the_third_day() -> None:
    start = date(2026, 11, 23)
    days = [counts_what_is_missing(start, start + timedelta(days=day)) for day in range(4)]

    assert days == [False, False, True, True]
