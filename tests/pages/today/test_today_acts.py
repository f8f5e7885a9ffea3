"""What is done on Today in place, with htmx and without it (R8, R10, R19)."""

import re
from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from campaigns.models import Campaign
from contacts.rules.knowing import KnownAs
from meetings.models import Touch
from outcomes.models import FollowUpStatus
from outcomes.rules.due import FollowUpKind
from tests import factories
from tests.factories import at
from tests.pages.today.reading import badge, shown

MONDAY = factories.DAY
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def on_monday_morning() -> Iterator[None]:
    with time_machine.travel(at(MONDAY, 8), tick=False):
        yield


def test_done_in_place_strikes_the_row_and_counts_down(client: Client, campaign: Campaign) -> None:
    follow_up, *_ = [factories.make_follow_up(factories.make_contact(campaign)) for _ in range(3)]
    assert badge(shown(client)) == 3

    answer = client.post(f"/follow-ups/{follow_up.pk}/done/", headers=HTMX)

    html = answer.content.decode()
    assert answer.status_code == 200
    assert 'class="row-item is-done"' in html
    assert f'id="follow-up-{follow_up.pk}"' in html
    assert "Undo" in html
    assert badge(html) == 2
    assert "<html" not in html


def test_done_without_scripts_leads_back_to_today(client: Client, campaign: Campaign) -> None:
    follow_up = factories.make_follow_up(factories.make_contact(campaign), "Send the summary")

    answer = client.post(f"/follow-ups/{follow_up.pk}/done/", {"next": "/"})

    assert answer["Location"] == "/"
    html = shown(client)
    assert "“Send the summary”." in html
    state = re.search(r'name="state" value="([^"]+)"', html)
    assert state
    assert client.post("/undo/", {"state": state[1], "next": "/"})["Location"] == "/"
    follow_up.refresh_from_db()
    assert follow_up.status == FollowUpStatus.OPEN


def test_thanks_that_are_done_are_noted_as_sent_once(client: Client, campaign: Campaign) -> None:
    follow_up = factories.make_follow_up(factories.make_contact(campaign, "Noor Halvane"), kind=FollowUpKind.THANK_YOU)

    for _ in range(2):
        client.post(f"/follow-ups/{follow_up.pk}/done/")

    assert Touch.objects.count() == 1
    assert "Noor is thanked" in shown(client)


def test_not_now_keeps_a_person_away_for_four_weeks(client: Client, campaign: Campaign) -> None:
    people = [factories.make_contact(campaign, name, known_as=KnownAs.KNOWN) for name in ("Tove Marrick", "Ada Vale")]
    listed = shown(client).partition("Who else to ask")[0]
    contact = next(one for one in people if one.name not in listed)

    part = client.post(f"/people/{contact.pk}/not-now/", headers=HTMX).content.decode()

    assert "Monday 21 December" in part
    assert badge(part) == 1
    assert contact.name not in shown(client)
    client.post(f"/people/{contact.pk}/propose-again/")
    contact.refresh_from_db()
    assert contact.not_now_until is None
    assert contact.name in shown(client)
