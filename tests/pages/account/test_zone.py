"""Changing the time zone moves no stored day; an hour is shown on the day that it has in the zone of today (R7)."""

from datetime import UTC, date, datetime
from unittest.mock import patch

import pytest
import time_machine
from django.test import Client

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import Meeting
from meetings.rules.meeting import Status
from tests import factories

THURSDAY = date(2026, 11, 26)
SIX_IN_BERLIN = datetime(2026, 11, 26, 17, 0, tzinfo=UTC)
ZONES = {"Europe/Berlin": (26, "18:00"), "Pacific/Auckland": (27, "06:00"), "America/Los_Angeles": (26, "09:00")}


@pytest.fixture
def planned(campaign: Campaign, alice: User) -> Meeting:
    """A video call on Thursday at 18:00, planned in Berlin."""
    alice.time_zone = "Europe/Berlin"
    alice.save()
    contact = factories.make_contact(campaign, "Tove Marrick")
    return factories.make_meeting(
        contact, status=Status.PLANNED, day=THURSDAY, starts_at=SIX_IN_BERLIN, planned_on=date(2026, 11, 20)
    )


def choose(client: Client, zone: str) -> None:
    assert client.post("/account/", {"name": "Alice Archer", "theme": "", "time_zone": zone}).status_code == 302


@pytest.mark.parametrize("zone", ZONES)
@time_machine.travel("2026-11-23 10:00Z")
def test_a_planned_meeting_stands_on_the_day_of_its_hour_there(client: Client, planned: Meeting, zone: str) -> None:
    number, hour = ZONES[zone]
    choose(client, "Asia/Tokyo")
    choose(client, zone)

    contact = Contact.objects.get(pk=planned.contact_id)
    assert contact.owed_on == date(2026, 11, number - 1)  # the day before, on which it is prepared
    weekday = {26: "Thursday", 27: "Friday"}[number]
    assert f"Meet Tove on {weekday} at {hour}<" in client.get(f"/people/{contact.pk}/").content.decode()
    planned.refresh_from_db()
    assert (planned.day, planned.starts_at) == (THURSDAY, SIX_IN_BERLIN)


@time_machine.travel("2026-11-23 10:00Z")
def test_what_was_written_keeps_its_day(client: Client, campaign: Campaign, planned: Meeting) -> None:
    contact = factories.make_contact(campaign)
    held = factories.make_meeting(contact, day=date(2026, 11, 20), starts_at=datetime(2026, 11, 20, 22, 30, tzinfo=UTC))
    before = factories.refreshed(contact)

    for zone in ZONES:
        choose(client, zone)
        held.refresh_from_db()
        assert held.day == date(2026, 11, 20)
        after = Contact.objects.get(pk=contact.pk)
        assert (after.first_held_on, after.last_spoke_on) == (before.first_held_on, before.last_spoke_on)


@time_machine.travel("2026-11-23 10:00Z")
def test_a_zone_whose_meetings_cannot_follow_is_not_chosen(client: Client, alice: User, planned: Meeting) -> None:
    """One transaction: both or nothing."""
    with (
        patch("relationships.writes.campaign_days.refresh_network", side_effect=RuntimeError),
        pytest.raises(RuntimeError),
    ):
        choose(client, "Pacific/Auckland")

    alice.refresh_from_db()
    assert alice.time_zone == "Europe/Berlin"


def test_another_name_alone_refreshes_nobody(client: Client, alice: User, planned: Meeting) -> None:
    with patch("relationships.writes.campaign_days.refresh_network", side_effect=RuntimeError):
        choose(client, "Europe/Berlin")
