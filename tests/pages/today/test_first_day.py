"""The first day: one act, not a tour."""

import re
from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from campaigns.models import Campaign
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

    assert "Your shelf is ready, Alice" in html
    assert "Who would be glad to hear from you?" in html
    assert "Position in one sentence" in html


def test_the_first_name_joins_the_network_and_leads_to_its_page(client: Client, campaign: Campaign) -> None:
    key = re.search(r'name="draft" value="([^"]+)"', shown(client))
    assert key

    first = client.post("/", {"name": "Tove Marrick", "draft": key[1]})
    second = client.post("/", {"name": "Tove Marrick", "draft": key[1]})

    tove = campaign.contacts.get()
    assert tove.in_network
    assert first["Location"] == second["Location"] == f"/people/{tove.pk}/"


@pytest.mark.parametrize("name", ["", "  ", "\u200b"])
def test_a_name_of_nothing_is_refused(client: Client, campaign: Campaign, name: str) -> None:
    answer = client.post("/", {"name": name})

    assert answer.status_code == 422
    assert "Type a name." in answer.content.decode()
    assert not campaign.contacts.exists()


def test_a_week_of_a_pause_has_no_figures(client: Client, campaign: Campaign) -> None:
    factories.make_contact(campaign)
    campaign.pauses.create(from_day=MONDAY, to_day=MONDAY)

    assert "Invitations this week" not in shown(client)
