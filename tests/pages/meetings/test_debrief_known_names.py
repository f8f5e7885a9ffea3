"""R6: a name that is known asks who is meant, wherever somebody is typed: people of one name are not one person."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.writes.people import make_contact
from meetings.models import Meeting, Touch
from meetings.rules.meeting import Status
from outcomes.models import ObtainedItem
from tests import factories
from tests.pages.meetings.debriefing import FRIDAY, posted
from tests.pages.meetings.posted import form

NAMED = {"kind": "referral", "name": "nadia Fennimore"}


@pytest.fixture(autouse=True)
def _monday() -> Iterator[None]:
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


@pytest.mark.parametrize(
    ("company", "typed"), [("Brightmill Foods", ""), ("", ""), ("", "Brightmill Foods"), ("Other Mills", "Brightmill")]
)
def test_whom_they_named_is_asked_about(client: Client, meeting: Meeting, url: str, company: str, typed: str) -> None:
    known = make_contact(meeting.campaign, "Nadia Fennimore", company)
    line = {**NAMED, "company": typed}

    answer = client.post(url, posted(meeting, line))

    assert (answer.status_code, ObtainedItem.objects.count()) == (422, 0)
    page = answer.content.decode()
    assert "Which one?" in page
    assert 'value="new"' in page
    answered = {**line, "asked": line["name"], "which": str(known.pk)}
    assert client.post(url, posted(meeting, answered)).status_code == 302
    assert ObtainedItem.objects.get().referred == known


def test_whom_they_named_may_be_somebody_else_of_the_name(client: Client, meeting: Meeting, url: str) -> None:
    known = make_contact(meeting.campaign, "Nadia Fennimore", "Brightmill Foods")

    client.post(url, posted(meeting, {**NAMED, "asked": NAMED["name"], "which": "new"}))

    assert ObtainedItem.objects.get().referred != known
    assert Contact.objects.filter(folded="nadia fennimore").count() == 2


def test_a_suggestion_says_whom_they_named(client: Client, meeting: Meeting, url: str) -> None:
    known = make_contact(meeting.campaign, "Nadia Fennimore", "Brightmill Foods")
    make_contact(meeting.campaign, "Nadia Fennimore", "Other Mills")

    assert client.post(url, posted(meeting, {**NAMED, "picked": str(known.pk)})).status_code == 302

    assert ObtainedItem.objects.get().referred == known


def test_a_suggestion_counts_for_the_name_it_stood_with(client: Client, meeting: Meeting, url: str) -> None:
    known = make_contact(meeting.campaign, "Nadia Fennimore", "Brightmill Foods")

    client.post(url, posted(meeting, {"kind": "referral", "name": "Tove Marrick", "picked": str(known.pk)}))

    assert ObtainedItem.objects.get().referred == Contact.objects.get(name="Tove Marrick")


def test_a_company_after_a_comma_is_read_as_everywhere(client: Client, meeting: Meeting, url: str) -> None:
    known = make_contact(meeting.campaign, "Nadia Fennimore", "Brightmill, Ltd.")
    shown = {"kind": "referral", "name": "Nadia Fennimore, Brightmill, Ltd."}
    new = [{"kind": "referral", "name": name} for name in ("Jo Meier, DHL", "Kim Vale, Acme", "Kim Vale, Beta")]

    assert client.post(url, posted(meeting, shown, *new)).status_code == 302

    named = [item.referred for item in ObtainedItem.objects.select_related("referred__company").order_by("pk")]
    assert named[0] == known
    assert [(one.name, str(one.company)) for one in named[1:] if one] == [
        ("Jo Meier", "DHL"),
        ("Kim Vale", "Acme"),
        ("Kim Vale", "Beta"),
    ]


def test_a_strangers_suggestion_is_nobody(client: Client, meeting: Meeting, url: str, other_campaign: Campaign) -> None:
    theirs = make_contact(other_campaign, "Nadia Fennimore", "Secret Mills")

    client.post(url, posted(meeting, {**NAMED, "picked": str(theirs.pk)}))

    assert ObtainedItem.objects.get().referred == Contact.objects.get(
        campaign=meeting.campaign, folded="nadia fennimore"
    )


@pytest.mark.parametrize("name", ["meeting_log_new", "meeting_plan", "touch_new"])
def test_who_is_typed_into_a_form_is_asked_about(client: Client, campaign: Campaign, name: str) -> None:
    known = make_contact(campaign, "Corwin Stroud", "Fenwick Freight")
    beside = {"direction": "sent", "channel": "mail", "matter": "other", "text": "Hello"}
    typed = {**form(), **posted(day="2026-11-23"), **beside, "person": "Corwin Stroud", "person_id": ""}
    typed |= {"day": "2026-12-03"} if name == "meeting_plan" else {}

    asked = client.post(reverse(name), typed)

    assert asked.status_code == 422
    assert "Who do you mean?" in asked.content.decode()
    assert not Meeting.objects.exists()
    assert not Touch.objects.exists()
    answered = typed | {"person_asked": "Corwin Stroud", "person_is": known.pk}
    assert client.post(reverse(name), answered).status_code == 302
    assert Contact.objects.get() == known
