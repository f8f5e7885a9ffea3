"""R6 and R7: the days that the debrief offers beside a sentence, so that one press chooses. Source: docs/method.md."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from campaigns.rules.business_days import DaysOff, add_business_days, is_business_day, next_business_day
from campaigns.rules.days import full_day

A_WEEK: Final = 5
"""Business days."""

FURTHEST: Final = timedelta(days=5 * 366)


@dataclass(frozen=True, kw_only=True)
class OfferedDay:
    day: date
    words: str


def to_promise(today: date) -> list[OfferedDay]:
    """When I will have done it: the next business day, in three, in a week."""
    return [_offered(add_business_days(today, number), today) for number in (1, 3, A_WEEK)]


def to_ask(today: date, off: DaysOff) -> list[OfferedDay]:
    """When to ask after what they promised: in a week or two, days off not counted (R17)."""
    return [_offered(add_business_days(today, number, off), today) for number in (A_WEEK, 2 * A_WEEK)]


def to_meet_again(today: date) -> list[OfferedDay]:
    """Three weeks is long enough to have used something (R10); six is the turn of the month after."""
    return [
        OfferedDay(day=day, words=f"{words}, {full_day(day, today)}")
        for words, day in (("In three weeks", _working(today, 3)), ("In six weeks", _working(today, 6)))
    ]


def a_week(today: date) -> date:
    return add_business_days(today, A_WEEK)


def _working(today: date, weeks: int) -> date:
    day = today + timedelta(weeks=weeks)
    return day if is_business_day(day) else next_business_day(day)


def _offered(day: date, today: date) -> OfferedDay:
    return OfferedDay(day=day, words=full_day(day, today))
