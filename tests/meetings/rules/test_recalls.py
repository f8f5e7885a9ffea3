"""When a story came back (R13): after it was told, once after each telling."""

from dataclasses import dataclass
from datetime import date

import pytest

from meetings.rules.recalls import Doubt, doubt, which_came_back


@dataclass(frozen=True)
class Row:
    day: date
    recalled_on: date | None = None


def november(day: int) -> date:
    return date(2026, 11, day)


FIRST, LATER = Row(november(2)), Row(november(16))
FIRST_BACK, LATER_BACK = Row(november(2), november(9)), Row(november(16), november(20))


@pytest.mark.parametrize(
    ("day", "told", "found"),
    [
        (9, [], None),
        (9, [FIRST, LATER], None),
        (1, [FIRST], Doubt(told_on=november(2), is_same_day=False)),
        (2, [FIRST], Doubt(told_on=november(2), is_same_day=True)),
        (16, [FIRST, LATER], None),
        (2, [Row(november(2), november(2))], None),  # said twice
    ],
)
def test_before_it_was_told_nothing_comes_back(day: int, told: list[Row], found: Doubt | None) -> None:
    assert doubt(november(day), told) == found


@pytest.mark.parametrize(
    ("day", "told", "row"),
    [
        (9, [], None),
        (2, [FIRST], FIRST),
        (16, [FIRST, LATER], FIRST),  # rather than on the day itself
        (17, [FIRST, LATER], LATER),
        (12, [FIRST_BACK], None),  # the first stays
        (12, [FIRST_BACK, LATER], None),
        (17, [FIRST_BACK, LATER], LATER),
        (17, [FIRST, LATER_BACK], None),
    ],
)
def test_it_comes_back_once_after_each_telling(day: int, told: list[Row], row: Row | None) -> None:
    assert which_came_back(november(day), told) is row
