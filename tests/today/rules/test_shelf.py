from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts.rules.phases import Phase
from today.rules.shelf import BookedCup, FilledCup, Place, PlaceKind, Shelf, refill_dots, shelf

TODAY = date(2026, 11, 23)


def filled(number: int) -> list[FilledCup]:
    return [
        FilledCup(
            contact_id=contact_id, name=f"Person {contact_id}", phase=Phase.OBTAIN, first_met=TODAY - timedelta(days=60)
        )
        for contact_id in range(1, number + 1)
    ]


def booked(number: int) -> list[BookedCup]:
    return [
        BookedCup(contact_id=100 + place, name=f"Guest {place}", phase=Phase.INITIATE, day=TODAY)
        for place in range(number)
    ]


def kinds(found: Shelf) -> dict[PlaceKind, int]:
    return {kind: sum(place.kind is kind for place in found.places) for kind in PlaceKind}


def on_a_phone(found: Shelf) -> list[int]:
    return [place.number for place in found.places if not place.rest]


def test_the_shelf_of_the_prototype() -> None:
    found = shelf(filled(21), booked(3), 50, TODAY)

    assert kinds(found) == {PlaceKind.HELD: 21, PlaceKind.BOOKED: 3, PlaceKind.OPEN: 26}
    assert on_a_phone(found) == list(range(16, 26))
    assert [place.milestone for place in found.places if place.milestone] == [5, 10, 25, 50]
    assert found.more == 0


@pytest.mark.parametrize(
    ("cups", "bookings", "numbers"),
    [
        (0, 0, range(1, 11)),
        (2, 1, range(1, 11)),
        (9, 0, range(1, 11)),
        (10, 0, range(2, 12)),
        (21, 0, range(13, 23)),
        (49, 1, range(41, 51)),
        (50, 0, range(41, 51)),
        (50, 1, range(43, 53)),
    ],
)
def test_ten_stay_on_a_phone(cups: int, bookings: int, numbers: range) -> None:
    assert on_a_phone(shelf(filled(cups), booked(bookings), 50, TODAY)) == list(numbers)


@pytest.mark.parametrize(
    ("cups", "bookings", "places", "more"),
    [(50, 0, 50, 0), (50, 1, 75, 0), (51, 0, 75, 0), (75, 0, 75, 0), (75, 3, 75, 0), (80, 2, 75, 5)],
)
def test_after_the_goal_comes_one_more_row_and_then_a_number(cups: int, bookings: int, places: int, more: int) -> None:
    found = shelf(filled(cups), booked(bookings), 50, TODAY)

    assert len(found.places) == places
    assert found.more == more


def test_a_filled_cup_says_who_it_is() -> None:
    cup = FilledCup(contact_id=7, name="Graham Estevane", phase=Phase.USE, first_met=date(2026, 9, 24), refills=2)

    assert shelf([cup], [], 50, TODAY).places[0] == Place(
        number=1,
        kind=PlaceKind.HELD,
        contact_id=7,
        phase=Phase.USE,
        tip="Graham Estevane, Use, 2 refills",
        label="Cup 1: Graham Estevane, Use, 2 refills, first met 24 Sep",
        dots=(18.5, 23.5),
    )


@pytest.mark.parametrize(
    ("day", "at", "is_over", "tip"),
    [
        (date(2026, 11, 20), "", True, "Ilse Okonmar, 20 Nov, how did it go?"),
        (TODAY, "10:30", False, "Ilse Okonmar, today at 10:30"),
        (TODAY, "", False, "Ilse Okonmar, today"),
        (date(2026, 11, 24), "9:00", False, "Ilse Okonmar, tomorrow at 9:00"),
        (date(2026, 11, 26), "9:00", False, "Ilse Okonmar, 26 Nov"),
    ],
)
def test_a_booked_cup_says_when(day: date, at: str, is_over: bool, tip: str) -> None:
    cup = BookedCup(contact_id=7, name="Ilse Okonmar", phase=Phase.INITIATE, day=day, at=at, is_over=is_over)

    place = shelf([], [cup], 50, TODAY).places[0]

    assert (place.tip, place.label, place.kind) == (tip, f"Booked: {tip}", PlaceKind.BOOKED)


@pytest.mark.parametrize(
    ("refills", "dots"),
    [(0, ()), (1, (21.0,)), (2, (18.5, 23.5)), (3, (16.0, 21.0, 26.0)), (40, (11.0, 16.0, 21.0, 26.0, 31.0))],
)
def test_refills_are_dots_around_the_middle(refills: int, dots: tuple[float, ...]) -> None:
    assert refill_dots(refills) == dots


@given(st.integers(0, 120), st.integers(0, 15), st.integers(1, 100))
def test_the_places_are_numbered_through(cups: int, bookings: int, goal: int) -> None:
    found = shelf(filled(cups), booked(bookings), goal, TODAY)

    assert [place.number for place in found.places] == list(range(1, len(found.places) + 1))
    assert len(found.places) in {goal, goal + 25}
    assert kinds(found)[PlaceKind.HELD] + found.more == cups
    assert len(on_a_phone(found)) == min(10, len(found.places))
