"""Law 8 after Back: old words in a new form, or other words in the old one, are asked about before they are saved."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from campaigns import drafts
from campaigns.models import Campaign, Draft
from contacts.models import Contact, Note
from tests import factories

ASKED = "This form was saved already"


@pytest.fixture
def address(campaign: Campaign) -> str:
    return f"/people/{factories.make_contact(campaign).pk}/note/"


def form(client: Client, address: str) -> dict[str, str]:
    """The hidden fields of the form that stands there."""
    html = client.get(address).content.decode()
    return dict(re.findall(r'<input type="hidden" name="(draft|again)" value="([^"]+)"', html))


def note(client: Client, address: str, text: str, **hidden: str) -> str:
    answer = client.post(address, {"text": text, "day": "2026-11-23", **hidden})
    assert answer.status_code == 302
    return str(answer["Location"])


def test_the_same_words_from_a_new_form_are_asked_about_and_then_saved_once_more(client: Client, address: str) -> None:
    note(client, address, "Nights at 22", **form(client, address))

    back = note(client, address, "Nights at 22", **form(client, address))

    assert Note.objects.count() == 1
    page = client.get(back).content.decode()
    assert ASKED in page
    assert f'href="{Contact.objects.get().get_absolute_url()}">See what is there' in page
    assert "Nights at 22</textarea>" in page
    note(client, address, "Nights at 22", **form(client, back))
    assert Note.objects.count() == 2


def test_the_old_form_with_other_words_is_asked_about_and_loses_nothing(client: Client, address: str) -> None:
    old = form(client, address)
    note(client, address, "Nights at 22", **old)

    back = note(client, address, "Nights at 23", **old)

    assert [one.text for one in Note.objects.all()] == ["Nights at 22"]
    page = client.get(back).content.decode()
    assert ASKED in page
    assert "Nights at 23</textarea>" in page
    note(client, address, "Nights at 23", **form(client, back))
    note(client, address, "Nights at 24", **old)
    assert {one.text for one in Note.objects.all()} == {"Nights at 22", "Nights at 23"}
    assert Draft.objects.unfinished().get().fields["text"] == ["Nights at 24"]


def test_other_words_or_the_same_ones_a_day_later_are_a_form_of_their_own(client: Client, address: str) -> None:
    note(client, address, "Nights at 22", **form(client, address))
    note(client, address, "Nights at 23", **form(client, address))
    assert Note.objects.count() == 2

    Draft.objects.update(saved_at=timezone.now() - drafts.LATELY - timedelta(minutes=1))
    note(client, address, "Nights at 22", **form(client, address))
    assert Note.objects.count() == 3


def test_what_was_saved_already_is_not_offered_as_unfinished(client: Client, address: str) -> None:
    note(client, address, "Nights at 22", **form(client, address))
    note(client, address, "Nights at 22", **form(client, address))

    assert "did not save it" not in client.get(address).content.decode()


def test_what_another_user_saved_is_never_asked_about(
    client: Client, stranger: Client, address: str, campaign: Campaign
) -> None:
    note(client, address, "Nights at 22", **form(client, address))
    saved = Draft.objects.get()

    assert ASKED in client.get(address, {"again": saved.pk.hex}).content.decode()
    assert ASKED not in stranger.get("/people/new/", {"again": saved.pk.hex}).content.decode()
    assert ASKED not in client.get(address, {"again": "nonsense"}).content.decode()
