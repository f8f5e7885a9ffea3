"""R2 in the admin: whatever takes evidence away says whose phase moved back by it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import Invitation
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from tests import factories
from tests.pages.admin.admin_rows import address

BACK = "Wren is back in Initiate. Missing now:"
Way = Callable[[Contact], tuple[str, dict[str, Any]]]


@pytest.fixture(autouse=True)
def _monday() -> Iterator[None]:
    with time_machine.travel(factories.at(factories.DAY, 9), tick=False):
        yield


@pytest.fixture
def wren(campaign: Campaign) -> Contact:
    contact = factories.make_contact(campaign, "Wren Sallow")
    factories.make_common_ground(contact)
    return contact


def deleted(contact: Contact) -> tuple[str, dict[str, Any]]:
    meeting = factories.make_meeting(contact)
    return address(type(meeting), "delete", meeting.pk), {"post": "yes"}


def picked_and_deleted(contact: Contact) -> tuple[str, dict[str, Any]]:
    meeting = factories.make_meeting(contact)
    picked = {"action": "delete_selected", "_selected_action": [meeting.pk], "post": "yes"}
    return address(type(meeting), "changelist"), picked


def said_no(contact: Contact) -> tuple[str, dict[str, Any]]:
    invitation = factories.make_invitation(contact, answer=Answer.YES)
    return address(Invitation, "changelist"), {"action": "said_no", "_selected_action": [invitation.pk]}


def did_not_come(contact: Contact) -> tuple[str, dict[str, Any]]:
    meeting = factories.make_meeting(contact)
    fields = {"day": "2026-11-23", "status": Status.NO_SHOW, "mode": "in_person", "shown_version": meeting.version}
    return address(type(meeting), "change", meeting.pk), fields


def said(client: Client, path: str, posted: dict[str, Any]) -> list[str]:
    reply = client.post(path, posted)
    assert reply.status_code == 302, reply.content.decode()
    return [str(message) for message in get_messages(reply.wsgi_request)]


@pytest.mark.parametrize("way", [deleted, picked_and_deleted, said_no, did_not_come], ids=lambda way: way.__name__)
def test_every_way_back_is_said(alices: Client, wren: Contact, way: Way) -> None:
    path, posted = way(wren)
    wren.refresh_from_db()
    assert wren.phase == "obtain"

    assert any(words.startswith(BACK) for words in said(alices, path, posted))


def test_of_many_the_first_are_named_and_the_rest_counted(alices: Client, campaign: Campaign) -> None:
    people = [factories.make_contact(campaign) for _ in range(7)]
    for contact in people:
        factories.make_common_ground(contact)
    meetings = [factories.make_meeting(contact) for contact in people]
    picked = {"action": "delete_selected", "_selected_action": [one.pk for one in meetings], "post": "yes"}

    words = " ".join(said(alices, address(type(meetings[0]), "changelist"), picked))

    assert words.count("is back in Initiate.") == 5
    assert "Two more people moved back too." in words


def test_of_others_nothing_is_said(staff: Client, other_campaign: Campaign, wren: Contact) -> None:
    mine = factories.make_contact(other_campaign)
    touch = factories.make_touch(mine)

    assert BACK not in " ".join(said(staff, address(type(touch), "delete", touch.pk), {"post": "yes"}))
