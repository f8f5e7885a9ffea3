"""R7: the instant of a meeting, also in the two nights of the year on which the clocks change."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from meetings.rules.starting import skipped_words, start_of, too_far, when_words

BERLIN = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("day", "at", "expected"),
    [
        (date(2026, 12, 3), time(10), datetime(2026, 12, 3, 9, tzinfo=UTC)),
        (date(2026, 7, 3), time(10), datetime(2026, 7, 3, 8, tzinfo=UTC)),
        (date(2026, 10, 25), time(2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # the first of two
        (date(2026, 3, 29), time(3), datetime(2026, 3, 29, 1, tzinfo=UTC)),
    ],
)
def test_a_time_is_the_time_in_the_users_zone(day: date, at: time, expected: datetime) -> None:
    start = start_of(day, at, BERLIN)
    assert (start.day, start.time, start.instant) == (day, at, expected)


@pytest.mark.parametrize("at", [time(2), time(2, 30), time(2, 59)])
def test_of_a_time_that_the_clocks_skip_the_next_is_taken_and_said(at: time) -> None:
    start = start_of(date(2026, 3, 29), at, BERLIN)

    assert (start.time, start.instant) == (time(3), datetime(2026, 3, 29, 1, tzinfo=UTC))
    assert skipped_words(at, start.time).endswith(f"there is no {at:%H:%M}. It is planned for 03:00.")


def test_a_whole_day_may_be_skipped() -> None:
    start = start_of(date(2011, 12, 30), time(12), ZoneInfo("Pacific/Apia"))

    assert (start.day, start.time) == (date(2011, 12, 31), time(0))


@pytest.mark.parametrize(
    ("day", "at", "words"),
    [
        (TODAY, time(10, 30), "Today 10:30"),
        (TODAY, None, "Today"),
        (date(2026, 11, 26), None, "Thu 26 Nov"),
        (date(2026, 11, 20), time(8, 15), "Fri 20 Nov 08:15"),
        (date(2027, 1, 8), None, "Fri 8 Jan 2027"),
    ],
)
def test_a_list_says_when(day: date, at: time | None, words: str) -> None:
    assert when_words(day, at, TODAY) == words


def test_a_plan_is_within_two_years() -> None:
    assert not too_far(date(2028, 11, 20), TODAY)
    assert too_far(date(2206, 12, 3), TODAY)
