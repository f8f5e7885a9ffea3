"""R18: the messages in the user's own words, in each language; tried on a person before they are saved."""

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from campaigns.models import Campaign, MessageTemplate
from contacts.models import Contact
from relationships.rules.messages.message import slots_of
from relationships.rules.messages.own_templates import ENGLISH_SLOTS, OCCASIONS, SLOTS, as_it_comes, what_is_wrong
from tests import factories
from tests.relationships.rules.messages.cases import EVERYTHING

pytestmark = pytest.mark.of_the_pages
GERMAN = "Liebe {name},\n\nhätten Sie {days} zwanzig Minuten?\nWir haben {place} gemeinsam.\n\n{me}"


@pytest.fixture
def tove(campaign: Campaign) -> Contact:
    return factories.make_contact(campaign, "Tove Marrick", language="de", called_by="first")


def address(occasion: str = "invite_none", language: str = "de") -> str:
    return f"{reverse('message_template')}?occasion={occasion}&language={language}"


@time_machine.travel(factories.at(factories.DAY, 9), tick=False)
def test_it_is_tried_on_saved_and_used(client: Client, tove: Contact) -> None:
    tried = client.post(address(), {"long": GERMAN, "change": "preview"}).content.decode()

    assert "hätten Sie Mittwoch 25. November / Freitag 27. November zwanzig Minuten?" in tried
    assert "gemeinsam" not in tried.partition("preview-t")[2]
    assert not MessageTemplate.objects.exists()

    client.post(address(), {"long": GERMAN})

    assert "Liebe Tove,\n\nhätten Sie Mittwoch" in client.get(reverse("invite", args=[tove.pk])).content.decode()
    assert "Your words" in client.get(reverse("message_templates"), {"language": "de"}).content.decode()


def test_english_comes_along_and_comes_back(client: Client, campaign: Campaign) -> None:
    page = client.get(address(language="")).content.decode()
    assert as_it_comes("invite_none").long.strip().splitlines()[2] in page.replace("&#x27;", "'")
    client.post(address(language=""), {"long": "Hello {name}."})

    back = client.post(address(language=""), {"change": "back"}, follow=True).content.decode()

    assert not MessageTemplate.objects.exists()
    client.post(reverse("undo"), {"state": back.split('name="state" value="')[1].split('"')[0]})
    assert MessageTemplate.objects.get().long == "Hello {name}."


@pytest.mark.parametrize(
    ("text", "language", "wrong"),
    [
        ("Hi {nobody}", "", "nothing that is called {nobody}"),
        ("Hallo {greeting}", "de", "nothing that is called {greeting}"),
        ("Hi {name", "", "A brace stands alone"),
        ("Hi {name}: {question}", "de", ""),
    ],
)
def test_what_cannot_be_filled_is_said(text: str, language: str, wrong: str) -> None:
    assert wrong in what_is_wrong(text, language)
    assert bool(what_is_wrong(text, language)) is bool(wrong)


def test_what_cannot_be_filled_stays_in_its_field(client: Client, tove: Contact) -> None:
    answer = client.post(address(), {"long": "Hallo {nobody}"})

    assert answer.status_code == 422
    assert "Hallo {nobody}" in answer.content.decode()
    assert not MessageTemplate.objects.exists()


def test_every_name_that_can_be_used_is_explained() -> None:
    assert {*SLOTS, *ENGLISH_SLOTS} == slots_of(EVERYTHING).keys()


def test_what_is_no_occasion_is_not_there(client: Client, campaign: Campaign) -> None:
    assert client.get(address("invite_everybody")).status_code == 404
    assert all(client.get(address(occasion, "ar")).status_code == 200 for occasion in OCCASIONS)
