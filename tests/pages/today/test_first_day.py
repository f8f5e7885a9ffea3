"""The first day: one act, not a tour."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client

from campaigns.models import Campaign
from contacts.rules.knowing import KnownAs
from tests import factories
from tests.factories import at

MONDAY = factories.DAY


@pytest.fixture(autouse=True)
def on_monday_morning() -> Iterator[None]:
    with time_machine.travel(at(MONDAY, 8), tick=False):
        yield


def shown(client: Client) -> str:
    answer = client.get("/")
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_the_first_day_asks_for_one_name(client: Client, campaign: Campaign) -> None:
    html = shown(client)

    assert "Your shelf is ready, <bdi>Alice</bdi>" in html
    assert "Who would be glad to hear from you?" in html
    assert "Missing" not in html  # nothing counts it before the third day
    campaign.position = "Operations lead"
    campaign.save()
    assert re.search("You can say already.*Position in one sentence", shown(client), re.DOTALL)


def test_the_first_name_joins_the_network_and_leads_to_its_page(client: Client, campaign: Campaign) -> None:
    key = re.search(r'name="draft" value="([^"]+)"', shown(client))
    assert key

    first = client.post("/", {"person": "Tove Marrick, Quayside Roasters", "draft": key[1]})
    second = client.post("/", {"person": "Tove Marrick, Quayside Roasters", "draft": key[1]})

    tove = campaign.contacts.get()
    assert (tove.name, tove.company and tove.company.name) == ("Tove Marrick", "Quayside Roasters")
    assert tove.in_network
    assert tove.known_as == KnownAs.KNOWN
    assert first["Location"] == second["Location"] == f"/people/{tove.pk}/"


@pytest.mark.parametrize("name", ["", "  ", "\u200b", "\u200b, Tidewater"])
def test_a_name_of_nothing_is_refused(client: Client, campaign: Campaign, name: str) -> None:
    answer = client.post("/", {"person": name})

    assert answer.status_code == 422
    assert "Type a name" in answer.content.decode()
    assert not campaign.contacts.exists()


def test_a_week_of_a_pause_has_no_figures(client: Client, campaign: Campaign) -> None:
    factories.make_contact(campaign)
    campaign.pauses.create(from_day=MONDAY, to_day=MONDAY)

    assert "Invitations this week" not in shown(client)


def test_after_an_import_it_is_to_choose_ten(client: Client, campaign: Campaign) -> None:
    campaign.worked_at = "Tillerman"
    campaign.save()
    for number in range(12):
        factories.make_contact(campaign, f"Ann Ash{number}", joined_on=None)
    factories.make_contact(campaign, "Graham Estevane", joined_on=None, company="Tillerman", position="Director")
    upload = factories.make_import(campaign)

    html = shown(client)

    assert "13 in your address book. Choose ten" in html
    assert 'href="/people/choose/?from=book"' in html
    assert "Graham Estevane" in html
    assert "Works at Tillerman, where you worked" in html
    assert f'href="/import/{upload.pk}/"' in html
    assert "Who would be glad to hear from you?" not in html


@pytest.mark.parametrize(
    ("day", "words", "button"),
    [
        (date(2026, 11, 23), "Ten people of your address book would be glad to hear from you.", "Choose ten"),
        (date(2026, 11, 24), "Whom did Ada mention?", "Add a person"),
        (date(2026, 11, 25), "Who comes to mind? Worked for? Worked for me?", "Who do I know?"),
    ],
)
def test_where_nobody_is_left_each_day_has_one_thing_to_do(
    client: Client, campaign: Campaign, other_campaign: Campaign, day: date, words: str, button: str
) -> None:
    factories.make_meeting(factories.make_contact(other_campaign, "Bob Vale"), day=MONDAY - timedelta(days=1))
    ada = factories.make_contact(campaign, "Ada Vale", how_we_met="Worked with")
    factories.make_meeting(ada, day=MONDAY - timedelta(days=3))
    factories.make_contact(campaign, joined_on=None)

    with time_machine.travel(at(day, 8), tick=False):
        html = shown(client)

    assert words in html.partition("Who else to ask")[2]
    assert button in html.partition("Who else to ask")[2]
