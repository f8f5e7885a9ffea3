"""The rows of the list: the same next step as everywhere, its day, and how many were found."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.writes.people import index_companies, index_contacts
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from tests import factories
from tests.conftest import TODAY


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with time_machine.travel(factories.at(TODAY, 9), tick=False):
        yield


def indexed(contact: Contact) -> Contact:
    index_contacts([contact])
    if contact.company:
        index_companies([contact.company])
    return contact


def test_a_row_says_the_next_step_and_its_day(client: Client, campaign: Campaign) -> None:
    late = factories.make_contact(campaign, "Priya Castellane")
    factories.make_follow_up(late, "Send the line-move summary", kind="promise", due_on=TODAY - timedelta(days=3))
    asked = factories.make_contact(campaign, "Tove Marrick", known_from_before=TODAY)
    factories.make_invitation(asked, sent_on=TODAY)

    rows = {row.contact.name: row for row in client.get("/people/").context["rows"]}

    assert rows["Priya Castellane"].step.words == "Send the line-move summary"
    assert rows["Priya Castellane"].when == "Fri 20 Nov"
    assert rows["Priya Castellane"].step.is_red
    assert rows["Tove Marrick"].step.words == "It is their turn. You asked Tove today."


def test_a_list_and_a_page_name_the_same_next_step(client: Client, campaign: Campaign) -> None:
    def new(name: str, **fields: date | None) -> Contact:
        return indexed(factories.make_contact(campaign, name, **fields))

    new("A Fresh")
    new("B Known", known_from_before=TODAY)
    factories.make_meeting(new("C Planned"), status=Status.PLANNED, day=TODAY + timedelta(days=4))
    factories.make_meeting(new("D Over"), status=Status.PLANNED, day=TODAY - timedelta(days=1))
    factories.make_follow_up(new("E Later"), due_on=TODAY + timedelta(days=4))
    factories.make_follow_up(new("F Waiting"), kind="waiting", due_on=TODAY + timedelta(days=4))
    factories.make_invitation(new("G Asked", known_from_before=TODAY), sent_on=TODAY - timedelta(days=9))
    factories.make_invitation(new("H Yes"), answer=Answer.YES, sent_on=TODAY)
    factories.make_invitation(new("I No", known_from_before=TODAY), answer=Answer.NO, sent_on=TODAY)
    met = new("J Met", known_from_before=TODAY)
    factories.make_meeting(met, day=TODAY - timedelta(days=30))
    factories.make_item(met)

    rows = client.get("/people/").context["rows"]

    pages = {row.contact.name: client.get(f"/people/{row.contact.pk}/").context["step"] for row in rows}
    board = client.get("/people/board/").context["lanes"]
    assert {row.contact.name: row.step for row in rows} == pages
    assert {card.contact.name: card.words for lane in board for card in lane.cards} == {
        name: step.words for name, step in pages.items()
    }
    for row in rows:
        hits = client.get("/search/", {"q": row.contact.name}).context["people"]
        assert [hit.step for hit in hits] == [row.step.words]


def test_the_days_that_are_shown_are_the_ones_that_sort(client: Client, campaign: Campaign) -> None:
    both = factories.make_contact(campaign, "A Both")
    factories.make_follow_up(both, "Send the plan", kind="promise", due_on=TODAY)
    factories.make_follow_up(both, due_on=TODAY - timedelta(days=5))
    late = factories.make_contact(campaign, "B Late")
    factories.make_follow_up(late, "Send it", kind="promise", due_on=TODAY - timedelta(days=3))
    met = factories.make_contact(campaign, "C Met")
    factories.make_meeting(met, status=Status.PLANNED, day=TODAY + timedelta(days=3))

    over = factories.make_contact(campaign, "D Over")
    factories.make_meeting(over, status=Status.PLANNED, day=TODAY - timedelta(days=3))
    factories.make_follow_up(factories.make_contact(campaign, "E Due"), due_on=TODAY + timedelta(days=2))
    busy = factories.make_contact(campaign, "F Busy")
    factories.make_meeting(busy, status=Status.PLANNED, day=TODAY + timedelta(days=1))
    factories.make_follow_up(busy, due_on=TODAY - timedelta(days=4))

    rows = client.get("/people/").context["rows"]
    falling = client.get("/people/?sort=-due").context["rows"]

    assert [(row.contact.name, row.when, row.is_red) for row in rows] == [
        ("A Both", "Since Wed", False),
        ("F Busy", "Since Thu", False),
        ("D Over", "Since Fri", False),
        ("B Late", "Fri 20 Nov", True),
        ("E Due", "25 Nov", False),
        ("C Met", "26 Nov", False),
    ]
    assert [row.day for row in falling] == sorted((row.day for row in rows), reverse=True)


def test_how_many_were_found_is_announced(client: Client, campaign: Campaign) -> None:
    factories.make_contact(campaign, "Priya Castellane", starred=True)
    factories.make_contact(campaign, "Tove Marrick")

    page = client.get("/people/?starred=yes").content.decode()
    part = client.get("/people/?starred=yes", headers={"HX-Request": "true"}).content.decode()

    assert 'id="people-found" role="status">1 of 2 people</p>' in page
    assert '<p id="people-found" hx-swap-oob="innerHTML">1 of 2 people</p>' in part
