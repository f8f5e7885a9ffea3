"""R19: Today can be finished. Its rows are chosen at the day's first look, and stay those of the day."""

import threading
from collections.abc import Callable, Iterator
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test import Client

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.knowing import KnownAs
from outcomes.models import FollowUp
from outcomes.rules.due import FollowUpKind
from tests import factories
from tests.factories import at
from tests.pages.today.reading import PAGES, badge, number, rows, shown
from today.models import ChosenRow

MONDAY = factories.DAY
TUESDAY = date(2026, 11, 24)
HTMX = {"HX-Request": "true", "HX-Current-URL": "http://testserver/"}


@pytest.fixture(autouse=True)
def on_monday_morning() -> Iterator[None]:
    with time_machine.travel(at(MONDAY, 8), tick=False):
        yield


@pytest.fixture
def actions(campaign: Campaign) -> list[FollowUp]:
    """Seven people with something to do; five have a row."""
    return [factories.make_follow_up(factories.make_contact(campaign), f"Action {n}") for n in range(7)]


def done(client: Client, follow_up: FollowUp) -> None:
    assert client.post(f"/follow-ups/{follow_up.pk}/done/", {"next": "/"}).status_code == 302


@pytest.mark.parametrize("address", PAGES)
def test_the_first_look_at_any_page_chooses(
    client: Client, campaign: Campaign, actions: list[FollowUp], address: str
) -> None:
    client.get(address)

    assert ChosenRow.objects.count() == 5
    campaign.refresh_from_db()
    assert campaign.rows_chosen_on == campaign.last_seen_on == MONDAY


def test_a_part_or_a_post_opens_the_day_and_chooses_nothing(
    client: Client, campaign: Campaign, actions: list[FollowUp]
) -> None:
    client.get("/people/suggest/?q=an", headers=HTMX)
    client.post("/welcome-back/")

    campaign.refresh_from_db()
    assert (campaign.last_seen_on, campaign.rows_chosen_on) == (MONDAY, None)


def test_nothing_is_chosen_before_somebody_is_in_the_network(client: Client, campaign: Campaign) -> None:
    client.get("/")
    campaign.refresh_from_db()
    assert campaign.rows_chosen_on is None

    factories.make_contact(campaign, "Tove Marrick", known_as=KnownAs.KNOWN)

    html = shown(client)
    assert "A good day to ask someone" in html
    assert "Nothing due" not in html, "the greeting says that one is for today"
    assert number(client) == 1


def test_a_day_is_finished_and_stays_so_until_tomorrow(
    client: Client, campaign: Campaign, actions: list[FollowUp]
) -> None:
    assert number(client) == 5
    for left, follow_up in zip((4, 3, 2, 1, 0), actions, strict=False):
        done(client, follow_up)
        assert number(client) == left, "what is done frees no place"

    html = shown(client)
    assert "Enough for today" in html
    assert "Five other things done." in html
    assert "2 more" in html
    factories.make_follow_up(factories.make_contact(campaign), "Later an action")
    factories.make_contact(campaign, known_as=KnownAs.KNOWN)
    assert number(client) == 0
    with time_machine.travel(at(TUESDAY, 8), tick=False):
        assert number(client) == 4, "two that waited, the one of yesterday noon, and one to ask"


def test_a_promise_of_noon_joins_and_nothing_else(client: Client, campaign: Campaign, actions: list[FollowUp]) -> None:
    assert number(client) == 5
    person = factories.make_contact(campaign)

    factories.make_follow_up(person, "Promised at noon", kind=FollowUpKind.PROMISE)

    assert number(client) == rows(shown(client)) == 6
    assert "Promised at noon" in shown(client)
    factories.make_follow_up(factories.make_contact(campaign), "Introduced at noon", introduction=True)
    factories.make_follow_up(factories.make_contact(campaign), "Thank at noon", kind=FollowUpKind.THANK_YOU)
    assert number(client) == 7
    assert "Thank at noon" not in shown(client)
    factories.make_follow_up(actions[0].contact, "Promised to who has a row", kind=FollowUpKind.PROMISE)
    assert number(client) == 7, "one row a person"
    assert "Promised to who has a row" in shown(client)


def test_put_off_is_done_and_undo_reopens(client: Client, campaign: Campaign, actions: list[FollowUp]) -> None:
    assert number(client) == 5

    client.post(f"/follow-ups/{actions[0].pk}/put-off/", {"days": "1", "next": "/"})

    html = shown(client)
    assert rows(html) == badge(html) == 4
    state = html.partition('name="state" value="')[2].partition('"')[0]
    client.post("/undo/", {"state": state, "next": "/"})
    assert number(client) == 5


def test_deleted_people_have_no_row(client: Client, campaign: Campaign, actions: list[FollowUp]) -> None:
    assert number(client) == 5

    client.post(f"/people/{actions[0].contact_id}/delete/")

    assert not Contact.objects.filter(pk=actions[0].contact_id).exists()
    assert number(client) == 4


def test_the_first_thing_tomorrow_is_a_promise(client: Client, campaign: Campaign, actions: list[FollowUp]) -> None:
    factories.make_follow_up(actions[6].contact, "An action", due_on=TUESDAY)
    factories.make_follow_up(actions[6].contact, "A promise", kind=FollowUpKind.PROMISE, due_on=TUESDAY)
    shown(client)
    for follow_up in actions:
        done(client, follow_up)

    finished = shown(client).partition("Tomorrow begins with")[2].partition("Can wait")[0]

    assert "A promise" in finished
    assert "An action" not in finished


@pytest.mark.django_db(transaction=True)
def test_two_tabs_at_the_first_look_choose_once(
    alice: User, campaign: Campaign, sign_in: Callable[[User], Client]
) -> None:
    for _ in range(3):
        factories.make_follow_up(factories.make_contact(campaign))
    tabs, line, said = [sign_in(alice) for _ in range(4)], threading.Barrier(4), []

    def look(tab: Client) -> None:
        line.wait()
        said.append(badge(shown(tab)))
        connection.close()

    threads = [threading.Thread(target=look, args=[tab]) for tab in tabs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert said == [3] * 4
    assert ChosenRow.objects.count() == 3
