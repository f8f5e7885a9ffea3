from datetime import date

import pytest

from campaigns.rules.business_days import NO_DAYS_OFF, days_off
from campaigns.rules.days_off import proposed_days_off, stretch_error

THIS_YEARS = (date(2026, 12, 24), date(2027, 1, 2))


@pytest.mark.parametrize(
    ("today", "proposed"),
    [
        (date(2026, 11, 25), None),
        (date(2026, 11, 26), THIS_YEARS),
        (date(2026, 12, 1), THIS_YEARS),
        (date(2026, 12, 31), THIS_YEARS),
        (date(2027, 1, 1), THIS_YEARS),
        (date(2027, 1, 2), None),  # a Saturday: no business day is left
        (date(2027, 1, 3), None),
        (date(2027, 6, 1), None),
    ],
)
def test_the_days_between_the_years_are_proposed_from_four_weeks_before(
    today: date, proposed: tuple[date, date] | None
) -> None:
    assert proposed_days_off(today, NO_DAYS_OFF) == proposed


@pytest.mark.parametrize(
    ("off", "proposed"),
    [
        ([THIS_YEARS], None),
        ([(date(2026, 12, 21), date(2027, 1, 8))], None),
        ([(date(2026, 12, 24), date(2026, 12, 27)), (date(2026, 12, 28), date(2027, 1, 1))], None),
        ([(date(2026, 12, 24), date(2026, 12, 31))], THIS_YEARS),
        ([(date(2025, 12, 24), date(2026, 1, 2))], THIS_YEARS),
    ],
)
def test_what_is_off_already_is_not_proposed(off: list[tuple[date, date]], proposed: tuple[date, date] | None) -> None:
    assert proposed_days_off(date(2026, 12, 1), days_off(off)) == proposed


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 12, 24), date(2026, 12, 24), ""),
        (date(2026, 12, 24), date(2027, 12, 24), ""),
        (None, date(2026, 12, 24), ""),
        (date(2026, 12, 24), date(2026, 12, 23), "This day is before the first one."),
        (date(2026, 12, 24), date(2028, 1, 1), "This is more than a year."),
        (date(2026, 12, 24), date(9999, 12, 31), "Choose days between 2000 and 2100."),
        (date(1, 1, 1), date(1, 1, 2), "Choose days between 2000 and 2100."),
    ],
)
def test_days_that_cannot_be_are_refused_with_what_to_do(first: date | None, last: date, said: str) -> None:
    assert stretch_error(first, last).startswith(said)
    assert bool(said) == bool(stretch_error(first, last))
