"""R10, R21: whom to turn to at a company. Somebody there before anybody between: of the network first those with whom
there is something to do, then who may be asked; then of the address book; then who could introduce, of whom one asks
whose view they trust (R3). Where nobody is known, the next person who is met is asked that.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from relationships.rules.steps import NextStep, Timing
from today.rules.introducers import whose_view

IN_ORDER: Final = tuple(Timing)


class Turn(StrEnum):
    """Where it is done."""

    PERSON = "person"
    INVITE = "invite"
    CHOOSE = "choose"


@dataclass(frozen=True, kw_only=True)
class Reached:
    """Somebody who works there, or who could introduce."""

    pk: int
    name: str
    short_name: str
    step: NextStep | None = None
    """None in the address book."""

    tie: str = ""
    """Why they could introduce."""


@dataclass(frozen=True, kw_only=True)
class NextThere:
    """What to do, with whom, and why."""

    turn: Turn
    words: str
    why: str
    whom: Reached | None = None


def next_there(
    company: str, known: Sequence[Reached], book: Sequence[Reached], introducers: Sequence[Reached]
) -> NextThere:
    """`known` are of the network and work there, `book` of the address book and may be asked; best first."""
    if known:
        return _known(min(known, key=_timing))
    if book:
        return _of_the_book(book[0])
    if introducers:
        return _between(min(introducers, key=lambda one: not _may_be_asked(one)), company)
    return NextThere(
        turn=Turn.CHOOSE,
        words=f"Ask whom you meet next: {whose_view(company)}",
        why="Your notes do not say who could introduce you.",
    )


def _known(one: Reached) -> NextThere:
    words = one.step.words if one.step else ""
    return NextThere(turn=Turn.PERSON, words=words, why=f"{one.name} works there.", whom=one)


def _of_the_book(one: Reached) -> NextThere:
    return NextThere(
        turn=Turn.INVITE,
        words=f"Ask {one.short_name} for 20 minutes",
        why=f"{one.name} works there, and is in your address book.",
        whom=one,
    )


def _between(one: Reached, company: str) -> NextThere:
    """What is open with them comes before the question."""
    may_be_asked = _may_be_asked(one)
    first = f" First: {one.step.words}." if one.step and not may_be_asked else ""
    return NextThere(
        turn=Turn.INVITE if may_be_asked else Turn.PERSON,
        words=f"Ask {one.short_name}: {whose_view(company)}",
        why=f"{one.name}: {one.tie}.{first}",
        whom=one,
    )


def _timing(one: Reached) -> int:
    return IN_ORDER.index(one.step.timing) if one.step else len(IN_ORDER)


def _may_be_asked(one: Reached) -> bool:
    return one.step is not None and one.step.kind.is_asking
