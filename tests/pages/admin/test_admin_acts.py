"""What is done to many people in the admin: a page asks for what it needs, names whom, and all of it is taken back."""

import re
from collections.abc import Iterator
from datetime import date
from html import unescape

import pytest
import time_machine
from django.test import Client

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Company, Contact, Tag
from outcomes.models import FollowUp
from pages.admin.acting import few_names
from pages.parts.fields import UNREADABLE
from tests import factories

LIST = "/admin/contacts/contact/"
TYPED = {
    "tag": {"words": " food "},
    "set_company": {"words": "Quayside Roasters"},
    "add_to_network": {},
    "follow_up": {"words": "Send the plant list", "day": "2026-12-01"},
    "leave_for_now": {"because": "wait", "day": "2027-01-11"},
}


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with time_machine.travel("2026-11-23 09:00Z", tick=False):
        yield


def fields_of(page: str) -> dict[str, str]:
    """The hidden fields of the page's form."""
    form = page[page.index('class="act"') :]
    return {name: unescape(value) for name, value in re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form)}


def ask(client: Client, name: str, *people: Contact, query: str = "", everybody: bool = False) -> str:
    posted = {"action": name, "_selected_action": [person.pk for person in people], "select_across": int(everybody)}
    return client.post(f"{LIST}{query}", posted, follow=True).content.decode()


def act(client: Client, name: str, *people: Contact, query: str = "", **typed: str) -> str:
    page = ask(client, name, *people, query=query, everybody=bool(query))
    address = f"{LIST}{name.replace('_', '-')}/"
    return client.post(address, fields_of(page) | typed, follow=True).content.decode()


def undo(client: Client, page: str) -> None:
    [state] = re.findall(r'name="state" value="([^"]+)"', page)
    client.post("/undo/", {"state": state, "next": LIST})


def state() -> list[tuple[object, ...]]:
    people = Contact.objects.order_by("pk").values_list("pk", "company__name", "joined_on", "left_on", "left_until")
    tags = Contact.tags.through.objects.order_by("pk").values_list("contact", "tag__name")
    return [*people, *tags, *FollowUp.objects.values_list("contact", "status"), *Company.objects.values_list("name")]


@pytest.mark.parametrize("act_name", list(TYPED))
def test_each_asks_on_its_page_says_whom_and_is_taken_back(alices: Client, campaign: Campaign, act_name: str) -> None:
    joined = None if act_name == "add_to_network" else date(2026, 11, 2)
    people = [
        factories.make_contact(campaign, f"{first} Okonmar", joined_on=joined) for first in ("Ada", "Bea", "Cleo")
    ]
    factories.make_follow_up(people[0], "Ring")
    if act_name == "add_to_network":
        FollowUp.objects.all().delete()
    before = state()

    asked = ask(alices, act_name, *people)
    assert state() == before
    assert "3 people: <bdi>Ada Okonmar, Bea Okonmar and Cleo Okonmar</bdi>" in asked
    page = act(alices, act_name, *people, **TYPED[act_name])

    assert "Three people " in page
    assert state() != before
    undo(alices, page)
    assert state() == before


def test_people_are_taken_up_again_and_left_again(alices: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign)
    factories.make_follow_up(person)
    act(alices, "leave_for_now", person, because="wait", day="2027-01-11")
    before = state()

    page = act(alices, "come_back", person)

    assert not Contact.objects.filter(left_on__isnull=False).exists()
    undo(alices, page)
    assert state() == before


def test_everybody_whom_a_filter_finds_and_nobody_else(alices: Client, campaign: Campaign) -> None:
    found = [factories.make_contact(campaign, starred=True) for _ in range(60)]
    other = factories.make_contact(campaign)

    asked = ask(alices, "tag", found[0], query="?starred=1", everybody=True)
    act(alices, "tag", found[0], query="?starred=1", words="food")

    assert "60 people: " in asked
    assert "and 57 more" in asked
    assert Tag.objects.get().contacts.count() == 60
    assert not other.tags.exists()


def test_what_is_wrong_is_said_and_nothing_is_done(alices: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign)
    before = state()

    assert "Fill this in." in act(alices, "tag", person, words=" ")
    assert UNREADABLE in act(alices, "tag", person, words="!!!")
    assert UNREADABLE in act(alices, "set_company", person, words="\u200b")
    assert "Say until which day" in act(alices, "leave_for_now", person, because="wait")
    assert "This day is past." in act(alices, "follow_up", person, words="Ring", day="2026-11-20")
    assert state() == before


def test_the_same_page_sent_twice_is_done_once(alices: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign)
    fields = fields_of(ask(alices, "follow_up", person)) | {"words": "Ring", "day": "2026-12-01"}

    for _ in range(2):
        alices.post(f"{LIST}follow-up/", fields)

    assert FollowUp.objects.count() == 1


def test_two_hundred_join_at_once_and_no_more(alices: Client, campaign: Campaign) -> None:
    people = [factories.make_contact(campaign, joined_on=None) for _ in range(201)]

    assert "At most 200 people at once." in ask(alices, "add_to_network", *people)
    act(alices, "add_to_network", *people[:200])
    assert Contact.objects.in_network().count() == 200


@pytest.mark.parametrize("whom", ["", "x", "1,,2", "9" * 40, "-1"])
def test_forged_keys_do_nothing(alices: Client, campaign: Campaign, whom: str) -> None:
    answer = alices.post(f"{LIST}tag/", {"whom": whom, "words": "food"})

    assert answer.status_code == 302
    assert not Tag.objects.exists()


def test_a_strangers_person_is_not_reached(alices: Client, campaign: Campaign, other_campaign: Campaign) -> None:
    theirs = factories.make_contact(other_campaign, "Hidden Person")

    page = alices.post(f"{LIST}tag/", {"whom": str(theirs.pk), "words": "food"}, follow=True).content.decode()

    assert "Hidden" not in page
    assert not theirs.tags.exists()


def test_who_is_of_an_earlier_campaign_is_left_out(alices: Client, campaign: Campaign, alice: User) -> None:
    earlier = factories.make_campaign(owner=alice, ended_on=factories.DAY)
    then, now = factories.make_contact(earlier), factories.make_contact(campaign)

    act(alices, "tag", then, now, words="food")

    assert [*Contact.objects.filter(tags__name="food")] == [now]


def test_the_list_holds_no_fields_of_acts(alices: Client, campaign: Campaign) -> None:
    factories.make_contact(campaign)

    page = alices.get(LIST).content.decode()

    assert 'name="words"' not in page
    assert 'name="because"' not in page


def test_names_are_few() -> None:
    people = [Contact(name=name, given_name=name) for name in ("Ada", "Bea", "Cleo", "Dora", "Ede")]

    said = [few_names(people[:number]) for number in (1, 2, 4, 5)]

    assert said == ["Ada", "Ada and Bea", "Ada, Bea, Cleo and Dora", "Ada, Bea, Cleo and 2 more"]
