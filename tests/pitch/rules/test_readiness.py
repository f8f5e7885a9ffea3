from datetime import date, timedelta

import pytest

from pitch.rules.readiness import Card, Pitch, Told, checks, count_sentences, counts_what_is_missing, lacking

POSITION = "Operations director in a food maker of 200 to 800 people, within an hour of Aldermoor."
LATE_LINE = Told(wrong="A line shipped late.", did="One board.", came_of_it="On time.", proves_a_skill=True)
BEGUN = Told(wrong="A line shipped late.", proves_a_skill=True)
NO_SKILL = Told(wrong="A line shipped late.", did="One board.", came_of_it="On time.")
CARD, TAKES = "Business card of 60 seconds with an ask", "Your card takes"
STORIES = "Two or three stories that show them"
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

    assert [check.words for check in checks(pitch)] == [
        "How you say where you stand, in half a sentence",
        "Position in one sentence",
        "Three skills that support it",
        "Three stories that show them",
        "Background for one-to-one, in words of your own",
        "Business card of 60 seconds with an ask",
    ]
    assert lacking(pitch) == []


def test_what_is_missing_is_named() -> None:
    assert {check.state for check in lacking(Pitch())} == {"Missing"}
    assert [check.words for check in lacking(Pitch())] == [
        "How you say where you stand, in half a sentence",
        "Position in one sentence",
        "Three skills that support it",
        "Two or three stories that show them",
        "Background for one-to-one, in words of your own",
        "Business card of 60 seconds with an ask",
    ]


@pytest.mark.parametrize(
    ("pitch", "place", "state", "words"),
    [
        (Pitch(position="   "), 1, "Missing", "Position in one sentence"),
        (Pitch(position="Director. In food."), 1, "Not yet", "Your position takes two sentences; one is wanted"),
        (Pitch(skills=SKILLS[:2]), 2, "Not yet", "Three skills that support it: two so far"),
        (Pitch(skills=("", " ", "Cost")), 2, "Not yet", "Three skills that support it: one so far"),
        (Pitch(stories=(LATE_LINE, LATE_LINE)), 3, "Met", "Two stories that show them"),
        (Pitch(stories=(LATE_LINE, BEGUN)), 3, "Not yet", f"{STORIES}: one so far, one begun"),
        (Pitch(stories=(BEGUN, BEGUN)), 3, "Not yet", f"{STORIES}: two begun"),
        (Pitch(stories=(NO_SKILL,)), 3, "Not yet", f"{STORIES}: for one choose the skill it proves"),
        (
            Pitch(stories=(LATE_LINE, NO_SKILL, BEGUN)),
            3,
            "Not yet",
            f"{STORIES}: one so far, for one choose the skill it proves, one begun",
        ),
        (Pitch(stories=(LATE_LINE,) * 4), 3, "Met", "Four stories that show them"),
        (Pitch(background="One. " * 6), 4, "Not yet", "Your background takes six sentences; four are wanted"),
        (Pitch(card=Card(text="I run plants.", ask=" ")), 5, "Not yet", "Your card has no ask yet"),
        (Pitch(card=Card(text="plant " * 184, ask="Whom?")), 5, "Not yet", f"{TAKES} 74 seconds; 60 are wanted"),
        (Pitch(card=Card(text="plant " * 170, ask="Whom?", seconds=60)), 5, "Met", CARD),
        (
            Pitch(card=Card(text="Plants.", seconds=61)),
            5,
            "Not yet",
            f"{TAKES} 61 seconds; 60 are wanted. It has no ask yet",
        ),
    ],
)
def test_each_part_is_looked_at_by_itself(pitch: Pitch, place: int, state: str, words: str) -> None:
    check = checks(pitch)[place]

    assert (check.ok, check.state, check.words) == (state == "Met", state, words)


def test_a_story_is_whole_with_its_three_parts_and_the_skill_it_proves() -> None:
    unfinished = Told(wrong="Late.", did="One board.", came_of_it=" ", proves_a_skill=True)

    assert [story.is_whole for story in (LATE_LINE, BEGUN, NO_SKILL, unfinished)] == [True, False, False, False]


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
        ("我经营食品厂。我的工厂关了！”你认识谁？", 3),
        ("मैं काम करता हूँ। मुझे काम चाहिए।", 2),
    ],
)
def test_sentences_are_counted_as_a_reader_would(text: str, sentences: int) -> None:
    assert count_sentences(text) == sentences


def test_nothing_counts_what_is_missing_before_the_third_day() -> None:
    start = date(2026, 11, 23)
    days = [counts_what_is_missing(start, start + timedelta(days=day)) for day in range(4)]

    assert days == [False, False, True, True]
