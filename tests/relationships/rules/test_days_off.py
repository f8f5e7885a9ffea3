"""R17, R21: what is for a day off, and what a day off does not count for; and what is red."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from campaigns.rules.business_days import days_off
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from outcomes.rules.due import FollowUpKind
from relationships.rules.history import (
    ArrangedMeeting,
    History,
    Moment,
    OpenFollowUp,
    SentInvitation,
)
from relationships.rules.next_step import next_step
from relationships.rules.steps import NextStep, StepKind, Timing

FRIDAY, MONDAY, TUESDAY = date(2026, 11, 20), date(2026, 11, 23), date(2026, 11, 24)
LATER = date(2026, 12, 1)
LONG_AGO = date(2026, 10, 1)

TOVE = History(contact_id=1, called="Tove", joined_on=LONG_AGO)


def follow_up(kind: FollowUpKind, due: date, number: int = 1, *, introduction: bool = False) -> OpenFollowUp:
    what = f"{kind} {number}"
    return OpenFollowUp(follow_up_id=number, kind=kind, what=what, due=due, is_introduction=introduction)


def meeting(status: Status, day: date, number: int = 1, **fields: Any) -> ArrangedMeeting:
    return ArrangedMeeting(meeting_id=number, status=status, day=day, **fields)


def asked(sent_on: date, answer: Answer = Answer.WAITING, **fields: Any) -> SentInvitation:
    answered_on = None if answer is Answer.WAITING else sent_on
    return SentInvitation(invitation_id=9, sent_on=sent_on, answer=answer, **{"answered_on": answered_on, **fields})


def step(history: History, today: date = MONDAY) -> NextStep:
    return next_step(history, Moment(today=today, now=datetime(today.year, today.month, today.day, 12, tzinfo=UTC)))


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
    assert found.is_for_today is (kind is StepKind.DO)


def test_days_off_count_for_no_silence() -> None:
    """Asked on 22 December: with ten days off the fifth business day is 8 January, not 29 December."""
    history = replace(TOVE, days_off=HOLIDAYS, invitations=(asked(date(2026, 12, 22)),))

    assert step(history, date(2026, 12, 29)).timing is Timing.LATER
    assert step(history, date(2027, 1, 6)).kind is StepKind.WAIT
    assert step(history, date(2027, 1, 7)).kind is StepKind.REMIND


def test_a_promise_past_its_day_is_red_and_nothing_else_is() -> None:
    for kind in FollowUpKind:
        found = step(replace(TOVE, follow_ups=(follow_up(kind, MONDAY - timedelta(days=3)),)))
        assert found.is_red is (kind is FollowUpKind.PROMISE)
