"""R2: what the app knows that two people may share is one click in the invitation and in the debrief."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.rules.meeting import Status
from tests import factories


@pytest.fixture
def colleague(campaign: Campaign) -> Contact:
    campaign.worked_at = "Tillerman, 2009 to 2019"
    campaign.save()
    return factories.make_contact(campaign, "Isolde Carrow", company="Tillerman")


def test_it_is_one_click_in_the_invitation_and_leads_back(client: Client, colleague: Contact) -> None:
    invite = reverse("invite", args=[colleague.pk])
    assert "We share: Tillerman" in client.get(invite).content.decode()

    answer = client.post(reverse("contact_share", args=[colleague.pk]), {"shared": "Tillerman", "next": invite})

    assert answer["Location"] == invite
    assert colleague.common_ground.get().text == "Tillerman"
    assert "We share: Tillerman" not in client.get(invite).content.decode()


def test_nobody_is_led_out_of_the_house(client: Client, colleague: Contact) -> None:
    away = {"shared": "Tillerman", "next": "https://example.org/"}

    assert client.post(reverse("contact_share", args=[colleague.pk]), away)["Location"] == colleague.get_absolute_url()


def test_it_is_one_click_in_the_debrief_while_nothing_is_noted(client: Client, colleague: Contact) -> None:
    meeting = factories.make_meeting(colleague, status=Status.PLANNED, day=date(2026, 11, 20))
    log = reverse("meeting_log", args=[meeting.pk])
    unplanned = f"{reverse('meeting_log_new')}?contact={colleague.pk}"
    for page in (log, unplanned):
        assert 'value="Tillerman"' in client.get(page).content.decode()

    posted = {"day": "2026-11-20", "mode": "in_person", "may_share": "Tillerman", "share": "Nights"}
    assert client.post(log, posted).status_code == 302

    assert colleague.common_ground.get().text == "Nights, Tillerman"
    assert 'value="Tillerman"' not in client.get(unplanned).content.decode()
