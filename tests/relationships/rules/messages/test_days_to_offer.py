"""Two days are named that are free, before the wait for an answer ends, and no weekend."""

from datetime import date

import pytest

from campaigns.rules.business_days import DaysOff, add_business_days
from meetings.rules.asking import PATIENCE
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
        (MONDAY, (), (), "Wednesday 2 or Friday 4 December"),
        (date(2026, 11, 28), (), (), "Tuesday 1 or Thursday 3 December"),
        (date(2026, 11, 26), (), (), "Monday 30 November or Wednesday 2 December"),
        (MONDAY, (), (date(2026, 12, 2),), "Thursday 3 or Friday 4 December"),
        (MONDAY, (), (date(2026, 12, 2), date(2026, 12, 4)), "Wednesday 2 or Friday 4 December"),
        (
            date(2026, 12, 21),
            ((date(2026, 12, 24), date(2027, 1, 2)),),
            (),
            "Wednesday 23 December or Tuesday 5 January",
        ),
    ],
)
def test_two_days(today: date, off: tuple[tuple[date, date], ...], taken: tuple[date, ...], words: str) -> None:
    days = two_days(today, DaysOff(off), taken)
    assert days_in_words(days) == words
    assert max(days) < add_business_days(today, PATIENCE, DaysOff(off))


def test_two_times() -> None:
    assert times_in_words(two_days(MONDAY), ("10:00", "16:00")) == (
        "Wednesday 2 December at 10:00, or Friday 4 December at 16:00"
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
