"""R21: the four days say on every day what the rule of the next step says, for any history."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from relationships.rules.days import FourDays, four_days
from relationships.rules.history import History
from relationships.rules.next_step import next_step
from relationships.rules.steps import StepKind, Timing
from tests.relationships.histories import TODAY, moment, random_history

DAYS = [TODAY + timedelta(days=days) for days in (0, 1, 3, 4, 9, 10, 11, 12, 18, 19, 20, 40, 100, 250)]


def timing_by_days(days: FourDays, history: History, today: date) -> Timing:
    """What a list knows without the rule: the copies, and whether the day is off."""
    if today in history.days_off:
        return Timing.NOW if _came(days.owed_on, today) else Timing.LATER
    if _came(days.acts_on, today):
        return Timing.NOW
    if _came(days.quiet_on, today):
        return Timing.QUIET
    return Timing.MAY_ASK if _came(days.free_on, today) else Timing.LATER


def _came(day: date | None, today: date) -> bool:
    return day is not None and day <= today


def test_the_four_days_agree_with_the_next_step_in_2000_histories() -> None:
    seen: Counter[StepKind] = Counter()
    for seed in range(2_000):
        history = random_history(Random(seed))
        days = four_days(history)
        for today in DAYS:
            step = next_step(history, moment(today))
            assert step.timing is timing_by_days(days, history, today), (seed, today, step, days, history)
            assert step.words, "a step always says something"
            seen[step.kind] += 1
    assert set(seen) == set(StepKind), "every kind of step was met"


def test_promises_and_meetings_are_owed_before_anything_else_acts() -> None:
    for seed in range(2_000):
        days = four_days(random_history(Random(seed)))
        if days.owed_on:
            assert days.acts_on is not None
            assert days.acts_on <= days.owed_on


def test_no_day_lies_before_the_day_until_which_somebody_was_left() -> None:
    for seed in range(2_000):
        history = random_history(Random(seed))
        if history.left_until:
            days = four_days(history)
            found = [day for day in (days.owed_on, days.acts_on, days.free_on, days.quiet_on) if day]
            assert all(day >= history.left_until for day in found)


@pytest.mark.parametrize("name", ["owed_on", "acts_on", "free_on", "quiet_on"])
def test_a_day_that_is_one_off_is_noticed(name: str) -> None:
    """The check of the check: each of the four matters in some history."""
    noticed = 0
    for seed in range(300):
        history = random_history(Random(seed))
        days = four_days(history)
        day: date | None = getattr(days, name)
        if day is None:
            continue
        wrong = replace(days, **{name: day + timedelta(days=1)})
        noticed += next_step(history, moment(day)).timing is not timing_by_days(wrong, history, day)
    assert noticed
