"""R6 and R7: the days that the debrief offers."""

from datetime import date

import pytest

from campaigns.rules.business_days import NO_DAYS_OFF, days_off
from outcomes.rules.offered_days import a_week, to_ask, to_meet_again, to_promise


@pytest.mark.parametrize(
    ("today", "promise", "ask", "again"),
    [
        (date(2026, 11, 23), [24, 26, 30], [30, 7], [14, 4]),
        (date(2026, 11, 27), [30, 2, 4], [4, 11], [18, 8]),
        (date(2026, 11, 28), [30, 2, 4], [4, 11], [21, 11]),
    ],
)
def test_only_business_days_are_offered(today: date, promise: list[int], ask: list[int], again: list[int]) -> None:
    assert [one.day.day for one in to_promise(today)] == promise
    asking = to_ask(today, NO_DAYS_OFF)
    assert [one.day.day for one in asking] == ask
    assert [one.day.day for one in to_meet_again(today)] == again
    assert all(one.day.weekday() < 5 for one in [*to_promise(today), *asking, *to_meet_again(today)])
    assert a_week(today) in {one.day for one in to_promise(today)} & {one.day for one in asking}


def test_a_day_to_meet_again_says_how_far_it_is() -> None:
    assert to_meet_again(date(2026, 11, 23))[0].words == "In three weeks, Monday 14 December"


def test_days_off_are_not_counted_to_ask_after_what_they_promised() -> None:
    holidays = days_off([(date(2026, 12, 24), date(2027, 1, 2))])

    assert [one.day for one in to_ask(date(2026, 12, 22), holidays)] == [date(2027, 1, 7), date(2027, 1, 14)]
