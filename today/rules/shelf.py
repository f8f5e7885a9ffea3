"""The shelf of cups: each filled cup is a person, tinted by phase; then what is booked, then open places to the goal.

After the goal comes one more row, then a number. A small screen shows ten: the last filled, the booked, an open one.
Source: design.md, section 3; R5.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from accounts.rules.words import Worded
from campaigns.rules.days import day_in_sentence, short_day
from contacts.rules.phases import Phase
from meetings.rules.cups import milestones

ROW: Final = 25
ON_A_PHONE: Final = 10
DOTS: Final = 5
"""Refills that are drawn; the words beside the cup give the whole number."""

MIDDLE: Final = 21.0
BETWEEN_DOTS: Final = 5.0


class PlaceKind(Worded):
    """What stands on a place of the shelf."""

    HELD = "held", "Cup"
    BOOKED = "booked", "Booked"
    OPEN = "open", "Open"


@dataclass(frozen=True, kw_only=True)
class FilledCup:
    """A person who was met."""

    contact_id: int
    name: str
    phase: Phase
    first_met: date
    refills: int = 0


@dataclass(frozen=True, kw_only=True)
class BookedCup:
    """A person with whom a first one-on-one is planned; `at` is the hour in words, `is_over` if it is to be logged."""

    contact_id: int
    name: str
    phase: Phase
    day: date
    at: str = ""
    is_over: bool = False


@dataclass(frozen=True, kw_only=True)
class Place:
    """One place of the shelf, ready to be drawn."""

    number: int
    kind: PlaceKind
    contact_id: int | None = None
    phase: Phase | None = None
    tip: str = ""
    label: str = ""
    dots: tuple[float, ...] = ()
    milestone: int | None = None
    rest: bool = False
    """Not among the ten of a small screen."""


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """The places, and how many filled cups have none any more."""

    places: tuple[Place, ...]
    more: int = 0


def shelf(filled: Sequence[FilledCup], booked: Sequence[BookedCup], goal: int, today: date) -> Shelf:
    """The shelf from the cups in the order in which they were filled, and the bookings in the order of their days."""
    size = goal if len(filled) + len(booked) <= goal else goal + ROW
    standing = [
        *(_held(number, cup, today) for number, cup in enumerate(filled[:size], start=1)),
        *(_booked(number, cup, today) for number, cup in enumerate(booked, start=len(filled) + 1)),
        *(Place(number=number, kind=PlaceKind.OPEN) for number in range(len(filled) + len(booked) + 1, size + 1)),
    ][:size]
    last = min(size, max(ON_A_PHONE, len(filled) + len(booked) + 1))
    marks = set(milestones(goal))
    return Shelf(
        places=tuple(_placed(place, marks=marks, last=last) for place in standing), more=max(0, len(filled) - size)
    )


def refill_dots(refills: int) -> tuple[float, ...]:
    """Where on the cup's width the dots of its refills stand, around its middle."""
    number = min(refills, DOTS)
    left = MIDDLE - BETWEEN_DOTS * (number - 1) / 2
    return tuple(left + BETWEEN_DOTS * dot for dot in range(number))


def _placed(place: Place, *, marks: set[int], last: int) -> Place:
    milestone = place.number if place.number in marks else None
    return replace(place, milestone=milestone, rest=not last - ON_A_PHONE < place.number <= last)


def _held(number: int, cup: FilledCup, today: date) -> Place:
    refills = f", {cup.refills} refill{'' if cup.refills == 1 else 's'}" if cup.refills else ""
    tip = f"{cup.name}, {cup.phase.label}{refills}"
    return Place(
        number=number,
        kind=PlaceKind.HELD,
        contact_id=cup.contact_id,
        phase=cup.phase,
        tip=tip,
        label=f"Cup {number}: {tip}, first met {short_day(cup.first_met, today)}",
        dots=refill_dots(cup.refills),
    )


def _booked(number: int, cup: BookedCup, today: date) -> Place:
    if cup.is_over:
        when = f"{short_day(cup.day, today)}, how did it go?"
    elif abs((cup.day - today).days) <= 1:
        when = f"{day_in_sentence(cup.day, today)}{f' at {cup.at}' if cup.at else ''}"
    else:
        when = short_day(cup.day, today)
    tip = f"{cup.name}, {when}"
    return Place(
        number=number,
        kind=PlaceKind.BOOKED,
        contact_id=cup.contact_id,
        phase=cup.phase,
        tip=tip,
        label=f"Booked: {tip}",
    )
