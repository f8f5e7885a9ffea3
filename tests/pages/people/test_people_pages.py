"""The pages of the list: every order in both directions, in few queries, and no hostile address breaks them."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import product

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.writes.people import index_companies, index_contacts, tag_named
from tests import factories
from tests.conftest import TODAY

HTMX = {"HX-Request": "true"}
MOST_QUERIES = 15


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with time_machine.travel(factories.at(TODAY, 9), tick=False):
        yield


def names(client: Client, query: str = "") -> list[str]:
    answer = client.get(f"/people/{query}", follow=True)
    assert answer.status_code == 200
    return [row.contact.name for row in answer.context["rows"]]


def indexed(contact: Contact) -> Contact:
    index_contacts([contact])
    if contact.company:
        index_companies([contact.company])
    return contact


@pytest.mark.parametrize(
    "query",
    [
        "?page=99999999",
        "?page=-1",
        "?sort=owner__password",
        "?sort=",
        "?phase=lead&where=nowhere&due=x",
        "?after=abc&before=-1",
        "?starred=no&unknown=1",
        "?q=" + "x" * 500,
        "?after=99999999999999999999999",
    ],
)
def test_what_an_address_cannot_mean_leaves_it(query: str, client: Client, campaign: Campaign) -> None:
    factories.make_contact(campaign, "Priya Castellane")

    answer = client.get(f"/people/{query}")

    assert answer.status_code == 302
    assert answer["Location"] == "/people/"


@pytest.mark.parametrize(
    "query",
    ["?tag=0", "?tag=x", "?company=-1", "?company=" + "9" * 30, "?referrer=%E0%A5%A7", "?q=%ED%A0%80", "?after=123456"],
)
def test_no_hostile_address_breaks_the_list(query: str, client: Client, campaign: Campaign) -> None:
    factories.make_contact(campaign, "Priya Castellane")

    assert client.get(f"/people/{query}", follow=True).status_code == 200


def test_the_pages_of_every_order_meet_without_a_gap(client: Client, campaign: Campaign) -> None:
    for number in range(117):
        contact = factories.make_contact(campaign, f"Ann Number{number % 40:02}")
        if number % 3:
            Contact.objects.filter(pk=contact.pk).update(
                company=factories.make_company(campaign, f"Firm {number % 7}"),
                acts_on=TODAY + timedelta(days=number % 5),
                last_spoke_on=TODAY - timedelta(days=number % 4),
                phase=["initiate", "obtain", "use"][number % 3],
            )

    for column, sign in product(("name", "company", "phase", "due", "spoke"), ("", "-")):
        sort = f"{sign}{column}"
        forwards = pages_from(client, f"?sort={sort}", "next")
        backwards = pages_from(client, f"?sort={sort}&before=end", "previous")

        assert [len(page) for page in forwards] == [50, 50, 17], sort
        everybody = [pk for page in forwards for pk in page]
        assert len(set(everybody)) == 117, sort
        assert [pk for page in reversed(backwards) for pk in page] == everybody, sort


def pages_from(client: Client, query: str, onward: str) -> list[list[int]]:
    """Who stands on the page of this query, and on each that its link of this name leads to."""
    found = []
    while query:
        answer = client.get(f"/people/{query}", follow=True)
        found.append([row.contact.pk for row in answer.context["rows"]])
        query = answer.context[onward]
    return found


def test_who_has_no_day_comes_last_either_way(client: Client, campaign: Campaign) -> None:
    factories.make_contact(campaign, "No Day")
    factories.make_follow_up(factories.make_contact(campaign, "Soon Due"), due_on=TODAY)
    factories.make_follow_up(factories.make_contact(campaign, "Late Due"), due_on=TODAY + timedelta(days=9))

    assert names(client) == ["Soon Due", "Late Due", "No Day"]
    assert names(client, "?sort=-due") == ["Late Due", "Soon Due", "No Day"]


@pytest.mark.parametrize(
    "query", ["", "?where=book", "?sort=company", "?sort=-spoke&phase=initiate", "?q=ann", "?before=end"]
)
def test_the_list_asks_the_database_seldom_and_equally_often(query: str, client: Client, campaign: Campaign) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(f"/people/{query}").status_code == 200
        return len(captured)

    factories.make_contact(campaign)  # in the network, so that the rows of the day are chosen once
    joined = None if "book" in query else TODAY
    first = indexed(factories.make_contact(campaign, "Ann One", joined_on=joined, company="Firm"))
    first.tags.add(tag_named(campaign, "food"))
    client.get("/people/")
    one = count()
    for number in range(19):
        contact = indexed(factories.make_contact(campaign, f"Ann {number}", joined_on=joined, company=f"Firm {number}"))
        if joined:
            factories.make_follow_up(contact)
            factories.make_meeting(contact)
    twenty = count()

    assert one == twenty <= MOST_QUERIES


def test_htmx_gets_the_table_and_the_cleaned_address(client: Client, campaign: Campaign) -> None:
    factories.make_contact(campaign, "Priya Castellane")

    answer = client.get("/people/?q=&phase=initiate&page=3", headers=HTMX)

    assert answer["HX-Push-Url"] == "/people/?phase=initiate"
    assert "<html" not in answer.content.decode()
    assert "Priya Castellane" in answer.content.decode()
