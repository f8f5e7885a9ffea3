"""R3 and R4: what is asked once before a plan is saved."""

import re
from datetime import date

import pytest
from django.test import Client

from contacts.models import Contact
from meetings.models import Meeting
from meetings.rules.asking import TOO_EARLY
from meetings.rules.purpose import PurposeKind
from tests import factories
from tests.pages.meetings.posted import form

TODAY = factories.DAY
PLAN = "/meetings/new/"

pytestmark = pytest.mark.usefixtures("monday")


def test_what_was_asked_before_is_shown_and_asked_about_once(client: Client, corwin: Contact) -> None:
    met = factories.make_meeting(corwin, day=date(2026, 10, 6), purpose_kind=PurposeKind.PATH)
    factories.make_item(corwin, "Freight people will ask why you left food.", meeting=met)

    assert "met for this on 6 October" in client.get(f"{PLAN}?contact={corwin.pk}").content.decode()
    page = client.post(PLAN, form()).content.decode()
    assert "You met Corwin for this on 6 October: “Freight people will ask why you left food.”" in page
    assert "Whether my skills support it</button>" in page
    assert "Somebody I should talk to</button>" not in page

    changed = client.post(PLAN, form(asked="before", change="purpose_kind:skills"))
    assert changed.context["form"]["purpose_kind"].value() == "skills"
    assert Meeting.objects.planned().count() == 0

    assert client.post(PLAN, form(asked="before")).status_code == 302


def test_what_they_know_about_stands_beside_the_ask(client: Client, corwin: Contact) -> None:
    page = client.get(f"{PLAN}?contact={corwin.pk}").content.decode()

    assert "Can Corwin answer this? Corwin knows about freight rates, winter contracts, depots." in page
    assert client.post(PLAN, form(ask="Who writes good resumes?")).status_code == 302


@pytest.mark.parametrize("early", [{"ask_kind": "referral"}, {"purpose_kind": "somebody"}])
def test_asking_for_a_name_too_early_is_asked_once(client: Client, corwin: Contact, early: dict[str, str]) -> None:
    assert TOO_EARLY in client.post(PLAN, form(**early)).content.decode()
    assert client.post(PLAN, form(**early, asked="referral")).status_code == 302


def test_the_other_answer_asks_for_their_view(client: Client, corwin: Contact) -> None:
    early = form(ask_kind="referral", purpose_kind="somebody")
    offered = re.search(r'name="change"\s+value="([^"]+)"', client.post(PLAN, early).content.decode())
    assert offered

    shown = client.post(PLAN, early | {"asked": "referral", "change": offered[1]}).context["form"]

    assert (shown["ask_kind"].value(), shown["purpose_kind"].value()) == ("view", "position")


def test_questions_are_asked_one_at_a_time(client: Client, corwin: Contact) -> None:
    factories.make_meeting(corwin, purpose_kind=PurposeKind.SOMEBODY)
    posted = form(ask="Who writes good resumes?", purpose_kind="somebody")
    asked: list[str] = []

    while (answered := client.post(PLAN, {**posted, "asked": asked})).status_code == 422:
        asked.append(answered.context["question"].name)

    assert asked == ["before", "referral"]
    assert answered.status_code == 302


@pytest.mark.parametrize("change", ["campaign:1", "purpose_kind", "::::", "status:held", "purpose_kind:<b>"])
def test_an_answer_changes_only_what_was_offered(client: Client, corwin: Contact, change: str) -> None:
    assert client.post(PLAN, form(change=change)).status_code == 422
    assert Meeting.objects.count() == 0
