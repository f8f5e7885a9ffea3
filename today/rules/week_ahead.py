"""R22: on Thursday to Monday the week ahead is planned in words: whom, how, which day, up to three lines.

Plans made in words work where reminders do not. Each line is the asking of its day; once missed it is offered for
another day, then it goes, and is never red. Source: docs/method.md.
"""

from datetime import date, timedelta
from typing import Final

from accounts.rules.words import Worded
from campaigns.rules.business_days import DaysOff, is_business_day
from campaigns.rules.progress import A_WEEK, week_start

LINES: Final = 3
ASKED_ON: Final = frozenset({3, 4, 5, 6, 0})
"""Thursday to Monday, as `date.weekday` counts."""

OFFERED_FOR: Final = timedelta(days=7)
"""So long a missed line is offered for another day."""


class How(Worded):
    """How they are asked: *I will …*."""

    RING = "ring", "ring"
    SPEAK = "speak", "speak to"
    WRITE = "write", "write to"
    TEXT = "text", "text"


def asks_ahead(today: date) -> bool:
    """Whether *Enough for today* asks for the week ahead."""
    return today.weekday() in ASKED_ON


def planned_week(today: date) -> date:
    """The Monday of the week that is planned now: from Thursday on it is the next one."""
    monday = week_start(today)
    return monday + A_WEEK if today.weekday() >= min(ASKED_ON - {0}) else monday


def days_to_plan(today: date, off: DaysOff) -> list[date]:
    """The business days of that week that are still to come: the rows of today stand already. Days off are not."""
    monday = planned_week(today)
    week = [monday + timedelta(days=number) for number in range(7)]
    return [day for day in week if day > today and is_business_day(day, off)]


def planned_words(how: How, called: str) -> str:
    """`You planned to ring Isolde today`: the first reason to ask them."""
    return f"You planned to {how.label} {called} today"
