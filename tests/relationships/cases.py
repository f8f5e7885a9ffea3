"""What the cases of the next step are made of: one person, and things that stand with them, each in a word."""

from datetime import UTC, date, datetime
from typing import Any

from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from outcomes.rules.due import FollowUpKind
from relationships.rules.history import ArrangedMeeting, History, Moment, OpenFollowUp, SentInvitation
from relationships.rules.next_step import next_step
from relationships.rules.steps import NextStep

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
