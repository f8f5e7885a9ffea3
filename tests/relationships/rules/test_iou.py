from datetime import date

import pytest

from contacts.rules.joining import JoinedBecause
from contacts.rules.phases import Evidence, Missing
from relationships.rules.iou import IouStep, iou, moved_back

TODAY = date(2026, 11, 23)
FOUND, AGREED, GIVEN = date(2026, 9, 22), date(2026, 9, 24), date(2026, 10, 1)
EARLY = Evidence(one_on_one_agreed=AGREED)
READY = Evidence(common_ground=FOUND, one_on_one_agreed=AGREED)
FULL = Evidence(common_ground=FOUND, known_from_before=date(2009, 1, 1), one_on_one_agreed=AGREED, obtained=GIVEN)


def steps(evidence: Evidence) -> list[IouStep]:
    joined_on, because = date(2026, 9, 21), JoinedBecause.MEETING
    return iou(evidence, joined_on=joined_on, joined_because=because, shared=3, given=5, today=TODAY)


@pytest.mark.parametrize(
    ("evidence", "places"),
    [
        (EARLY, ["current", "ahead", "ahead"]),
        (READY, ["past", "current", "ahead"]),
        (FULL, ["past", "past", "current"]),
    ],
)
def test_a_step_is_past_current_or_ahead(evidence: Evidence, places: list[str]) -> None:
    assert [step.place for step in steps(evidence)] == places


def test_each_step_says_since_when_and_why() -> None:
    assert [step.since for step in steps(FULL)] == [
        "In your network since 21 September",
        "Since 24 September: you agreed to meet",
        "Since 1 October: they gave you something",
    ]
    assert [step.since for step in steps(EARLY)][1:] == ["Not yet", "Not yet"]


def test_what_is_there_and_what_is_missing_stand_side_by_side() -> None:
    initiate, obtain, use = steps(EARLY)

    assert [check.words for check in initiate.checks] == ["You planned a coffee"]
    assert [(check.words, check.missing) for check in obtain.checks] == [
        ("What do you share?", Missing.SHARED),
        ("One-on-one agreed", None),
    ]
    assert [check.missing for check in use.checks] == [Missing.OBTAINED]


def test_all_evidence_is_named_with_its_figures() -> None:
    _, obtain, use = steps(FULL)

    assert [(check.words, check.beside) for check in obtain.checks] == [
        ("Known from before", "2009"),
        ("What you share", "three lines"),
        ("One-on-one agreed", "24 Sep"),
    ]
    assert [(check.words, check.beside) for check in use.checks] == [("Something they gave you", "five things")]


@pytest.mark.parametrize(
    ("before", "after", "evidence", "words"),
    [
        ("use", "initiate", EARLY, "Wren is back in Initiate. Missing now: what do you share?"),
        ("obtain", "initiate", EARLY, "Wren is back in Initiate. Missing now: what do you share?"),
        ("obtain", "obtain", READY, ""),
        ("initiate", "obtain", READY, ""),
        ("", "", EARLY, ""),
    ],
)
def test_moving_back_says_so(before: str, after: str, evidence: Evidence, words: str) -> None:
    assert moved_back("Wren", before, after, evidence) == words
