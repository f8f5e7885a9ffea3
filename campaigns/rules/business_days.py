"""R7: business days are Monday to Friday, everywhere. Source: docs/method.md."""

from datetime import date, timedelta
from typing import Final

SATURDAY: Final = 5
A_WEEK: Final = 5


def is_business_day(day: date) -> bool:
    """Monday to Friday."""
    return day.weekday() < SATURDAY


def add_business_days(day: date, number: int) -> date:
    """The business day that comes `number` (0 or more) business days after this day; 0 leaves the day as it is.

    From a Saturday or Sunday the counting starts as from the Friday before.
    """
    if number == 0:
        return day
    friday_or_earlier = day - timedelta(days=max(0, day.weekday() - SATURDAY + 1))
    weeks, rest = divmod(friday_or_earlier.weekday() + number, A_WEEK)
    monday = friday_or_earlier - timedelta(days=friday_or_earlier.weekday())
    return monday + timedelta(weeks=weeks, days=rest)


def next_business_day(day: date) -> date:
    """The first business day after this day."""
    return add_business_days(day, 1)
