from datetime import date

import pytest

from campaigns.rules.start import start_error, target_error

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("started_on", "said"),
    [
        (TODAY, ""),
        (date(2006, 1, 1), ""),
        (date(2026, 11, 24), "has not come yet. Choose today"),
        (date(2030, 1, 1), "has not come yet. Choose today"),
        (date(2005, 12, 31), "Choose 1 January 2006 or a later day."),
        (date(1, 1, 1), "Choose 1 January 2006 or a later day."),
    ],
)
def test_a_start_lies_in_the_last_twenty_years(started_on: date, said: str) -> None:
    assert said in start_error(started_on, TODAY)
    assert bool(said) == bool(start_error(started_on, TODAY))


def test_the_target_date_comes_after_the_start() -> None:
    assert target_error(TODAY, date(2026, 11, 24)) == ""
    assert "not after the start" in target_error(TODAY, TODAY)
