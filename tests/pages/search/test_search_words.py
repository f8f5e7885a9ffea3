"""Quick search beyond names: by how people are reached, what they do, and what was noted about them."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.models import Campaign
from contacts.models import Contact, ContactPhone
from contacts.writes.people import add_email, index_contacts
from tests import factories


def everything(campaign: Campaign, name: str = "Desmond Achterby", **fields: Any) -> Contact:
    person = factories.make_contact(campaign, name, position="Head of Logistics", nickname="Dizzy", **fields)
    index_contacts([person])
    add_email(person, "Z.Rower@Harrow.example")
    ContactPhone.objects.create(campaign=campaign, contact=person, number="+44 (0)1632 960-118")
    factories.make_note(person, "Likes canal boats. Grew up in Straßburg.")
    factories.make_touch(person, text="Sent the glazing plan")
    factories.make_item(person, "Open with late deliveries")
    factories.make_common_ground(person, "Both rowed for Aldermoor")
    factories.make_meeting(person, remember="First the kids.\nHe mentioned the MÜLLER account! Then lunch.")
    return person


def found(client: Client, typed: str) -> list[tuple[str, str]]:
    return [(one.name, one.found_in) for one in client.get("/search/", {"q": typed}).context["hits"].people]


@pytest.mark.parametrize(
    ("typed", "where"),
    [
        ("dizzy", ""),
        ("z.row", "E-mail: Z.Rower@Harrow.example"),
        ("Z.ROWER@harrow.EX", "E-mail: Z.Rower@Harrow.example"),
        ("960118", "Phone: +44 (0)1632 960-118"),
        ("632 96", "Phone: +44 (0)1632 960-118"),
        ("(0)1632", "Phone: +44 (0)1632 960-118"),
        ("logist", "Position: Head of Logistics"),
        ("canal boats", "Note: Likes canal boats."),
        ("BOATS likes", "Note: Likes canal boats."),
        ("strassburg", "Note: Grew up in Straßburg."),
        ("glazing", "Message: Sent the glazing plan"),
        ("deliver", "They gave you: Open with late deliveries"),
        ("aldermoor", "You share: Both rowed for Aldermoor"),
        ("müller", "Meeting: He mentioned the MÜLLER account!"),
        ("Mueller", "Meeting: He mentioned the MÜLLER account!"),
    ],
)
def test_somebody_is_found_by_whatever_is_known_of_them(
    client: Client, campaign: Campaign, typed: str, where: str
) -> None:
    everything(campaign)
    factories.make_contact(campaign, "Ilse Brandt")

    assert found(client, typed) == [("Desmond Achterby", where)]
    assert where in client.get("/search/", {"q": typed}, headers={"HX-Request": "true"}).content.decode()


@pytest.mark.parametrize("typed", ["ka", "96", "canal planes", "harrow.example", "%", "_canal", "zz"])
def test_fewer_letters_other_words_and_signs_find_nobody(client: Client, campaign: Campaign, typed: str) -> None:
    everything(campaign)

    assert found(client, typed) == []


@pytest.mark.parametrize("name", ["Müller", "Mueller"])
@pytest.mark.parametrize("typed", ["müller", "mueller", "MÜLL", "Muelle"])
def test_an_umlaut_finds_the_written_out_name_and_the_other_way_round(
    client: Client, campaign: Campaign, name: str, typed: str
) -> None:
    index_contacts([factories.make_contact(campaign, f"Ruth {name}")])

    assert found(client, typed) == [(f"Ruth {name}", "")]


def test_who_is_called_so_comes_first_and_nobody_twice(client: Client, campaign: Campaign) -> None:
    everything(campaign)
    boatman = factories.make_contact(campaign, "Zoltan Canal")
    index_contacts([boatman])
    factories.make_note(boatman, "No canal here")

    assert [name for name, _ in found(client, "canal")] == ["Zoltan Canal", "Desmond Achterby"]


def test_of_the_address_book_only_what_they_are_reached_by(client: Client, campaign: Campaign) -> None:
    everything(campaign)
    Contact.objects.update(joined_on=None, joined_because="", phase="")

    assert found(client, "canal") == []
    assert [name for name, _ in found(client, "960118")] == ["Desmond Achterby"]


def test_nothing_of_others_is_found(client: Client, campaign: Campaign, other_campaign: Campaign) -> None:
    everything(other_campaign)

    for typed in ("z.row", "960118", "logistics", "canal", "glazing", "deliver", "aldermoor", "müller"):
        assert found(client, typed) == []


def test_it_costs_as_much_for_many_as_for_one(client: Client, campaign: Campaign) -> None:
    def statements() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert found(client, "boats")
        return len(captured)

    everything(campaign)
    client.get("/")  # opens the day, once
    one = statements()
    for number in range(25):
        factories.make_note(factories.make_contact(campaign, f"Ann {number}"), "Many canal boats")

    assert statements() <= one <= 16
    assert len(found(client, "boats")) == 20


def test_while_somebody_types_texts_are_not_read_through(client: Client, campaign: Campaign) -> None:
    everything(campaign)

    def options(**more: str) -> str:
        answer = client.get("/search/", {"q": "aldermoor", **more}, headers={"HX-Request": "true"})
        return str(answer.content.decode())

    assert re.findall("data-goes-on|Aldermoor|Nobody found", options(typing="1")) == ["data-goes-on"]
    assert "You share: Both rowed for Aldermoor" in options()
    assert "data-goes-on" not in options()
