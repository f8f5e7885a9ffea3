"""Quick search beyond names: by how people are reached, what they do, and what was noted about them."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.models import Campaign
from contacts.models import Contact, ContactPhone
from contacts.writes.people import add_email, index_contacts
from pages.search.views import place_of
from tests import factories
from tests.pages.search.planted import plant
from today.reads.search import search

HTMX = {"HX-Request": "true"}


def everything(campaign: Campaign, name: str = "Desmond Achterby", **fields: Any) -> Contact:
    person = factories.make_contact(
        campaign, name, position="Head of Logistics", nickname="Dizzy", knows_about="Cold rooms", **fields
    )
    index_contacts([person])
    add_email(person, "Z.Rower@Harrow.example")
    ContactPhone.objects.create(campaign=campaign, contact=person, number="+44 (0)1632 960-118")
    factories.make_note(person, "Likes canal boats. Grew up in Straßburg.")
    factories.make_touch(person, text="Sent the glazing plan")
    factories.make_item(person, "Open with late deliveries")
    factories.make_common_ground(person, "Both rowed for Aldermoor")
    factories.make_meeting(person, remember="First the kids.\nHe mentioned the MÜLLER account! Then lunch.")
    return person


def written(client: Client, typed: str) -> list[tuple[str, str]]:
    hits = client.get("/search/", {"q": typed}).context["hits"]
    return [(one.whose, f"{one.label}: {one.said}") for one in hits.texts]


def found(client: Client, typed: str) -> list[tuple[str, str]]:
    return [(one.name, one.found_in) for one in client.get("/search/", {"q": typed}).context["hits"].people]


def test_two_hundred_planted_words_are_found_where_they_stand_and_nothing_of_others(
    campaign: Campaign, other_campaign: Campaign
) -> None:
    """As the palette shows them, with the addresses to which its rows lead."""
    theirs = {one.url for one in plant(other_campaign)}
    planted = plant(campaign)

    missed, strange = [], set()
    for one in planted:
        hits = search(campaign, one.typed)
        addresses = {f"/people/{person.pk}/" for person in hits.people}
        addresses |= {f"/companies/{firm.pk}/" for firm in hits.companies} | {place_of(text) for text in hits.texts}
        missed += [one] if one.url not in addresses else []
        strange |= addresses & theirs

    assert len(planted) > 200
    assert (missed, strange) == ([], set())


@pytest.mark.parametrize(
    ("typed", "where"),
    [
        ("dizzy", ""),
        ("z.row", "E-mail: Z.Rower@Harrow.example"),
        ("(0)1632", "Phone: +44 (0)1632 960-118"),
        ("logist", ""),
        ("cold ROOMS", "Knows about: Cold rooms"),
    ],
)
def test_somebody_is_found_by_whatever_is_known_of_them(
    client: Client, campaign: Campaign, typed: str, where: str
) -> None:
    everything(campaign)
    factories.make_contact(campaign, "Ilse Brandt")

    assert found(client, typed) == [("Desmond Achterby", where)]
    assert where in client.get("/search/", {"q": typed}, headers=HTMX).content.decode()


@pytest.mark.parametrize(
    ("typed", "where"),
    [
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
def test_what_was_written_is_found_with_its_sentence(
    client: Client, campaign: Campaign, typed: str, where: str
) -> None:
    everything(campaign)

    assert written(client, typed) == [("Desmond Achterby", where)]
    assert "Desmond Achterby" in client.get("/search/", {"q": typed}, headers=HTMX).content.decode()


def test_advice_is_not_said_again_by_what_tells_of_it(client: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign, "Desmond Achterby")
    item = factories.make_item(person, "Visit the mill")
    factories.make_follow_up(person, kind="tell", text="Tell Desmond: visit the mill", item=item)

    assert written(client, "mill") == [("Desmond Achterby", "They gave you: Visit the mill")]
    assert written(client, "tell") == [("Desmond Achterby", "Follow-up: Tell Desmond: visit the mill")]


def test_an_old_note_is_led_to_on_the_page_of_the_timeline_that_holds_it(client: Client, campaign: Campaign) -> None:
    person = everything(campaign)
    old = factories.make_note(person, "Grew tulips", day=factories.DAY - timedelta(days=400))
    for _ in range(51):
        factories.make_note(person, "Something else")

    address = client.get("/search/", {"q": "tulips"}).context["texts"][0].url
    page = client.get(address).content.decode()

    assert address.endswith(f"#note-{old.pk}")
    assert f'id="note-{old.pk}"' in page
    assert f'id="note-{old.pk}"' not in client.get(person.get_absolute_url()).content.decode()


def test_what_was_given_at_a_meeting_leads_to_the_meeting(client: Client, campaign: Campaign) -> None:
    meeting = factories.make_meeting(factories.make_contact(campaign))
    factories.make_item(meeting.contact, "Visit the mill", meeting=meeting)

    assert [text.url for text in client.get("/search/?q=mill").context["texts"]] == [meeting.get_absolute_url()]


@pytest.mark.parametrize("typed", ["ka", "96", "canal planes", "harrow.example", "%", "_canal", "zz"])
def test_fewer_letters_other_words_and_signs_find_nobody(client: Client, campaign: Campaign, typed: str) -> None:
    everything(campaign)

    assert (found(client, typed), written(client, typed)) == ([], [])


@pytest.mark.parametrize("name", ["Müller", "Mueller"])
@pytest.mark.parametrize("typed", ["müller", "mueller", "MÜLL", "Muelle"])
def test_an_umlaut_finds_the_written_out_name_and_the_other_way_round(
    client: Client, campaign: Campaign, name: str, typed: str
) -> None:
    index_contacts([factories.make_contact(campaign, f"Ruth {name}")])

    assert found(client, typed) == [(f"Ruth {name}", "")]


def test_who_is_called_so_comes_first_and_nobody_twice(client: Client, campaign: Campaign) -> None:
    everything(campaign)
    planner = factories.make_contact(campaign, "Zoltan Logist", position="Logistics planner")
    index_contacts([planner])

    assert [name for name, _ in found(client, "logist")] == ["Zoltan Logist", "Desmond Achterby"]


def test_the_address_book_is_found_by_position_ways_and_notes(client: Client, campaign: Campaign) -> None:
    everything(campaign)
    Contact.objects.update(joined_on=None, joined_because="", phase="")

    assert found(client, "960118") == [("Desmond Achterby", "Phone: +44 (0)1632 960-118")]
    assert found(client, "logistics") == [("Desmond Achterby", "")]
    assert written(client, "canal") == [("Desmond Achterby", "Note: Likes canal boats.")]


def test_it_costs_as_much_for_many_as_for_one(client: Client, campaign: Campaign) -> None:
    def statements() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert written(client, "boats")
        return len(captured)

    everything(campaign)
    client.get("/")  # opens the day, once
    one = statements()
    for number in range(25):
        factories.make_note(factories.make_contact(campaign, f"Ann {number}"), "Many canal boats")

    assert statements() <= one <= 22
    assert len(client.get("/search/?q=boats", headers=HTMX).context["texts"]) == 10
    assert len(written(client, "boats")) == 26  # on a page of its own


def test_while_somebody_types_texts_are_not_read_through(client: Client, campaign: Campaign) -> None:
    everything(campaign)

    def options(**more: str) -> str:
        answer = client.get("/search/", {"q": "aldermoor", **more}, headers=HTMX)
        return str(answer.content.decode())

    assert re.findall("data-goes-on|Both rowed|Nobody found", options(typing="1")) == ["data-goes-on"]
    assert "Both rowed for <b" in options()
    assert "data-goes-on" not in options()
