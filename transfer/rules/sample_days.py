"""The days of the sample campaign. It is told as of a Monday; on another day as many business days lie between."""

from datetime import date, timedelta
from typing import Final

from campaigns.rules.business_days import add_business_days, is_business_day

MONDAY: Final = date(2026, 11, 23)
"""The day on which it is told; any Monday would do."""

A_DAY: Final = timedelta(days=1)


def day_from(today: date, days: int) -> date:
    """The day that lies as far from today as one `days` before or after a Monday lies from it, in business days."""
    first, last = sorted((MONDAY, MONDAY + timedelta(days=days)))
    between = sum(is_business_day(first + timedelta(days=number)) for number in range((last - first).days))
    return add_business_days(today, between) if days >= 0 else _business_days_before(today, between)


def _business_days_before(day: date, number: int) -> date:
    for _ in range(number):
        day -= A_DAY
        while not is_business_day(day):
            day -= A_DAY
    return day
