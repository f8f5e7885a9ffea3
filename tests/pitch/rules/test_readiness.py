import pytest

from pitch.rules.readiness import Check, Pitch, Told, checks, count_sentences, lacking

POSITION = "Operations director in a food maker of 200 to 800 people, within an hour of Aldermoor."
LATE_LINE = Told(wrong="A line shipped late.", did="One board.", came_of_it="On time.", proves_a_skill=True)
BEGUN = Told(wrong="A line shipped late.", proves_a_skill=True)
SKILLS = ("Late plants back on time", "Change with the workforce", "Cost without cuts")


def test_who_can_say_three_things_is_ready() -> None:
    pitch = Pitch(position=POSITION, skills=SKILLS, stories=(LATE_LINE, LATE_LINE, LATE_LINE))

    assert checks(pitch) == [
        Check(ok=True, words="Position in one sentence"),
        Check(ok=True, words="Three skills that support it"),
        Check(ok=True, words="Three stories that show them"),
    ]
    assert lacking(pitch) == []


def test_what_is_missing_is_named() -> None:
    assert [check.words for check in lacking(Pitch())] == [
        "Position in one sentence",
        "Three skills that support it",
        "Two or three stories that show them",
    ]


@pytest.mark.parametrize(
    ("pitch", "place", "ok", "words"),
    [
        (Pitch(position="   "), 0, False, "Position in one sentence"),
        (Pitch(position="Director. In food."), 0, False, "Position in one sentence: it takes two"),
        (Pitch(skills=SKILLS[:2]), 1, False, "Three skills that support it: two so far"),
        (Pitch(skills=("", " ", "Cost")), 1, False, "Three skills that support it: one so far"),
        (Pitch(stories=(LATE_LINE, LATE_LINE)), 2, True, "Two stories that show them"),
        (Pitch(stories=(LATE_LINE, BEGUN)), 2, False, "Two or three stories that show them: one so far"),
        (Pitch(stories=(BEGUN, BEGUN)), 2, False, "Two or three stories that show them: two begun"),
        (Pitch(stories=(LATE_LINE,) * 4), 2, True, "Four stories that show them"),
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
