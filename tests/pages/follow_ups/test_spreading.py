"""R19: spreading the ticked ones moves no day that was promised, and no introduction that was made."""

from datetime import date, timedelta

import time_machine
from django.test import Client

from campaigns.models import Campaign
from outcomes.models import FollowUp
from outcomes.rules.due import FollowUpKind
from tests import factories
from tests.factories import at

MONDAY = factories.DAY
FRIDAY = date(2026, 11, 20)


def spread(client: Client, *rows: FollowUp) -> list[date]:
    with time_machine.travel(at(MONDAY, 8), tick=False):
        client.post("/follow-ups/bulk/", {"act": "spread", "pk": [row.pk for row in rows]})
    for row in rows:
        row.refresh_from_db()
    return [row.due_on for row in rows]


def test_a_promised_day_and_an_introduction_stay(client: Client, campaign: Campaign) -> None:
    contact = factories.make_contact(campaign)
    promise = factories.make_follow_up(contact, kind=FollowUpKind.PROMISE, due_on=FRIDAY)
    introduced = factories.make_follow_up(contact, due_on=FRIDAY, introduction=True)
    others = [factories.make_follow_up(contact, due_on=FRIDAY) for _ in range(2)]

    days = spread(client, promise, others[0], introduced, others[1])

    assert days == [FRIDAY, MONDAY + timedelta(days=1), FRIDAY, MONDAY + timedelta(days=2)]
    assert spread(client, promise, introduced) == [FRIDAY, FRIDAY]
