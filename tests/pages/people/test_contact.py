"""A person's page."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact
from outcomes.rules.items import ItemKind
from tests.factories import (
    DAY,
    make_contact,
    make_invitation,
    make_item,
    make_note,
)


@pytest.fixture(autouse=True)
def _on_a_monday() -> Iterator[None]:
    with time_machine.travel("2026-11-23 12:00", tick=False):
        yield


@pytest.fixture
def wren(campaign: Campaign) -> Contact:
    return make_contact(campaign, "Wren Hale", company="Brightmill Foods", position="Line lead")


def page(client: Client, contact: Contact, query: str = "") -> str:
    answer = client.get(f"/people/{contact.pk}/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_opens_with_who_it_is_and_what_to_do(client: Client, wren: Contact) -> None:
    text = page(client, wren)

    assert "Wren Hale" in text
    assert "Line lead" in text
    assert "Brightmill Foods" in text
    assert "Ask Wren for 20 minutes" in text
    assert "Not now" in text
    assert text.count("btn-primary") == 2  # Log in the frame, and the next step


def test_missing_evidence_is_a_link_that_supplies_it(client: Client, wren: Contact) -> None:
    text = page(client, wren)

    assert '<a href="#id_shared">What do you share?</a>' in text
    assert f'<a href="/people/{wren.pk}/invite/">A one-on-one agreed</a>' in text
    assert f'<a href="/meetings/log/?contact={wren.pk}">Something they gave you' in text


def test_what_you_share_is_noted_on_the_page(client: Client, wren: Contact) -> None:
    answer = client.post(f"/people/{wren.pk}/share/", {"shared": "Night shifts at 22"}, follow=True)

    assert "Noted." in answer.content.decode()
    assert 'class="chip" dir="auto"' in answer.content.decode()
    assert wren.common_ground.get().found_on == DAY


def test_a_refused_line_stands_on_the_page_as_it_was_typed(client: Client, wren: Contact) -> None:
    answer = client.post(f"/people/{wren.pk}/share/", {"shared": "x" * 301, "only_a_hint": "on"})

    assert answer.status_code == 422
    assert "x" * 301 in answer.content.decode()
    assert "checked" in answer.content.decode()


def test_what_the_app_knows_of_both_is_shared_with_one_click(client: Client, campaign: Campaign, wren: Contact) -> None:
    campaign.worked_at = "Brightmill, 2009 to 2016"
    campaign.save()
    assert 'name="shared" value="Brightmill"' in page(client, wren)

    client.post(f"/people/{wren.pk}/share/", {"shared": "Brightmill"})

    assert wren.common_ground.get().text == "Brightmill"
    assert 'name="shared" value="Brightmill"' not in page(client, wren)


def test_what_was_written_in_an_invitation_stands_in_the_timeline(client: Client, wren: Contact) -> None:
    make_invitation(wren, message="Could I have 20 minutes?")

    assert '<p class="prose mt-2 mb-0" dir="auto">Could I have 20 minutes?</p>' in page(client, wren)


def test_who_is_in_the_address_book_has_no_phase_and_can_be_added(client: Client, campaign: Campaign) -> None:
    contact = make_contact(campaign, joined_on=None)

    text = page(client, contact)

    assert "Where you are with" not in text
    assert f'action="/people/{contact.pk}/join/"' in text


def test_an_introduction_that_was_made_is_written_to_next(client: Client, campaign: Campaign, wren: Contact) -> None:
    graham = make_contact(campaign, "Graham Estevane")
    item = make_item(graham, kind=ItemKind.REFERRAL, referred=wren)
    assert f'action="/referrals/{item.pk}/introduced/"' in page(client, graham)
    assert f'action="/referrals/{item.pk}/introduced/"' in page(client, wren)

    for _ in range(2):
        client.post(f"/referrals/{item.pk}/introduced/")

    item.refresh_from_db()
    follow_up = wren.follow_ups.get()
    assert item.referral_state == "introduced"
    assert (follow_up.introduction, follow_up.by_rule, follow_up.due_on) == (True, True, date(2026, 11, 24))
    assert "introduced/" not in page(client, wren)


def test_older_entries_are_a_page_away_with_htmx_and_without(client: Client, wren: Contact) -> None:
    for number in range(60):
        make_note(wren, f"note number {number:02}", day=DAY - timedelta(days=number))

    first, second = page(client, wren), page(client, wren, "?page=2")
    part = client.get(f"/people/{wren.pk}/?page=2", headers={"HX-Request": "true"}).content.decode()

    assert "note number 00" in first
    assert "note number 59" not in first
    assert 'href="?page=2#timeline-h"' in first
    assert "note number 59" in second
    assert "note number 59" in part
    assert "<html" not in part


@pytest.mark.parametrize("query", ["?page=0", "?page=-1", "?page=x", "?page=99999", "?page=²"])
def test_a_page_that_is_none_is_no_error(client: Client, wren: Contact, query: str) -> None:
    page(client, wren, query)
