"""The days of the sample campaign: counted from today, and never on a weekend unless today is one."""

from datetime import date, timedelta

from campaigns.rules.business_days import SATURDAY


def day_from(today: date, days: int) -> date:
    """So many days from today; a past Saturday or Sunday becomes the Friday before, a coming one the Monday after."""
    day = today + timedelta(days=days)
    beyond = day.weekday() - SATURDAY
    if days == 0 or beyond < 0:
        return day
    return day - timedelta(days=beyond + 1) if days < 0 else day + timedelta(days=2 - beyond)
