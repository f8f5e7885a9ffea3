"""R6: logging from scratch: who, when and how; no purpose needed, no plan doubled, and twice is once."""

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
import time_machine
from django.db import connections
from django.test import Client
from django.urls import reverse

from accounts.models import User
from campaigns.models import Campaign, Draft
from contacts.models import Contact
from contacts.rules.joining import JoinedBecause
from contacts.rules.phases import Phase
from contacts.writes.people import index_contacts
from meetings.models import Meeting
from meetings.rules.meeting import Status
from outcomes.models import FollowUp
from tests import factories
from tests.pages.meetings.debriefing import FRIDAY, TODAY, posted

URL = "/meetings/log/"


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel("2026-11-23 10:00", tick=False):
        yield


def key_of(page: str) -> str:
    found = re.search(r'name="draft" value="([^"]+)"', page)
    assert found
    return found[1]


def test_somebody_new_joins_the_network_by_the_meeting(client: Client, campaign: Campaign) -> None:
    answer = client.post(URL, posted(person="Imogen Tressel, Coldharbour Packaging", thank="on"))

    imogen = Contact.objects.get()
    meeting = Meeting.objects.get()
    assert answer["Location"] == f"/meetings/{meeting.pk}/logged/?before=initiate"
    assert imogen.company is not None
    assert imogen.company.name == "Coldharbour Packaging"
    assert (imogen.joined_on, imogen.joined_because) == (TODAY, JoinedBecause.MEETING)
    assert (imogen.phase, imogen.held_count) == (Phase.INITIATE, 1)
    assert (meeting.day, meeting.logged_on, meeting.purpose_kind) == (TODAY, TODAY, "")
    assert FollowUp.objects.get().text == "Thank Imogen"


def test_a_name_close_to_somebody_known_asks_who_is_meant(client: Client, campaign: Campaign) -> None:
    contact = factories.make_contact(campaign, "Imogen Tressel")
    index_contacts([contact])

    answer = client.post(URL, posted(None, {"text": "Kept"}, person="Imogen Tresel", remember="Every letter"))

    assert answer.status_code == 422
    for words in ("Who do you mean?", "Imogen Tressel", "Kept", "Every letter"):
        assert words in answer.content.decode()
    assert not Meeting.objects.exists()


def test_without_a_name_nothing_is_lost(client: Client, campaign: Campaign) -> None:
    answer = client.post(URL, posted(None, {"text": "Kept too"}, remember="Every letter"))

    assert answer.status_code == 422
    assert "Every letter" in answer.content.decode()
    assert "Kept too" in answer.content.decode()


@pytest.mark.parametrize("day", [FRIDAY, TODAY])
def test_a_plan_for_the_same_day_is_this_meeting(client: Client, campaign: Campaign, day: date) -> None:
    contact = factories.make_contact(campaign, "Imogen Tressel")
    plan = factories.make_meeting(contact, status=Status.PLANNED, day=day)

    client.post(URL, posted(person="Imogen Tressel", person_id=contact.pk, day=day.isoformat()))

    meeting = Meeting.objects.get()
    assert (meeting.pk, meeting.status) == (plan.pk, Status.HELD)


@pytest.mark.parametrize(("answered", "meetings"), [("plan", 1), ("another", 2)])
def test_about_a_plan_of_an_earlier_day_the_form_asks(
    client: Client, campaign: Campaign, answered: str, meetings: int
) -> None:
    contact = factories.make_contact(campaign, "Imogen Tressel")
    plan = factories.make_meeting(contact, status=Status.PLANNED, day=FRIDAY)
    filled = posted(person="Imogen Tressel", person_id=contact.pk)

    answer = client.post(URL, filled)
    assert answer.status_code == 422
    assert "Was it the one that you had planned?" in answer.content.decode()
    client.post(URL, {**filled, "planned": str(plan.pk) if answered == "plan" else answered})

    assert Meeting.objects.count() == meetings
    assert Meeting.objects.held().get().day == TODAY


def test_a_page_about_somebody_offers_their_plan(client: Client, campaign: Campaign) -> None:
    contact = factories.make_contact(campaign, "Imogen Tressel", ask_next_time="Did the line move?")
    plan = factories.make_meeting(contact, status=Status.PLANNED, day=FRIDAY)

    page = client.get(URL, {"contact": contact.pk}).content.decode()

    assert reverse("meeting_log", args=[plan.pk]) in page
    assert "Did the line move?" in page


@pytest.mark.parametrize("query", ["day=2027-01-01", "day=x", "mode=x&place=" + "y" * 999, "contact=x", "contact=99"])
def test_what_the_address_brings_breaks_nothing(client: Client, query: str) -> None:
    assert client.get(f"{URL}?{query}").status_code == 200


def test_the_same_form_sent_twice_is_one_meeting(client: Client) -> None:
    key = key_of(client.get(URL).content.decode())
    filled = posted(None, {"text": "Once"}, person="Imogen Tressel", draft=key)

    first, second = client.post(URL, filled), client.post(URL, filled)

    assert first["Location"] == second["Location"]
    assert (Meeting.objects.count(), Contact.objects.count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_the_same_form_sent_twice_at_once_is_one_meeting(
    client: Client, alice: User, sign_in: Callable[[User], Client]
) -> None:
    key = key_of(client.get(URL).content.decode())
    filled = posted(None, {"text": "Once"}, person="Imogen Tressel", thank="on", draft=key)
    browsers = [sign_in(alice), sign_in(alice)]

    def send(browser: Client) -> str:
        try:
            return browser.post(URL, filled)["Location"]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as at_once:
        first, second = at_once.map(send, browsers)

    assert first == second
    assert (Meeting.objects.count(), Contact.objects.count(), FollowUp.objects.count()) == (1, 1, 1)


def test_a_debrief_typed_before_the_session_ran_out_is_there_after_signing_in(client: Client, alice: User) -> None:
    client.logout()
    client.post("/account/sign-in/", {"login": alice.email, "password": factories.PASSWORD})
    key = key_of(client.get(URL).content.decode())

    Client().post(URL, posted(None, {"text": "A line"}, person="Imogen Tressel", remember="All of it", draft=key))

    page = client.get(URL, {"draft": str(Draft.objects.get().pk)}).content.decode()
    for words in ("Imogen Tressel", "A line", "All of it"):
        assert words in page
