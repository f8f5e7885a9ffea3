"""R2: evidence that goes moves a phase back, and every page by which it can go says so."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.phases import Phase
from meetings.models import Meeting, Touch
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from meetings.rules.touch import Direction
from relationships.writes.standing import refresh
from tests import factories
from tests.pages.meetings.debriefing import posted

FRIDAY = date(2026, 11, 20)
Way = Callable[[Contact], tuple[str, dict[str, Any]]]


def the_ground(contact: Contact) -> int:
    return contact.common_ground.get().pk


def answered(contact: Contact) -> tuple[str, dict[str, Any]]:
    invitation = factories.make_invitation(contact, answer=Answer.YES)
    return reverse("invitation_answer", args=[invitation.pk]), {"answer": "no"}


def invitation_deleted(contact: Contact) -> tuple[str, dict[str, Any]]:
    invitation = factories.make_invitation(contact, answer=Answer.YES)
    return reverse("invitation_delete", args=[invitation.pk]), {}


def nobody_came(contact: Contact) -> tuple[str, dict[str, Any]]:
    meeting = factories.make_meeting(contact, status=Status.PLANNED, day=FRIDAY)
    return reverse("meeting_did_not_happen", args=[meeting.pk]), {"what": "no_show"}


def meeting_deleted(contact: Contact) -> tuple[str, dict[str, Any]]:
    return reverse("meeting_delete", args=[factories.make_meeting(contact).pk]), {}


def meeting_corrected(contact: Contact) -> tuple[str, dict[str, Any]]:
    meeting = factories.make_meeting(contact)
    item = factories.make_item(contact, meeting=meeting)
    line = {"item": item.pk, "kind": "advice", "text": item.text, "DELETE": "on"}
    fields = posted(meeting, line) | {"given-INITIAL_FORMS": 1}
    return reverse("meeting_log", args=[meeting.pk]), fields


def item_deleted(contact: Contact) -> tuple[str, dict[str, Any]]:
    factories.make_meeting(contact)
    return reverse("item_delete", args=[factories.make_item(contact).pk]), {}


def received(contact: Contact) -> Touch:
    Contact.objects.filter(pk=contact.pk).update(known_from_before=date(2009, 1, 1))
    return factories.make_touch(contact, direction=Direction.RECEIVED)


def touch_deleted(contact: Contact) -> tuple[str, dict[str, Any]]:
    return reverse("touch_delete", args=[received(contact).pk]), {}


def touch_corrected(contact: Contact) -> tuple[str, dict[str, Any]]:
    fields = {"day": "2026-11-23", "direction": "sent", "channel": "mail", "matter": "other"}
    return reverse("touch_edit", args=[received(contact).pk]), fields


def ground_removed(contact: Contact) -> tuple[str, dict[str, Any]]:
    factories.make_meeting(contact)
    return reverse("ground_remove", args=[the_ground(contact)]), {}


def ground_not_found(contact: Contact) -> tuple[str, dict[str, Any]]:
    factories.make_meeting(contact)
    return reverse("ground_edit", args=[the_ground(contact)]), {"text": "Both rowed", "found_on": ""}


def known_no_more(contact: Contact) -> tuple[str, dict[str, Any]]:
    received(contact)
    contact.common_ground.all().delete()
    refresh([contact.pk])
    return reverse("contact_edit", args=[contact.pk]), {"name": contact.name, "version": contact.version}


WAYS = [
    known_no_more,
    answered,
    invitation_deleted,
    nobody_came,
    meeting_deleted,
    meeting_corrected,
    item_deleted,
    touch_deleted,
    touch_corrected,
    ground_removed,
    ground_not_found,
]


@pytest.fixture(autouse=True)
def _monday() -> Iterator[None]:
    with time_machine.travel(factories.at(factories.DAY, 9), tick=False):
        yield


@pytest.fixture
def wren(campaign: Campaign) -> Contact:
    contact = factories.make_contact(campaign, "Wren Sallow")
    factories.make_common_ground(contact)
    return contact


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_every_way_back_is_said(client: Client, wren: Contact, way: Way) -> None:
    address, fields = way(wren)
    wren.refresh_from_db()
    before = Phase(wren.phase)

    reply = client.post(address, fields)

    wren.refresh_from_db()
    after = Phase(wren.phase)
    assert list(Phase).index(after) < list(Phase).index(before)
    said = " ".join(str(message) for message in get_messages(reply.wsgi_request))
    assert f"Wren is back in {after.label}. Missing now:" in said


def test_where_other_evidence_stands_nothing_is_said(client: Client, wren: Contact) -> None:
    factories.make_meeting(wren)
    address, fields = answered(wren)

    reply = client.post(address, fields)

    assert "back in" not in " ".join(str(message) for message in get_messages(reply.wsgi_request))
    assert Meeting.objects.exists()
