from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from campaigns.rules.business_days import days_off
from relationships.rules.spreading import spread_over

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 20)


def test_spreading_fills_the_next_five_business_days_evenly() -> None:
    days = spread_over(list("abcdefghijklmn"), date(2026, 11, 25))

    assert [day.day for day in days.values()] == [26, 26, 26, 27, 27, 27, 30, 30, 30, 1, 1, 1, 2, 2]
    assert list(days) == list("abcdefghijklmn")
    assert spread_over([1], FRIDAY) == {1: MONDAY}
    assert spread_over([], FRIDAY) == {}


def test_days_off_are_none_of_the_five() -> None:
    off = days_off([(date(2026, 11, 24), date(2026, 11, 25)), (date(2026, 12, 1), date(2026, 12, 9))])

    assert [day.day for day in spread_over("abcde", MONDAY, off).values()] == [26, 27, 30, 10, 11]


@given(st.integers(0, 60), st.dates(date(2026, 1, 1), date(2027, 1, 1)))
def test_no_day_of_five_has_more_than_its_share(number: int, today: date) -> None:
    days = list(spread_over(range(number), today).values())
    share = [days.count(day) for day in dict.fromkeys(days)]

    assert all(day > today and day.weekday() < 5 for day in days)
    assert len(share) == min(number, 5)
    assert not share or max(share) - min(share) <= 1
