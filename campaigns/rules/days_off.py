"""R17: days off are marked by the user, and 24 December to 2 January is proposed. R11: a pause is a holiday or an
illness. Source: docs/method.md.
"""

from datetime import date, timedelta
from typing import Final

from campaigns.rules.business_days import DaysOff, is_business_day

PROPOSED_BEFORE: Final = timedelta(weeks=4)
LONGEST: Final = timedelta(days=366)
FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2100


def proposed_days_off(today: date, off: DaysOff) -> tuple[date, date] | None:
    """24 December to 2 January, from four weeks before until they are over; None where they are off already."""
    year = today.year if today > date(today.year, 1, 2) else today.year - 1
    first, last = date(year, 12, 24), date(year + 1, 1, 2)
    if today < first - PROPOSED_BEFORE:
        return None
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return (first, last) if any(is_business_day(day, off) for day in days if day >= today) else None


def stretch_error(first: date | None, last: date | None) -> str:
    """What is wrong with these days, first and last included, and what to do; empty where nothing is.

    A day that could not be read is None: that is said elsewhere.
    """
    if first is None or last is None:
        return ""
    if last < first:
        return "This day is before the first one."
    if first.year < FIRST_YEAR or last.year > LAST_YEAR:
        return f"Choose days between {FIRST_YEAR} and {LAST_YEAR}."
    if last - first > LONGEST:
        return "This is more than a year. Choose an earlier day; another pause may follow it."
    return ""
