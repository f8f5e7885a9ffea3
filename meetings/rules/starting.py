"""R7: when a meeting starts. The day is the day as the user saw it; the instant is for the calendar and for "to log".

Source: docs/method.md. Where the clocks are put forward an hour is missing, and the next real time is taken; where they
are put back the first of two is meant.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final

from campaigns.rules.days import NEAR, short_day, weekday

FURTHEST: Final = timedelta(days=2 * 366)


@dataclass(frozen=True, kw_only=True)
class Start:
    """When it starts: the day and the time there, which exist, and their instant."""

    day: date
    time: time
    instant: datetime


def start_of(day: date, at: time, zone: tzinfo) -> Start:
    """This time on this day in this zone, or the next one that exists where the clocks skip it."""
    there = datetime.combine(day, at)
    while not _exists(there, zone):
        there += timedelta(minutes=1)
    return Start(day=there.date(), time=there.time(), instant=there.replace(tzinfo=zone).astimezone(UTC))


def skipped_words(wanted: time, taken: time) -> str:
    """Said where the hour that was wanted does not exist."""
    return f"The clocks go forward that night: there is no {wanted:%H:%M}. It is planned for {taken:%H:%M}."


def _exists(local: datetime, zone: tzinfo) -> bool:
    return local.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None) == local


def too_far(day: date, today: date) -> bool:
    """A slip of the keys rather than a plan."""
    return day - today > FURTHEST


def when_words(day: date, at: time | None, today: date) -> str:
    """For lists: `Today 10:30`, `Thu 26 Nov`, `Fri 20 Nov 08:15`."""
    words = NEAR.get((day - today).days) or f"{weekday(day)[:3]} {short_day(day, today)}"
    return f"{words} {at:%H:%M}" if at else words
