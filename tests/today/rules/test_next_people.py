"""R10: whom to ask next and why: weights, ties, warm up, dormant ties, two short lists."""

from datetime import date, timedelta
from typing import Any

import pytest

from contacts.rules.knowing import KnownAs
from contacts.rules.places import OwnPlace
from today.rules.candidate import Candidate
from today.rules.next_people import best, not_now_until, proposals, reasons, why_ask

MONDAY = date(2026, 11, 23)
TILLERMAN = OwnPlace(name="Tillerman", until=2019)
LONG_BEFORE = MONDAY - timedelta(days=60)


def person(contact_id: int = 1, **fields: Any) -> Candidate:
    return Candidate(contact_id=contact_id, name=f"Ann {contact_id}", called="Ann", **fields)


def new(*people: Candidate, cups: int = 10) -> list[int]:
    return [one.contact_id for one in proposals(people, MONDAY, cups=cups)[0]]


def again(*people: Candidate, cups: int = 10) -> list[int]:
    return [one.contact_id for one in proposals(people, MONDAY, cups=cups)[1]]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"introduced_by": "Thandi"}, "Thandi introduced you"),
        ({"named_by": "Desmond"}, "You may use Desmond’s name"),
        ({"agreed_at": "the trade fair"}, "Agreed to meet again at the trade fair"),
        ({"is_known": True}, "Known from before"),
        ({"is_known": True, "known_as": KnownAs.LONG_AGO}, "You have not spoken for long"),
        ({"is_known": True, "known_as": KnownAs.LONG_AGO, "worked_at": TILLERMAN}, "You worked together until 2019"),
        ({"worked_at": TILLERMAN}, "You worked together until 2019"),
        ({"worked_at": TILLERMAN, "last_spoke_on": MONDAY}, "You both worked at Tillerman"),
        ({"worked_at": TILLERMAN, "connected_on": date(2023, 1, 1)}, "You both worked at Tillerman"),
        ({"worked_at": OwnPlace(name="Tillerman")}, "You both worked at Tillerman"),
        ({"studied_at": OwnPlace(name="Aldermoor")}, "You both studied at Aldermoor"),
        ({"at_target": "Greenlow"}, "Greenlow is a target company"),
        ({"shares": "Cold rooms"}, "You share: Cold rooms"),
        ({"position_like_mine": True}, "A position like yours"),
    ],
)
def test_each_reason_has_its_words(fields: dict[str, Any], words: str) -> None:
    assert reasons(person(**fields), cups=10) == (words,)


def test_nobody_is_proposed_without_a_reason() -> None:
    assert new(person(1), person(2, in_network=False)) == []


@pytest.mark.parametrize(
    ("heavier", "lighter"),
    [
        ({"introduced_by": "Thandi"}, {"is_known": True, "at_target": "Greenlow", "shares": "Cold rooms"}),
        ({"agreed_at": "the fair"}, {"is_known": True}),
        ({"is_known": True}, {"at_target": "Greenlow"}),
        ({"at_target": "Greenlow"}, {"shares": "Cold rooms"}),
        ({"shares": "Cold rooms"}, {"position_like_mine": True}),
        ({"worked_at": OwnPlace(name="Tillerman")}, {"position_like_mine": True}),
        ({"at_target": "Greenlow", "shares": "Cold rooms"}, {"is_known": True}),
    ],
)
def test_the_heavier_reasons_come_first(heavier: dict[str, Any], lighter: dict[str, Any]) -> None:
    assert new(person(1, **lighter), person(2, **heavier)) == [2, 1]


def test_until_five_cups_people_who_like_you_come_first() -> None:
    known, target = person(1, is_known=True), person(2, at_target="Greenlow", shares="Cold rooms")

    assert new(known, target, cups=4) == [1, 2]
    assert new(known, target, cups=5) == [2, 1]


def test_ties_go_to_the_same_place_then_to_who_was_spoken_to_or_connected_last() -> None:
    place = person(1, worked_at=OwnPlace(name="Tillerman"))
    shared = person(2, shares="Cold rooms", last_spoke_on=MONDAY)
    connected = person(3, shares="Cold rooms", connected_on=date(2026, 1, 1))
    long_ago = person(4, shares="Cold rooms", connected_on=date(2010, 1, 1))

    assert new(long_ago, connected, shared, place) == [1, 2, 3]
    assert new(long_ago, connected) == [3, 4], "never by the alphabet"


def test_the_network_comes_before_the_address_book_which_fills_up_and_is_marked() -> None:
    book = person(1, in_network=False, is_known=True)
    found = proposals([book, person(2, position_like_mine=True)], MONDAY, cups=0)[0]

    assert [one.contact_id for one in found] == [2, 1]
    assert [one.short for one in found] == ["A position like yours", "In your address book. Known from before"]


def test_at_most_three_and_one_dormant_tie_in_both_lists() -> None:
    dormant = [person(n, is_known=True, known_as=KnownAs.LONG_AGO) for n in (1, 2, 3)]
    others = [person(n, shares="Cold rooms") for n in (4, 5, 6)]

    assert new(*dormant, *others) == [1, 4, 5]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"times_met": 2}, "Met twice: ask for a name"),
        ({"times_met": 4}, "Met often: ask for a name"),
        ({"times_met": 1, "told_of_use": True}, "You used what Ann gave, and they know: ask for a name"),
        ({"times_met": 1, "revised": "pitch"}, "You revised your pitch on Ann’s advice: show it"),
        (
            {"times_met": 1, "is_known": True, "known_as": KnownAs.WE_TALK},
            "You know each other from before, and talk: ask for a name",
        ),
    ],
)
def test_who_is_ready_is_asked_again(fields: dict[str, Any], words: str) -> None:
    one = person(first_met_on=LONG_BEFORE, **fields)

    assert again(one) == [1]
    assert why_ask(one, MONDAY, cups=10) == (words,)
    assert new(one) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"times_met": 1},
        {"times_met": 2, "first_met_on": MONDAY - timedelta(days=20)},
        {"times_met": 1, "is_known": True, "known_as": KnownAs.LONG_AGO},
        {"times_met": 2, "in_network": False},
    ],
)
def test_who_is_not_ready_is_on_no_list(fields: dict[str, Any]) -> None:
    assert again(person(**{"first_met_on": LONG_BEFORE, **fields})) == []


@pytest.mark.parametrize(("cups", "first"), [(39, 1), (40, 2)])
def test_from_forty_cups_second_talks_come_first(cups: int, first: int) -> None:
    found = proposals([person(1, shares="It"), person(2, times_met=2, first_met_on=LONG_BEFORE)], MONDAY, cups=cups)

    one = best(*found, cups=cups)
    assert one is not None
    assert one.contact_id == first


def test_where_nobody_is_left_there_is_no_best() -> None:
    assert best([], [], cups=0) is None


def test_not_now_is_four_weeks() -> None:
    assert not_now_until(MONDAY) == date(2026, 12, 21)
