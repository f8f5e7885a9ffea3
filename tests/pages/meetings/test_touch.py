"""A message or short call: one line, and what follows from it."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.joining import JoinedBecause
from contacts.rules.phases import Phase
from meetings.models import Touch
from meetings.rules.touch import Direction
from outcomes.models import FollowUp
from outcomes.rules.due import FollowUpKind
from tests import factories
from tests.pages.meetings.debriefing import TODAY

URL = "/touches/new/"


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel("2026-11-23 10:00", tick=False):
        yield


def filled(**fields: Any) -> dict[str, Any]:
    return {
        "person": "Jonah Petrelund",
        "day": "2026-11-23",
        "direction": "sent",
        "channel": "mail",
        "matter": "other",
        "text": "Asked after the resume",
        **fields,
    }


def test_one_line_is_enough_and_joins_the_network(client: Client, campaign: Campaign) -> None:
    answer = client.post(URL, filled())

    jonah, touch = Contact.objects.get(), Touch.objects.get()
    assert answer["Location"] == jonah.get_absolute_url()
    assert (jonah.joined_because, jonah.last_spoke_on, jonah.held_count) == (JoinedBecause.TOUCH, TODAY, 0)
    assert (touch.channel, touch.matter, touch.text) == ("mail", "other", "Asked after the resume")
    assert not FollowUp.objects.exists()


def test_what_next_is_a_follow_up(client: Client, campaign: Campaign) -> None:
    client.post(URL, filled(following="Send the new resume", following_by_0="2026-11-24"))

    row = FollowUp.objects.get()
    assert (row.kind, row.text, row.due_on) == (FollowUpKind.ACTION, "Send the new resume", date(2026, 11, 24))
    assert row.contact.acts_on == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("direction", "known", "phase"),
    [
        (Direction.RECEIVED, True, Phase.OBTAIN),
        (Direction.SENT, True, Phase.INITIATE),
        (Direction.RECEIVED, False, Phase.INITIATE),
    ],
)
def test_for_somebody_known_from_before_it_is_enough_that_they_wrote(
    client: Client, campaign: Campaign, direction: Direction, known: bool, phase: Phase
) -> None:
    since = TODAY - timedelta(days=900) if known else None
    contact = factories.make_contact(campaign, "Jonah Petrelund", known_from_before=since)

    client.post(reverse("contact_touch", args=[contact.pk]), filled(person_id=contact.pk, direction=direction.value))

    contact.refresh_from_db()
    assert contact.phase == phase


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"day": "2026-11-24"}, "still to come"),
        ({"day": "1812-01-01"}, "too long ago"),
        ({"person": ""}, "Fill this in."),
        ({"channel": "pigeon"}, "Choose one of these."),
        ({"following": "Send it", "following_by_0": "pick"}, "Choose a day"),
    ],
    ids=str,
)
def test_a_refused_touch_keeps_what_was_typed(
    client: Client, campaign: Campaign, fields: dict[str, str], words: str
) -> None:
    answer = client.post(URL, filled(**{"following": "Then this", "following_by_0": "2026-11-24", **fields}))

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert fields.get("following", "Then this") in answer.content.decode()
    assert not Touch.objects.exists()


def test_a_page_about_somebody_begins_with_their_name(client: Client, campaign: Campaign) -> None:
    contact = factories.make_contact(campaign, "Jonah Petrelund")

    assert "Jonah Petrelund" in client.get(reverse("contact_touch", args=[contact.pk])).content.decode()


def test_a_stranger_is_not_taken_from_the_form(client: Client, campaign: Campaign, other_campaign: Campaign) -> None:
    foreign = factories.make_contact(other_campaign, "Jonah Petrelund")

    client.post(URL, filled(person_id=foreign.pk))

    assert Touch.objects.get().contact.campaign == campaign
