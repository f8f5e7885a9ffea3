"""Law 1: a stranger's rows do not exist, in whatever field of a debrief their numbers are posted."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.writes.people import make_contact
from meetings.models import Meeting
from meetings.rules.meeting import Status
from outcomes.models import ObtainedItem
from tests import factories
from tests.pages.meetings.debriefing import FRIDAY, posted


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel("2026-11-23 10:00", tick=False):
        yield


@pytest.fixture
def meeting(campaign: Campaign) -> Meeting:
    return factories.make_meeting(
        factories.make_contact(campaign, "Desmond Achterby"), status=Status.PLANNED, day=FRIDAY
    )


@pytest.fixture
def url(meeting: Meeting) -> str:
    return reverse("meeting_log", args=[meeting.pk])


REFERRAL = {"kind": "referral", "text": "Knows the weeks", "name": "Nadia Fennimore", "company": "Brightmill Foods"}


def add_known(campaign: Campaign, name: str, company: str, **fields: object) -> Contact:
    """Somebody known, found by the words of their name."""
    return make_contact(campaign, name, company, **fields)


@pytest.fixture
def foreign(other_campaign: Campaign) -> Contact:
    return add_known(other_campaign, "Nadia Fennimore", "Secret Mills")


def test_a_strangers_line_is_an_error_that_shows_nothing(
    client: Client, meeting: Meeting, url: str, foreign: Contact
) -> None:
    item = factories.make_item(foreign, "A stranger's secret")

    answer = client.post(url, posted(meeting, {"item": item.pk, "text": "Mine now"}))

    assert answer.status_code == 422
    assert "secret" not in answer.content.decode().lower()
    item.refresh_from_db()
    assert (item.text, item.contact) == ("A stranger's secret", foreign)


def test_a_line_of_another_meeting_is_none_of_this_one(client: Client, meeting: Meeting, url: str) -> None:
    item = factories.make_item(meeting.contact, "Of another day")

    for line in ({"item": item.pk, "text": "Mine"}, {"item": item.pk, "text": "", "DELETE": "on"}):
        client.post(url, posted(meeting, line))

    item.refresh_from_db()
    assert (item.text, item.meeting) == ("Of another day", None)


def test_a_stranger_is_never_who_is_meant(client: Client, meeting: Meeting, url: str, foreign: Contact) -> None:
    answered = {**REFERRAL, "asked": REFERRAL["name"], "which": str(foreign.pk)}

    answer = client.post(url, posted(meeting, answered))

    assert answer.status_code == 302
    assert ObtainedItem.objects.get().referred != foreign
    foreign.refresh_from_db()
    assert (foreign.joined_on, foreign.introduced_by) == (None, None)


def test_a_strangers_story_is_an_error_that_shows_nothing(
    client: Client, meeting: Meeting, url: str, other_campaign: Campaign
) -> None:
    story = factories.make_story(other_campaign, "A stranger's story")

    answer = client.post(url, posted(meeting, stories=[story.pk]))

    assert answer.status_code == 422
    assert "stranger" not in answer.content.decode()


def test_a_strangers_contact_and_plan_are_not_taken_from_the_form_from_scratch(
    client: Client, campaign: Campaign, foreign: Contact
) -> None:
    plan = factories.make_meeting(foreign, status=Status.PLANNED, day=FRIDAY)

    answer = client.post(
        reverse("meeting_log_new"),
        posted(person="Nadia Fennimore, Secret Mills", person_id=foreign.pk, planned=plan.pk, day="2026-11-20"),
    )

    assert answer.status_code == 302
    meeting = Meeting.objects.get(campaign=campaign)
    assert meeting.contact.campaign == campaign
    plan.refresh_from_db()
    assert plan.status == Status.PLANNED


def test_a_strangers_contact_in_the_address_shows_nothing(client: Client, foreign: Contact) -> None:
    page = client.get(reverse("meeting_log_new"), {"contact": foreign.pk})

    assert page.status_code == 200
    assert "Nadia" not in page.content.decode()
