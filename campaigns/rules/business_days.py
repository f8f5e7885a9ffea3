"""R7: business days are Monday to Friday, everywhere. Source: docs/method.md.

R17: days of a pause, and days marked as off, count for no silence, reminder, fading or asking. Whoever counts for one
of these gives the days off; promises and meetings are counted without.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

SATURDAY: Final = 5
A_WEEK: Final = 5


@dataclass(frozen=True)
class DaysOff:
    """The stretches of days on which the search rests: first and last day of each, both included."""

    stretches: tuple[tuple[date, date], ...] = ()

    def __contains__(self, day: date) -> bool:
        return any(first <= day <= last for first, last in self.stretches)

    def last_of(self, day: date) -> date:
        """The last day off of those that follow each other from this one, itself a day off."""
        last = day
        while last + timedelta(days=1) in self:
            last = max(end for first, end in self.stretches if first <= last + timedelta(days=1) <= end)
        return last

    def later(self, day: date, days: int) -> date:
        """The day that comes `days` calendar days later, days off not counted."""
        end = day + timedelta(days=days)
        for first, last in self._merged():
            if last > day and first <= end:
                end += last - max(first, day + timedelta(days=1)) + timedelta(days=1)
        return end

    def _merged(self) -> list[tuple[date, date]]:
        """In their order, overlapping ones as one."""
        merged: list[tuple[date, date]] = []
        for first, last in sorted(self.stretches):
            if merged and first <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(merged[-1][1], last))
            else:
                merged.append((first, last))
        return merged


NO_DAYS_OFF: Final = DaysOff()


def is_business_day(day: date, off: DaysOff = NO_DAYS_OFF) -> bool:
    """Monday to Friday, and not off."""
    return day.weekday() < SATURDAY and day not in off


def add_business_days(day: date, number: int, off: DaysOff = NO_DAYS_OFF) -> date:
    """The business day that comes `number` (0 or more) business days after this day; 0 leaves the day as it is.

    From a Saturday or Sunday the counting starts as from the Friday before.
    """
    if off.stretches:
        return _counted(day, number, off)
    if number == 0:
        return day
    friday_or_earlier = day - timedelta(days=max(0, day.weekday() - SATURDAY + 1))
    weeks, rest = divmod(friday_or_earlier.weekday() + number, A_WEEK)
    monday = friday_or_earlier - timedelta(days=friday_or_earlier.weekday())
    return monday + timedelta(weeks=weeks, days=rest)


def _counted(day: date, number: int, off: DaysOff) -> date:
    left = number
    while left:
        day += timedelta(days=1)
        if day in off:
            day = off.last_of(day)
        elif is_business_day(day):
            left -= 1
    return day


def next_business_day(day: date, off: DaysOff = NO_DAYS_OFF) -> date:
    """The first business day after this day."""
    return add_business_days(day, 1, off)


def days_off(stretches: Iterable[tuple[date, date]]) -> DaysOff:
    """The value for some first and last days, in any order."""
    return DaysOff(tuple(sorted(stretches)))
