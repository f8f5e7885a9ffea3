"""R11: this week's invitations and conversations stand against the user's own weekly figures.

Conversations are cups and refills alike. Weeks begin on Monday. Weeks of a pause (holiday, illness) are left out of
every figure; days off (R17) are not. The figures are asked once, on the first evening. Source: docs/method.md.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from accounts.rules.words import Worded

A_WEEK: Final = timedelta(weeks=1)
MONDAY_TO_FRIDAY: Final = timedelta(days=4)
INVITATIONS_A_WEEK: Final = (2, 3, 5)
CONVERSATIONS_A_WEEK: Final = (1, 2)
"""What is offered when the figures are asked; any other number can be set on the campaign's page."""


class PauseKind(Worded):
    """Why the search rests."""

    PAUSE = "pause", "A holiday or an illness"
    OFF = "off", "Days off"


@dataclass(frozen=True, kw_only=True)
class Pause:
    """Days on which the search rests, both included; an open end rests until further notice."""

    start: date
    end: date | None = None


@dataclass(frozen=True, kw_only=True)
class Week:
    """What was done in one week, beside what the user set out to do."""

    starts_on: date
    invitations: int
    invitations_wanted: int
    conversations: int
    conversations_wanted: int
    paused: bool


def week_start(day: date) -> date:
    """The Monday of that week."""
    return day - timedelta(days=day.weekday())


def is_paused(monday: date, pauses: Iterable[Pause]) -> bool:
    """A week is left out when a pause takes at least one of its business days."""
    friday = monday + MONDAY_TO_FRIDAY
    return any(pause.start <= friday and (pause.end is None or pause.end >= monday) for pause in pauses)


def week_of(
    day: date,
    *,
    invited: Iterable[date],
    held: Iterable[date],
    invitations_wanted: int,
    conversations_wanted: int,
    pauses: Sequence[Pause] = (),
) -> Week:
    """The figures of the week of that day, from the days of all invitations and of all meetings held."""
    monday = week_start(day)
    following = monday + A_WEEK
    return Week(
        starts_on=monday,
        invitations=sum(monday <= sent < following for sent in invited),
        invitations_wanted=invitations_wanted,
        conversations=sum(monday <= day < following for day in held),
        conversations_wanted=conversations_wanted,
        paused=is_paused(monday, pauses),
    )
