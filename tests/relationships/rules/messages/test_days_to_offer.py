"""Two days are named that are free, a week ahead and no weekend."""

from datetime import date

import pytest

from campaigns.rules.business_days import DaysOff
from relationships.rules.messages.days_to_offer import (
    days_in_words,
    on_spoken_day,
    times_in_words,
    two_days,
)

MONDAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("today", "off", "taken", "words"),
    [
        (MONDAY, (), (), "Monday 7 or Wednesday 9 December"),
        (date(2026, 11, 28), (), (), "Friday 4 or Tuesday 8 December"),
        (date(2026, 11, 20), (), (), "Friday 27 November or Tuesday 1 December"),
        (MONDAY, (), (date(2026, 12, 7), date(2026, 12, 10)), "Tuesday 8 or Friday 11 December"),
        (date(2026, 12, 21), ((date(2026, 12, 24), date(2027, 1, 2)),), (), "Wednesday 6 or Friday 8 January"),
    ],
)
def test_two_days(today: date, off: tuple[tuple[date, date], ...], taken: tuple[date, ...], words: str) -> None:
    assert days_in_words(two_days(today, DaysOff(off), taken)) == words


def test_two_times() -> None:
    assert times_in_words(two_days(MONDAY), ("10:00", "16:00")) == (
        "Monday 7 December at 10:00, or Wednesday 9 December at 16:00"
    )


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (MONDAY, "today"),
        (date(2026, 11, 29), "yesterday"),
        (date(2026, 11, 3), "on 3 November"),
        (date(2025, 11, 3), "on 3 November 2025"),
    ],
)
def test_a_day_that_is_past(day: date, words: str) -> None:
    assert on_spoken_day(day, MONDAY) == words
