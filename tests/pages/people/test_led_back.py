"""Every act of a person's row leads back to where it was pressed; another host is never led to."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.leaving import LeftBecause
from meetings.rules.meeting import Status
from outcomes.rules.due import FollowUpKind
from relationships.writes.leaving import leave
from tests import factories

Act = Callable[[Contact], tuple[str, dict[str, Any]]]
HERE = "/people/board/?phase=initiate"


@pytest.fixture(autouse=True)
def _monday() -> Iterator[None]:
    with time_machine.travel(factories.at(factories.DAY, 9), tick=False):
        yield


def not_now(contact: Contact) -> tuple[str, dict[str, Any]]:
    return reverse("person_not_now", args=[contact.pk]), {}


def propose_again(contact: Contact) -> tuple[str, dict[str, Any]]:
    return reverse("person_propose_again", args=[contact.pk]), {}


def left(contact: Contact) -> tuple[str, dict[str, Any]]:
    return reverse("contact_leave", args=[contact.pk]), {"because": "not_right"}


def taken_up_again(contact: Contact) -> tuple[str, dict[str, Any]]:
    leave(contact, LeftBecause.NOT_RIGHT, today=factories.DAY)
    return reverse("contact_back", args=[contact.pk]), {}


def introduced(contact: Contact) -> tuple[str, dict[str, Any]]:
    return reverse("referral_introduced", args=[factories.make_referral(contact, "Oriel Hathersey").pk]), {}


def reminded(contact: Contact) -> tuple[str, dict[str, Any]]:
    return reverse("invitation_remind", args=[factories.make_invitation(contact).pk]), {}


def answered(contact: Contact) -> tuple[str, dict[str, Any]]:
    return reverse("invitation_answer", args=[factories.make_invitation(contact).pk]), {"answer": "no"}


def called_off(contact: Contact) -> tuple[str, dict[str, Any]]:
    meeting = factories.make_meeting(contact, status=Status.PLANNED)
    return reverse("meeting_did_not_happen", args=[meeting.pk]), {"what": "cancelled"}


def moved(contact: Contact) -> tuple[str, dict[str, Any]]:
    meeting = factories.make_meeting(contact, status=Status.PLANNED)
    return reverse("meeting_did_not_happen", args=[meeting.pk]), {"what": "moved", "day": "2026-12-03"}


def done(contact: Contact) -> tuple[str, dict[str, Any]]:
    return reverse("follow_up_done", args=[factories.make_follow_up(contact).pk]), {}


def put_off(contact: Contact) -> tuple[str, dict[str, Any]]:
    return reverse("follow_up_put_off", args=[factories.make_follow_up(contact).pk]), {"days": "1"}


def dropped(contact: Contact) -> tuple[str, dict[str, Any]]:
    waits = factories.make_follow_up(contact, kind=FollowUpKind.WAITING)
    return reverse("follow_up_drop", args=[waits.pk]), {}


ACTS = [
    not_now, propose_again, left, taken_up_again, introduced, reminded, answered, called_off, moved, done, put_off,
    dropped,
]  # fmt: skip


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
def test_it_leads_back_to_where_it_was_pressed(client: Client, campaign: Campaign, act: Act) -> None:
    address, fields = act(factories.make_contact(campaign))

    assert client.post(address, {**fields, "next": HERE})["Location"] == HERE


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
def test_it_leads_to_no_other_host(client: Client, campaign: Campaign, act: Act) -> None:
    address, fields = act(factories.make_contact(campaign))

    led = client.post(address, {**fields, "next": "//elsewhere.example/"})["Location"]

    assert led.startswith("/")
    assert "elsewhere" not in led


@pytest.mark.parametrize("act", [left, called_off], ids=lambda act: act.__name__)
def test_a_page_in_between_hands_the_address_on(client: Client, campaign: Campaign, act: Act) -> None:
    address, _ = act(factories.make_contact(campaign))

    page = client.get(f"{address}?next=/follow-ups/%3Fshow%3Dwaiting").content.decode()

    forms = page.split("<main")[1].count(f'action="{address}"')
    assert page.count('name="next" value="/follow-ups/?show=waiting"') == forms
    assert 'href="/follow-ups/?show=waiting"' in page


def test_today_says_where_its_rows_stand(client: Client, campaign: Campaign) -> None:
    asked = factories.make_contact(campaign, "Cleo Clark")
    first = factories.DAY.replace(day=1)
    factories.make_invitation(asked, sent_on=first, reminded_on=first.replace(day=9))
    over = factories.make_meeting(
        factories.make_contact(campaign), status=Status.PLANNED, day=factories.DAY.replace(day=20)
    )
    factories.make_contact(campaign, "Di Damson", known_as="we_talk")

    page = client.get("/").content.decode()

    assert f"/people/{asked.pk}/leave/?next=/" in page
    assert f"/meetings/{over.pk}/did-not-happen/?next=/" in page
    for form in page.split("<form")[1:]:
        if "/not-now/" in form or "/answer/" in form:
            assert 'name="next" value="/"' in form.split("</form>")[0]
