"""R5: a cup is the first held meeting in this campaign with a distinct contact of the network; later ones are refills.

A refill is called second coffee, third coffee …; what was before the campaign is shown, and is neither.

Who is set aside keeps their cup. Source: docs/method.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from accounts.rules.words import capitalised, number_word

CUP_RULE: Final = "A cup is the first one-on-one with someone in this campaign."
BEFORE: Final = "Before this search"
MILESTONES: Final = (5, 10, 25, 50)
ORDINALS: Final = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")


@dataclass(frozen=True, kw_only=True)
class HeldMeeting:
    """A one-on-one that took place with a contact of the network."""

    contact_id: int
    day: date
    meeting_id: int


@dataclass(frozen=True, kw_only=True)
class Cup:
    """One person on the shelf: the meeting that filled the cup, and those that refilled it, in their order."""

    number: int
    contact_id: int
    day: date
    meeting_id: int
    refills: tuple[int, ...] = ()


def number_cups(held: Iterable[HeldMeeting]) -> list[Cup]:
    """The cups in the order in which they were filled; of two meetings on one day the one noted first is first."""
    by_contact: dict[int, list[HeldMeeting]] = {}
    for meeting in sorted(held, key=lambda meeting: (meeting.day, meeting.meeting_id)):
        by_contact.setdefault(meeting.contact_id, []).append(meeting)
    return [
        Cup(
            number=number,
            contact_id=contact_id,
            day=first.day,
            meeting_id=first.meeting_id,
            refills=tuple(meeting.meeting_id for meeting in later),
        )
        for number, (contact_id, (first, *later)) in enumerate(by_contact.items(), start=1)
    ]


def called(cups: Iterable[Cup]) -> dict[int, str]:
    """What each held meeting is called: `Cup 7`, `Second coffee`, `Third coffee`."""
    names = {}
    for cup in cups:
        names[cup.meeting_id] = f"Cup {cup.number}"
        names |= {meeting_id: refill(number) for number, meeting_id in enumerate(cup.refills)}
    return names


def cups_and_refills(cups: int, refills: int) -> str:
    """`1 cup, 2 refills`; `None yet`."""
    if not cups:
        return "None yet"
    words = "1 cup" if cups == 1 else f"{cups} cups"
    return f"{words}, {refills} refill{'' if refills == 1 else 's'}" if refills else words


def milestones(goal: int) -> list[int]:
    """5, 10, 25 and 50 as far as the goal goes, and the goal itself."""
    return sorted({mark for mark in MILESTONES if mark < goal} | {goal})


def next_milestone(count: int, goal: int) -> int | None:
    """The next milestone; None once the goal is reached."""
    return next((mark for mark in milestones(goal) if mark > count), None)


def more_words(count: int, goal: int) -> str:
    """Beside the next milestone: `four more`; empty once the goal is reached."""
    mark = next_milestone(count, goal)
    return f"{number_word(mark - count)} more" if mark else ""


def saved_words(number: int, goal: int) -> str:
    """After a first cup: `Cup 22. Three to the next milestone.`"""
    mark = next_milestone(number, goal)
    return (
        f"Cup {number}. {capitalised(number_word(mark - number))} to the next milestone." if mark else f"Cup {number}."
    )


def refill(index: int) -> str:
    """What a later meeting is called, counted from 0: `Second coffee`, after the tenth `Coffee 11`."""
    nth = index + 1
    return f"{ORDINALS[nth]} coffee" if nth < len(ORDINALS) else f"Coffee {nth + 1}"
