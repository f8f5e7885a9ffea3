from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from today.rules.next_people import Candidate, Proposal, again, new_people, not_now_until

TODAY = date(2026, 11, 23)
JOINED = date(2026, 10, 1)
NUMBERS = st.lists(st.integers(1, 99), unique=True, max_size=12)

TOVE = Candidate(
    contact_id=1, name="Tove Marrick", called="Tove", joined_on=JOINED, agreed_at="the trade fair", shares="Cold rooms"
)
YUSRA = Candidate(
    contact_id=2, name="Yusra Penhale", called="Yusra", joined_on=JOINED, times_met=2, last_met=date(2026, 11, 2)
)


def person(contact_id: int, **facts: Any) -> Candidate:
    return Candidate(**{"contact_id": contact_id, "name": f"Person {contact_id:03}", "joined_on": JOINED, **facts})


def ids(proposals: list[Proposal]) -> list[int]:
    return [proposal.contact_id for proposal in proposals]


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"introduced_by": "Thandi"}, "Thandi introduced you"),
        ({"agreed_at": "the trade fair"}, "Agreed to meet at the trade fair"),
        ({"known_from_before": True}, "Known from before"),
        ({"at_target_company": True}, "At a target company"),
        ({"shares": "Cold rooms"}, "You share: Cold rooms"),
        ({"worked_at": "Tillerman"}, "You both worked at Tillerman"),
        ({"studied_at": "Aldermoor"}, "You both studied at Aldermoor"),
        ({"position_like_mine": True}, "A position like yours"),
        ({}, "In your network since 1 October"),
    ],
)
def test_every_row_has_its_reason_in_words(facts: dict[str, Any], reason: str) -> None:
    [proposal] = new_people([person(1, **facts)], TODAY, cups=10)

    assert proposal.reasons == (reason,)
    assert proposal.short == reason


def test_the_heaviest_reason_is_said_first() -> None:
    [proposal] = new_people([TOVE], TODAY, cups=10)

    assert proposal == Proposal(
        contact_id=1, name="Tove Marrick", reasons=("Agreed to meet at the trade fair", "You share: Cold rooms")
    )


@pytest.mark.parametrize(
    ("heavier", "lighter"),
    [
        ({"introduced_by": "Thandi"}, {"agreed_at": "the fair", "known_from_before": True, "at_target_company": True}),
        ({"agreed_at": "the fair"}, {"known_from_before": True}),
        ({"known_from_before": True}, {"at_target_company": True}),
        ({"at_target_company": True}, {"shares": "Cold rooms"}),
        ({"shares": "Cold rooms", "worked_at": "Tillerman"}, {"at_target_company": True}),
        ({"worked_at": "Tillerman"}, {"position_like_mine": True}),
        ({"position_like_mine": True}, {}),
        ({"joined_on": date(2026, 9, 1)}, {"joined_on": date(2026, 9, 2)}),
        ({"name": "Ann"}, {"name": "Bea"}),
    ],
)
def test_weights_make_the_order(heavier: dict[str, Any], lighter: dict[str, Any]) -> None:
    assert ids(new_people([person(1, **lighter), person(2, **heavier)], TODAY, cups=5)) == [2, 1]


def test_until_five_cups_people_who_like_you_come_first() -> None:
    people = [person(1, agreed_at="the fair"), person(2, known_from_before=True)]

    assert ids(new_people(people, TODAY, cups=4)) == [2, 1]
    assert ids(new_people(people, TODAY, cups=5)) == [1, 2]


def test_the_address_book_fills_up_and_says_so() -> None:
    people = [
        person(1, joined_on=None, known_from_before=True),
        person(2, joined_on=None, at_target_company=True),
        person(3, joined_on=None),
        person(4),
    ]

    proposals = new_people(people, TODAY, cups=10)

    assert ids(proposals) == [4, 1, 2]
    assert [proposal.from_address_book for proposal in proposals] == [False, True, True]
    assert proposals[2].short == "Address book. At a target company"


EXCLUDED: list[dict[str, Any]] = [
    {"waits_for_answer": True},
    {"has_open_follow_up": True},
    {"has_planned_meeting": True},
    {"is_away": True},
    {"introduction_promised": True},
    {"not_now_until": TODAY + timedelta(days=1)},
    {"invited_on": date(2026, 11, 10)},
]


@pytest.mark.parametrize("facts", EXCLUDED)
def test_nobody_is_proposed_while_something_is_open_with_them(facts: dict[str, Any]) -> None:
    assert new_people([replace(TOVE, **facts)], TODAY, cups=10) == []
    assert again([replace(YUSRA, **facts)], TODAY, cups=10) == []


def test_an_introduction_that_was_made_is_no_longer_only_promised() -> None:
    assert ids(new_people([person(1, introduction_promised=True, introduced_by="Halden")], TODAY, cups=10)) == [1]


def test_not_now_keeps_away_for_four_weeks() -> None:
    until = not_now_until(TODAY - timedelta(weeks=4))

    assert until == TODAY
    assert ids(new_people([replace(TOVE, not_now_until=until)], TODAY, cups=10)) == [1]


def test_who_was_met_or_invited_before_is_not_new() -> None:
    assert new_people([replace(TOVE, invited_on=date(2026, 9, 1))], TODAY, cups=10) == []
    assert new_people([YUSRA], TODAY, cups=10) == []


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"times_met": 2}, "Met twice: ask for a name"),
        ({"times_met": 3}, "Met often: ask for a name"),
        ({"times_met": 1, "told_of_use": True}, "You used what Yusra gave, and they know: ask for a name"),
        ({"times_met": 1, "known_from_before": True}, "Known from before: ask for a name"),
        ({"times_met": 1, "revised": "resume"}, "You revised your resume on Yusra’s advice: show it"),
        ({"times_met": 2, "invited_on": date(2026, 11, 9)}, "Met twice: ask for a name"),
    ],
)
def test_again_are_those_who_are_ready(facts: dict[str, Any], reason: str) -> None:
    [proposal] = again([replace(YUSRA, **facts)], TODAY, cups=10)

    assert proposal.short == reason


@pytest.mark.parametrize(
    "facts",
    [{"times_met": 1}, {"last_met": date(2026, 11, 3)}, {"last_met": None}, {"joined_on": None}],
)
def test_who_is_not_ready_is_let_be(facts: dict[str, Any]) -> None:
    assert again([replace(YUSRA, **facts)], TODAY, cups=10) == []


@given(NUMBERS, st.integers(0, 60))
def test_both_lists_are_short_and_do_not_depend_on_the_order(numbers: list[int], cups: int) -> None:
    people = [
        person(
            number,
            joined_on=None if number % 3 == 0 else JOINED,
            known_from_before=number % 2 == 0,
            times_met=number % 4,
            last_met=JOINED if number % 4 else None,
        )
        for number in numbers
    ]

    for propose in (new_people, again):
        proposals = propose(people, TODAY, cups=cups)
        assert len(proposals) <= 3
        assert proposals == propose(people[::-1], TODAY, cups=cups)
        assert all(proposal.reasons for proposal in proposals)
    assert not set(ids(new_people(people, TODAY, cups=cups))) & set(ids(again(people, TODAY, cups=cups)))
