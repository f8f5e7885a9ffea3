"""R15: who was left until a day comes back by itself on that day, with what was open."""

from datetime import date

import time_machine
from django.test import Client

from campaigns.models import Campaign
from contacts.rules.leaving import LeftBecause
from meetings.models import Meeting
from meetings.rules.meeting import Status
from outcomes.models import FollowUpStatus
from outcomes.rules.due import FollowUpKind
from relationships.writes.leaving import leave
from tests import factories
from tests.factories import at

MONDAY = date(2026, 11, 30)
TUESDAY = date(2026, 12, 1)


def test_who_was_waited_for_is_back_with_what_was_open(client: Client, campaign: Campaign) -> None:
    wren = factories.make_contact(campaign, "Wren Hale")
    promise = factories.make_follow_up(wren, "Send the summary", kind=FollowUpKind.PROMISE, due_on=MONDAY)
    over, to_come = (
        factories.make_meeting(wren, day=day, status=Status.PLANNED) for day in (MONDAY, date(2026, 12, 7))
    )
    leave(wren, LeftBecause.WAIT, today=date(2026, 11, 24), until=TUESDAY)

    for day, status in ((MONDAY, FollowUpStatus.DROPPED), (TUESDAY, FollowUpStatus.OPEN)):
        with time_machine.travel(at(day, 8), tick=False):
            html = client.get("/").content.decode()
            client.get("/pitch/")
        promise.refresh_from_db()
        assert promise.status == status
        assert ("Send the summary" in html) == (status == FollowUpStatus.OPEN)
    wren.refresh_from_db()
    assert (wren.left_on, wren.owed_on, wren.acts_on) == (None, MONDAY, MONDAY)
    assert Meeting.objects.get(pk=to_come.pk).status == Status.PLANNED
    assert Meeting.objects.get(pk=over.pk).status == Status.CANCELLED, "its day went by: nobody met"


def test_who_was_left_for_good_reason_stays_away(client: Client, campaign: Campaign) -> None:
    wren = factories.make_contact(campaign, "Wren Hale")
    leave(wren, LeftBecause.NOT_RIGHT, today=date(2026, 11, 24))

    with time_machine.travel(at(TUESDAY, 8), tick=False):
        client.get("/")
    wren.refresh_from_db()
    assert wren.left_because == LeftBecause.NOT_RIGHT
