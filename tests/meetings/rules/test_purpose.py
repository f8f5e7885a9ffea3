from datetime import date

import pytest

from meetings.rules.purpose import (
    TO_YOU,
    EarlierPurpose,
    PurposeKind,
    first_choice,
    heading,
    kinds_left,
    shares_a_word,
    used_before,
)

EARLIER = [
    EarlierPurpose(kind=PurposeKind.PATH, day=date(2026, 10, 6), result="Freight people will ask why you left food."),
    EarlierPurpose(kind=PurposeKind.ACQUAINT, day=date(2026, 9, 1)),
    EarlierPurpose(kind=PurposeKind.PATH, day=date(2026, 9, 15)),
]


def test_there_are_six_kinds_of_purpose_in_two_voices() -> None:
    assert [kind.label for kind in PurposeKind] == [
        "Get to know each other",
        "Their view of my path",
        "Whether my skills support it",
        "Their view of the position",
        "Somebody I should talk to",
        "Show what I changed",
    ]
    assert set(TO_YOU) == set(PurposeKind)
    assert PurposeKind.CHANGED.to_you == "Show what you changed"


def test_the_latest_meeting_of_the_same_kind_is_shown() -> None:
    assert used_before(PurposeKind.PATH, EARLIER) == EARLIER[0]
    assert used_before(PurposeKind.SKILLS, EARLIER) is None


def test_the_kinds_not_yet_used_are_offered() -> None:
    assert kinds_left(EARLIER) == [
        PurposeKind.SKILLS,
        PurposeKind.POSITION,
        PurposeKind.SOMEBODY,
        PurposeKind.CHANGED,
    ]
    assert kinds_left([]) == list(PurposeKind)


@pytest.mark.parametrize(
    ("ask", "knows_about", "shares"),
    [
        ("Which depot loses winter contracts?", "Freight rates, winter contracts, depots", True),
        ("What does a company want?", "companies", True),
        ("Who hires?", "first hires", True),
        ("BÄKEREI", "bäkerei", True),
        ("Which box fits?", "boxes", True),
        ("How do buyers judge a plant?", "Freight rates, winter contracts", False),
        ("What do you know about the things they need?", "the things they know about", False),
        ("gas", "ga", False),
        ("", "freight", False),
        ("freight", "", False),
    ],
)
def test_an_ask_and_what_they_know_share_a_word_that_says_something(ask: str, knows_about: str, shares: bool) -> None:
    assert shares_a_word(ask, knows_about) is shares


@pytest.mark.parametrize(
    ("used", "proposed"),
    [
        ([], PurposeKind.ACQUAINT),
        ([PurposeKind.ACQUAINT], PurposeKind.PATH),
        ([PurposeKind.ACQUAINT, PurposeKind.PATH, PurposeKind.SKILLS, PurposeKind.POSITION], PurposeKind.CHANGED),
        (list(PurposeKind), PurposeKind.CHANGED),
    ],
)
def test_a_new_form_proposes_what_was_not_used_and_never_to_ask_for_a_name(
    used: list[PurposeKind], proposed: PurposeKind
) -> None:
    assert first_choice(EarlierPurpose(kind=kind, day=date(2026, 10, 6)) for kind in used) is proposed


def test_who_may_be_asked_for_a_name_is_asked_for_it_once() -> None:
    before = EarlierPurpose(kind=PurposeKind.SOMEBODY, day=date(2026, 10, 6))

    assert first_choice([], to_name=True) is PurposeKind.SOMEBODY
    assert first_choice([before], to_name=True) is PurposeKind.ACQUAINT


@pytest.mark.parametrize(
    ("kind", "own", "ask", "shown"),
    [
        (PurposeKind.PATH, "", "What would you do next?", ("What would you do next?", "Their view of your path")),
        (PurposeKind.CHANGED, "a new resume", "Is it clear?", ("Is it clear?", "Show what you changed: a new resume")),
        (PurposeKind.PATH, "Does food make sense?", "", ("Does food make sense?", "Their view of your path")),
        (PurposeKind.ACQUAINT, "", "", ("Get to know each other", "Purpose")),
        (None, "", "Is it clear?", ("Is it clear?", "")),
        (None, "", "", ("", "Purpose")),
    ],
)
def test_the_ask_stands_in_the_largest_type_or_else_why_they_meet(
    kind: PurposeKind | None, own: str, ask: str, shown: tuple[str, str]
) -> None:
    assert heading(kind, own, ask) == shown
