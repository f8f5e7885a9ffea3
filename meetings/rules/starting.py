"""R7: when a meeting starts. The day is the day as the user saw it; the instant is for the calendar and for "to log".

Source: docs/method.md. Where the clocks are put forward an hour is missing; where they are put back the first of two is
meant.
"""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final

from campaigns.rules.days import NEAR, short_day, weekday

FURTHEST: Final = timedelta(days=2 * 366)


class NoSuchTime(ValueError):
    """The clocks are put forward over it; `after` is the first time that exists then."""

    def __init__(self, after: time) -> None:
        super().__init__(f"The clocks go forward that night. The next time there is {after:%H:%M}.")
        self.after = after


def instant(day: date, at: time, zone: tzinfo) -> datetime:
    """The instant at which it is this time on this day, in this zone. NoSuchTime where the clocks skip it."""
    wanted = there = datetime.combine(day, at)
    while not _exists(there, zone):
        there += timedelta(minutes=1)
    if there != wanted:
        raise NoSuchTime(there.time())
    return wanted.replace(tzinfo=zone).astimezone(UTC)


def _exists(local: datetime, zone: tzinfo) -> bool:
    return local.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None) == local


def too_far(day: date, today: date) -> bool:
    """A slip of the keys rather than a plan."""
    return day - today > FURTHEST


def when_words(day: date, at: time | None, today: date) -> str:
    """For lists: `Today 10:30`, `Thu 26 Nov`, `Fri 20 Nov 08:15`."""
    words = NEAR.get((day - today).days) or f"{weekday(day)[:3]} {short_day(day, today)}"
    return f"{words} {at:%H:%M}" if at else words
