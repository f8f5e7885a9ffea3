"""R19, R17: what nobody promised fades after 21 days, days off not counted."""

from datetime import date, timedelta

import pytest

from campaigns.rules.business_days import NO_DAYS_OFF, DaysOff
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from relationships.rules.history import ArrangedMeeting, History, SentInvitation
from today.rules.fading import has_faded, yes_that_faded

DAY = date(2026, 12, 7)
HOLIDAYS = DaysOff(((date(2026, 12, 24), date(2027, 1, 2)),))
YES = SentInvitation(invitation_id=7, sent_on=DAY, answer=Answer.YES, answered_on=DAY)


@pytest.mark.parametrize(
    ("off", "days", "faded"),
    [
        (NO_DAYS_OFF, 20, False),
        (NO_DAYS_OFF, 21, True),
        (HOLIDAYS, 21, False),
        (HOLIDAYS, 30, False),
        (HOLIDAYS, 31, True),
    ],
)
def test_it_fades_21_days_after_its_day(off: DaysOff, days: int, faded: bool) -> None:
    assert has_faded(DAY, DAY + timedelta(days=days), off) is faded


def history(*meetings: ArrangedMeeting, off: DaysOff = NO_DAYS_OFF) -> History:
    return History(contact_id=1, called="Noor", joined_on=DAY, invitations=(YES,), meetings=meetings, days_off=off)


@pytest.mark.parametrize(("days", "faded"), [(20, False), (21, True)])
def test_a_yes_without_a_day_fades_after_21_days(days: int, faded: bool) -> None:
    assert yes_that_faded(history(), DAY + timedelta(days=days)) == (YES if faded else None)


def test_days_off_give_it_more_time() -> None:
    assert yes_that_faded(history(off=HOLIDAYS), DAY + timedelta(days=21)) is None


def test_a_meeting_that_was_called_off_starts_the_time_anew() -> None:
    off = ArrangedMeeting(meeting_id=1, status=Status.CANCELLED, day=DAY + timedelta(days=15), planned_on=DAY)

    assert yes_that_faded(history(off), DAY + timedelta(days=30)) is None
    assert yes_that_faded(history(off), DAY + timedelta(days=36)) == YES


def test_a_yes_of_which_a_meeting_came_does_not_fade() -> None:
    held = ArrangedMeeting(meeting_id=1, status=Status.HELD, day=DAY + timedelta(days=3), planned_on=DAY)

    assert yes_that_faded(history(held), DAY + timedelta(days=60)) is None
