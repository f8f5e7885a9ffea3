"""R5: the campaign's start counts, so it is a day that can be: at most today, and at most some twenty years ago.

Source: docs/method.md.
"""

from datetime import date
from typing import Final

YEARS: Final = 20


def earliest_start(today: date) -> date:
    """1 January twenty years ago."""
    return date(today.year - YEARS, 1, 1)


def start_error(started_on: date, today: date) -> str:
    """What is wrong with this start, and what to do; empty where nothing is."""
    if started_on > today:
        return "This day has not come yet. Choose today or an earlier day: coffees before the start count as no cups."
    earliest = earliest_start(today)
    if started_on < earliest:
        return f"Choose 1 January {earliest.year} or a later day."
    return ""


def target_error(started_on: date, target_on: date) -> str:
    """What is wrong with this target date beside this start, and what to do; empty where nothing is."""
    return "" if target_on > started_on else "This day is not after the start. Choose a later one, or an earlier start."
