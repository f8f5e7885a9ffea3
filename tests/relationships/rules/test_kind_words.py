"""Who is told a kind word beside the next step, and who is not."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from campaigns.rules.business_days import days_off
from meetings.rules.asking import Answer
from meetings.rules.touch import Direction
from outcomes.rules.items import ReferralState
from relationships.rules.history import History, Moment, NamedBy, NotedTouch, SentInvitation
from relationships.rules.kind_words import rests_after_a_no, rests_for_the_giver
from relationships.rules.next_step import next_step

TODAY = date(2026, 11, 23)
NOW = Moment(today=TODAY, now=datetime(2026, 11, 23, 9, tzinfo=UTC))
NO = SentInvitation(invitation_id=1, sent_on=date(2026, 11, 3), answer=Answer.NO, answered_on=date(2026, 11, 9))
HENRIK = History(contact_id=1, called="Henrik", joined_on=date(2026, 11, 3))
SAID_NO = replace(HENRIK, invitations=(NO,))
PROMISED = (NamedBy(giver="Annika", state=ReferralState.PROMISED),)


@pytest.mark.parametrize(
    ("history", "after_a_no", "for_the_giver"),
    [
        (SAID_NO, True, False),
        (HENRIK, False, False),
        (replace(SAID_NO, touches=(NotedTouch(day=date(2026, 11, 12), direction=Direction.RECEIVED),)), False, False),
        (replace(SAID_NO, touches=(NotedTouch(day=date(2026, 11, 12), direction=Direction.SENT),)), True, False),
        (replace(SAID_NO, days_off=days_off([(TODAY, TODAY)])), False, False),
        (replace(SAID_NO, not_for_this=True), False, False),
        (replace(HENRIK, named_by=PROMISED), False, True),
        (replace(SAID_NO, named_by=PROMISED), False, True),
        (replace(HENRIK, named_by=PROMISED, not_for_this=True), False, False),
    ],
)
def test_why_they_rest(history: History, after_a_no: bool, for_the_giver: bool) -> None:
    step = next_step(history, NOW)

    assert rests_after_a_no(history, step, NOW) is after_a_no
    assert rests_for_the_giver(history, step, NOW) is for_the_giver
