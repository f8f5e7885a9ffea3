"""A message or call that was noted wrongly is corrected or deleted, and the standing follows."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.phases import Phase
from meetings.models import Touch
from meetings.rules.touch import Direction
from outcomes.models import FollowUpStatus
from tests import factories
from trash.models import Deletion

DAY = factories.DAY


@pytest.fixture
def wren(campaign: Campaign) -> Contact:
    return factories.make_contact(campaign, "Wren Hale", known_from_before=date(2009, 1, 1))


@pytest.fixture
def touch(wren: Contact) -> Touch:
    """Of the same number as its contact: what refers to the one does not refer to the other."""
    return factories.make_touch(wren, pk=wren.pk, direction=Direction.RECEIVED, text="Rang about nights")


def corrected(client: Client, touch: Touch, **fields: str) -> str:
    noted = {"day": "2026-11-23", "direction": "received", "channel": "message", "matter": "other", "text": "As noted"}
    answer = client.post(reverse("touch_edit", args=[touch.pk]), {**noted, **fields}, follow=True)
    return answer.content.decode()


def test_the_timeline_leads_to_the_form_with_what_was_noted(client: Client, wren: Contact, touch: Touch) -> None:
    address = reverse("touch_edit", args=[touch.pk])

    assert f'href="{address}"' in client.get(wren.get_absolute_url()).content.decode()
    assert "Rang about nights</textarea>" in client.get(address).content.decode()


def test_what_it_was_is_written_and_the_standing_follows(client: Client, wren: Contact, touch: Touch) -> None:
    corrected(client, touch, day="2026-11-20", channel="mail", matter="thank", text="Wrote\n\nabout nights")

    touch.refresh_from_db()
    wren.refresh_from_db()
    assert (touch.channel, touch.matter, touch.text.splitlines()) == ("mail", "thank", ["Wrote", "", "about nights"])
    assert wren.last_spoke_on == touch.day == date(2026, 11, 20)


def test_evidence_that_it_was_not_moves_back_and_says_so(client: Client, wren: Contact, touch: Touch) -> None:
    wren.refresh_from_db()
    assert wren.phase == Phase.OBTAIN

    page = corrected(client, touch, direction="sent")

    assert "Wren is back in Initiate." in page
    wren.refresh_from_db()
    assert wren.phase == Phase.INITIATE


@pytest.mark.parametrize("fields", [{"day": "2031-01-01"}, {"day": "1987-01-01"}, {"channel": "pigeon"}])
def test_what_cannot_be_is_refused_and_kept_in_the_form(client: Client, touch: Touch, fields: dict[str, str]) -> None:
    page = corrected(client, touch, **fields, text="Typed just now")

    assert "Typed just now</textarea>" in page
    assert "invalid-feedback" in page
    touch.refresh_from_db()
    assert touch.text == "Rang about nights"


def test_deleting_asks_moves_back_and_can_be_undone(client: Client, wren: Contact, touch: Touch) -> None:
    done = factories.make_follow_up(wren, touch=touch, status=FollowUpStatus.DONE, closed_on=DAY)
    address = reverse("touch_delete", args=[touch.pk])
    assert "Message with Wren Hale, Monday 23 November" in client.get(address).content.decode()

    page = client.post(address, follow=True).content.decode()

    wren.refresh_from_db()
    done.refresh_from_db()
    assert "Wren is back in Initiate" in page
    assert (wren.phase, wren.last_spoke_on) == (Phase.INITIATE, None)
    assert (done.status, done.touch) == (FollowUpStatus.DONE, None)
    undo = reverse("deletion_restore", args=[Deletion.objects.get().pk])
    assert f'action="{undo}"' in page
    client.post(undo)
    wren.refresh_from_db()
    done.refresh_from_db()
    assert (wren.phase, wren.last_spoke_on, done.touch) == (Phase.OBTAIN, DAY, touch)
