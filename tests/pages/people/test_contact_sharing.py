"""What is noted on a person's page: what you share, and notes."""

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact
from tests.factories import (
    DAY,
    make_common_ground,
    make_contact,
    make_meeting,
)


@pytest.fixture(autouse=True)
def _on_a_monday() -> Iterator[None]:
    with time_machine.travel("2026-11-23 12:00", tick=False):
        yield


@pytest.fixture
def wren(campaign: Campaign) -> Contact:
    return make_contact(campaign, "Wren Hale")


def said(client: Client, path: str, **fields: str) -> str:
    return client.post(path, fields, follow=True).content.decode()


# What you share (R2).


def test_a_hint_is_no_evidence_until_it_is_found(client: Client, wren: Contact) -> None:
    make_meeting(wren)
    said(client, f"/people/{wren.pk}/share/", shared="Canal walks", only_a_hint="on")
    wren.refresh_from_db()
    assert wren.phase == "initiate"

    said(client, f"/common-ground/{wren.common_ground.get().pk}/found/")

    wren.refresh_from_db()
    assert (wren.phase, wren.common_ground.get().found_on) == ("obtain", DAY)


def test_removing_evidence_that_moves_back_says_so(client: Client, wren: Contact) -> None:
    make_meeting(wren)
    ground = make_common_ground(wren)

    text = said(client, f"/common-ground/{ground.pk}/remove/")

    assert "Removed. Wren is back in Initiate. Missing now: what do you share?" in text


def test_removing_one_of_two_lines_says_nothing_of_phases(client: Client, wren: Contact) -> None:
    make_meeting(wren)
    make_common_ground(wren)
    ground = make_common_ground(wren)

    assert "is back in" not in said(client, f"/common-ground/{ground.pk}/remove/")


def test_a_line_can_be_worded_again_and_taken_back_to_a_hint(client: Client, wren: Contact) -> None:
    make_meeting(wren)
    ground = make_common_ground(wren)

    text = said(client, f"/common-ground/{ground.pk}/edit/", text="Canal boats", found_on="")

    ground.refresh_from_db()
    assert (ground.text, ground.found_on) == ("Canal boats", None)
    assert "Wren is back in Initiate" in text


def test_a_day_to_come_is_refused_with_what_was_typed(client: Client, wren: Contact) -> None:
    ground = make_common_ground(wren)

    answer = client.post(f"/common-ground/{ground.pk}/edit/", {"text": "Boats", "found_on": "2027-01-01"})

    assert answer.status_code == 422
    assert 'value="Boats"' in answer.content.decode()


# Notes.


def test_a_note_is_written_changed_and_deleted(client: Client, wren: Contact) -> None:
    said(client, f"/people/{wren.pk}/note/", text="Likes boats", day="2026-11-20")
    note = wren.notes.get()
    assert (note.text, note.day) == ("Likes boats", date(2026, 11, 20))

    said(client, f"/notes/{note.pk}/edit/", text="Likes canal boats", day="2026-11-20")
    note.refresh_from_db()
    assert note.text == "Likes canal boats"

    said(client, f"/notes/{note.pk}/delete/")
    assert not wren.notes.exists()


def test_a_note_moves_nobody(client: Client, campaign: Campaign) -> None:
    contact = make_contact(campaign, joined_on=None)

    said(client, f"/people/{contact.pk}/note/", text="Likes boats", day="2026-11-20")

    contact.refresh_from_db()
    assert not contact.in_network


def test_a_refused_note_keeps_its_text(client: Client, wren: Contact) -> None:
    answer = client.post(f"/people/{wren.pk}/note/", {"text": "A long thought", "day": "yesterday"})

    assert answer.status_code == 422
    assert "A long thought" in answer.content.decode()
    assert "yesterday" in answer.content.decode()


def test_a_note_posted_twice_is_one(client: Client, wren: Contact) -> None:
    page = client.get(f"/people/{wren.pk}/note/").content.decode()
    key = page.split('name="draft" value="')[1].split('"')[0]

    for _ in range(2):
        client.post(f"/people/{wren.pk}/note/", {"text": "Once", "day": "2026-11-20", "draft": key})

    assert wren.notes.count() == 1
