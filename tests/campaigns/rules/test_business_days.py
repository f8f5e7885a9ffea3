from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.rules.business_days import add_business_days, is_business_day, next_business_day

DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("day", "number", "then"),
    [
        (date(2026, 11, 23), 0, date(2026, 11, 23)),
        (date(2026, 11, 23), 1, date(2026, 11, 24)),
        (date(2026, 11, 23), 3, date(2026, 11, 26)),
        (date(2026, 11, 23), 7, date(2026, 12, 2)),
        (date(2026, 11, 20), 1, date(2026, 11, 23)),
        (date(2026, 11, 21), 1, date(2026, 11, 23)),
        (date(2026, 11, 22), 1, date(2026, 11, 23)),
        (date(2026, 11, 22), 0, date(2026, 11, 22)),
        (date(2026, 11, 22), 5, date(2026, 11, 27)),
        (date(2026, 11, 17), 5, date(2026, 11, 24)),
        (date(2028, 2, 28), 1, date(2028, 2, 29)),
    ],
)
def test_business_days_are_monday_to_friday(day: date, number: int, then: date) -> None:
    assert add_business_days(day, number) == then


@given(DAYS, st.integers(1, 60))
def test_adding_counts_each_business_day_once(day: date, number: int) -> None:
    then = add_business_days(day, number)
    between = [day + timedelta(days=days) for days in range(1, (then - day).days + 1)]

    assert is_business_day(then)
    assert sum(map(is_business_day, between)) == number


@given(DAYS)
def test_the_next_business_day_is_later_and_near(day: date) -> None:
    assert 1 <= (next_business_day(day) - day).days <= 3
