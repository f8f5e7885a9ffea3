"""R17, R21: what is for a day off, and what a day off does not count for; and what is red."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from campaigns.rules.business_days import days_off
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from outcomes.rules.due import FollowUpKind
from relationships.rules.quiet import quiet_on
from relationships.rules.steps import StepKind, Timing
from tests.relationships.cases import MONDAY, TOVE, asked, follow_up, meeting, step

HOLIDAYS = days_off([(date(2026, 12, 24), date(2027, 1, 2))])


@pytest.mark.parametrize(
    ("fields", "kind", "words"),
    [
        ({}, StepKind.REST, "Your days off last until Saturday."),
        ({"follow_ups": (follow_up(FollowUpKind.THANK_YOU, MONDAY),)}, StepKind.WRITE, "thank_you 1"),
        ({"follow_ups": (follow_up(FollowUpKind.PROMISE, MONDAY),)}, StepKind.DO, "promise 1"),
        ({"invitations": (asked(MONDAY),)}, StepKind.WAIT, "It is their turn. You asked Tove on 23 November."),
        ({"invitations": (asked(MONDAY, Answer.YES),)}, StepKind.REST,
         "Tove said yes. Your days off last until Saturday."),
    ],
)  # fmt: skip
def test_on_a_day_off_only_meetings_and_promises_are_for_the_day(
    fields: dict[str, Any], kind: StepKind, words: str
) -> None:
    found = step(replace(TOVE, days_off=HOLIDAYS, **fields), date(2026, 12, 28))

    assert (found.kind, found.words) == (kind, words)
    assert (found.timing is Timing.NOW) is (kind is StepKind.DO)


def test_days_off_count_for_no_silence() -> None:
    """Asked on 22 December: with ten days off the fifth business day is 8 January, not 29 December."""
    history = replace(TOVE, days_off=HOLIDAYS, invitations=(asked(date(2026, 12, 22)),))

    assert step(history, date(2026, 12, 29)).timing is Timing.LATER
    assert step(history, date(2027, 1, 6)).kind is StepKind.WAIT
    assert step(history, date(2027, 1, 7)).kind is StepKind.REMIND


def test_who_was_met_goes_quiet_so_many_days_later() -> None:
    met = replace(TOVE, meetings=(meeting(Status.HELD, date(2026, 12, 1)),))

    assert (quiet_on(met), quiet_on(replace(met, days_off=HOLIDAYS))) == (date(2027, 3, 1), date(2027, 3, 11))


def test_a_promise_past_its_day_is_red_and_nothing_else_is() -> None:
    for kind in FollowUpKind:
        found = step(replace(TOVE, follow_ups=(follow_up(kind, MONDAY - timedelta(days=3)),)))
        assert found.is_red is (kind is FollowUpKind.PROMISE)
