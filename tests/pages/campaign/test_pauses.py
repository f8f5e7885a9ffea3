"""Pauses and days off: the whole network's standing follows them (R17)."""

from datetime import date

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.test import Client

from campaigns.models import Campaign, Pause
from campaigns.rules.progress import PauseKind
from contacts.models import Contact
from tests import factories

PAUSES = "/campaign/pauses/"
DAYS = {"kind": "pause", "from_day": "2026-12-21", "to_day": "2027-01-03"}
BETWEEN_THE_YEARS = date(2026, 12, 24), date(2027, 1, 2)


@pytest.fixture
def asked(campaign: Campaign) -> Contact:
    """Asked on Friday 18 December: silent from the fifth business day on, 25 December, days off not counted."""
    contact = factories.make_contact(campaign)
    factories.make_invitation(contact, sent_on=date(2026, 12, 18))
    return contact


def silent_from(contact: Contact) -> date | None:
    contact.refresh_from_db()
    return contact.acts_on


def undo_of(request: HttpRequest) -> str:
    """The address that the last toast's Undo posts to."""
    return str([message.extra_tags for message in get_messages(request)][-1])


@pytest.mark.parametrize("kind", ["pause", "off"])
def test_a_pause_is_added_and_removed(client: Client, campaign: Campaign, asked: Contact, kind: str) -> None:
    assert silent_from(asked) == date(2026, 12, 25)

    assert client.post(PAUSES, DAYS | {"kind": kind})["Location"] == "/campaign/"
    pause = campaign.pauses.get()
    assert (pause.kind, pause.from_day, pause.to_day) == (kind, date(2026, 12, 21), date(2027, 1, 3))
    assert "21 December 2026 to 3 January 2027" in client.get("/campaign/").content.decode()
    assert silent_from(asked) == date(2027, 1, 8)

    assert client.post(f"{PAUSES}{pause.pk}/remove/")["Location"] == "/campaign/"
    assert not Pause.objects.exists()
    assert silent_from(asked) == date(2026, 12, 25)


def test_a_pause_is_changed(client: Client, campaign: Campaign, asked: Contact) -> None:
    client.post(PAUSES, DAYS)
    pause = campaign.pauses.get()
    assert 'value="2026-12-21"' in client.get(f"{PAUSES}{pause.pk}/").content.decode()

    answer = client.post(f"{PAUSES}{pause.pk}/", {"kind": "off", "from_day": "2026-12-24", "to_day": "2027-01-02"})

    assert answer["Location"] == "/campaign/"
    pause.refresh_from_db()
    assert (pause.kind, pause.from_day) == (PauseKind.OFF, date(2026, 12, 24))
    assert silent_from(asked) == date(2027, 1, 5)


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("to_day", "2026-12-20", "This day is before the first one."),
        ("to_day", "9999-12-31", "Choose days between 2000 and 2100."),
        ("to_day", "2028-12-31", "This is more than a year."),
        ("from_day", "someday", "Type a day, such as 2026-11-23."),
        ("kind", "party", "Choose one of these."),
    ],
)
def test_days_that_cannot_be_are_refused_and_kept(
    client: Client, campaign: Campaign, field: str, typed: str, said: str
) -> None:
    before = Pause.objects.create(campaign=campaign, from_day=date(2026, 10, 5), to_day=date(2026, 10, 9))
    for address in (PAUSES, f"{PAUSES}{before.pk}/"):
        answer = client.post(address, DAYS | {field: typed})

        assert answer.status_code == 422
        assert said in answer.content.decode()
        for words in (DAYS | {field: typed}).values():
            assert words in answer.content.decode() or field == "kind"
    assert list(Pause.objects.values_list("from_day", "kind")) == [(date(2026, 10, 5), PauseKind.PAUSE)]


@time_machine.travel("2026-12-01 10:00Z")
def test_the_days_between_the_years_are_taken_off_with_one_click_and_undone(
    client: Client, campaign: Campaign, other_campaign: Campaign, asked: Contact
) -> None:
    first, last = BETWEEN_THE_YEARS
    other_campaign.pauses.create(kind=PauseKind.OFF, from_day=first, to_day=last)
    question = "24 December to 2 January 2027: are these days off?"
    assert question in client.get("/campaign/").content.decode()

    answer = client.post("/campaign/days-off/")

    pause = campaign.pauses.get()
    assert (pause.kind, pause.from_day, pause.to_day) == (PauseKind.OFF, *BETWEEN_THE_YEARS)
    assert silent_from(asked) == date(2027, 1, 5)
    assert question not in client.get("/campaign/").content.decode()
    assert [*campaign.pauses.of_figures()] == []

    client.post("/campaign/days-off/")
    assert campaign.pauses.count() == 1

    client.post(undo_of(answer.wsgi_request))
    assert not campaign.pauses.exists()
    assert silent_from(asked) == date(2026, 12, 25)


@time_machine.travel("2026-11-23 10:00Z")
def test_they_are_proposed_in_their_season_only(client: Client, campaign: Campaign) -> None:
    assert "are these days off?" not in client.get("/campaign/").content.decode()
    client.post("/campaign/days-off/")
    assert not campaign.pauses.exists()


def test_undo_brings_a_removed_pause_back_once(
    client: Client, campaign: Campaign, other_campaign: Campaign, asked: Contact
) -> None:
    other_campaign.pauses.create(kind=PauseKind.OFF, from_day=date(2026, 12, 21), to_day=date(2027, 1, 3))
    client.post(PAUSES, DAYS | {"kind": "off"})
    removed = client.post(f"{PAUSES}{campaign.pauses.get().pk}/remove/")
    address = undo_of(removed.wsgi_request)

    for _ in range(2):
        assert client.post(address)["Location"] == "/campaign/"

    pause = campaign.pauses.get()
    assert (pause.kind, pause.from_day, pause.to_day) == (PauseKind.OFF, date(2026, 12, 21), date(2027, 1, 3))
    assert silent_from(asked) == date(2027, 1, 8)


def test_undo_of_a_pause_is_for_its_own_campaign(
    client: Client, stranger: Client, campaign: Campaign, other_campaign: Campaign
) -> None:
    client.post(PAUSES, DAYS)
    address = undo_of(client.post(f"{PAUSES}{campaign.pauses.get().pk}/remove/").wsgi_request)

    for state in (address, "/campaign/pauses/back/?state=forged", "/campaign/pauses/back/"):
        answer = stranger.post(state, follow=True)
        assert "This can no longer be undone." in answer.content.decode()
    assert not Pause.objects.exists()


def test_adding_is_undone_too(client: Client, campaign: Campaign) -> None:
    client.post(undo_of(client.post(PAUSES, DAYS).wsgi_request))

    assert not campaign.pauses.exists()


def test_a_stranger_touches_no_pause(stranger: Client, campaign: Campaign) -> None:
    pause = Pause.objects.create(campaign=campaign, from_day=date(2026, 12, 21), to_day=date(2027, 1, 3))

    stranger.post(f"{PAUSES}{pause.pk}/remove/")  # as if it were gone already
    assert stranger.post(f"{PAUSES}{pause.pk}/", DAYS | {"kind": "off"}).status_code == 404
    assert [one.kind for one in Pause.objects.all()] == [PauseKind.PAUSE]
