"""R18: a message names two days, a reply two times; never a day off, never a weekend.

Both lie before the day by which an answer is waited for (R17), so nobody is reminded of days still to come.
Source: docs/method.md.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from campaigns.rules.business_days import NO_DAYS_OFF, DaysOff, add_business_days
from campaigns.rules.days import MONTHS, NEAR, weekday
from meetings.rules.asking import PATIENCE

NOT_BEFORE: Final = 2
"""Business days until the first: an answer takes its time."""

TIMES: Final = ("10:00", "16:00")


def two_days(today: date, off: DaysOff = NO_DAYS_OFF, taken: Sequence[date] = ()) -> tuple[date, date]:
    """Two business days as far apart as the wait allows, on which nothing is planned yet if there are two."""
    days = [add_business_days(today, number, off) for number in range(NOT_BEFORE, PATIENCE)]
    free = [day for day in days if day not in taken]
    offered = free if len(free) > 1 else days
    return offered[0], offered[-1]


def days_in_words(days: Sequence[date]) -> str:
    """`Tuesday 8 or Thursday 10 December`; `Monday 30 November or Wednesday 2 December`."""
    if len({day.month for day in days}) == 1:
        named = " or ".join(f"{weekday(day)} {day.day}" for day in days)
        return f"{named} {MONTHS[days[0].month - 1]}"
    return " or ".join(dated(day) for day in days)


def times_in_words(days: Sequence[date], times: Sequence[str]) -> str:
    """`Tuesday 8 December at 10:00, or Thursday 10 December at 16:00`."""
    return ", or ".join(f"{dated(day)} at {time}" for day, time in zip(days, times, strict=False))


def dated(day: date) -> str:
    """`Tuesday 8 December`."""
    return f"{weekday(day)} {day.day} {MONTHS[day.month - 1]}"


def on_spoken_day(day: date, today: date) -> str:
    """`today`, `yesterday`, `on 3 November`."""
    near = NEAR.get((day - today).days)
    return near.lower() if near else f"on {spoken_day(day, today)}"


def spoken_day(day: date, today: date) -> str:
    """For what is past: `3 November`, with the year where it is another."""
    return f"{day.day} {MONTHS[day.month - 1]}{f' {day.year}' if day.year != today.year else ''}"
