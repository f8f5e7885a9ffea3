"""From the address book, one after another: likely ones first, four answers, twenty at a sitting."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.reads.choosing import one_sitting
from contacts.rules.likely import A_SITTING
from contacts.writes.people import index_contacts
from tests import factories
from tests.conftest import TODAY

PROMPTS = "/people/choose/"
BOOK = "/people/choose/?from=book"


def in_book(campaign: Campaign, name: str, **fields: Any) -> Contact:
    contact = factories.make_contact(campaign, name, joined_on=None, **fields)
    index_contacts([contact])
    return contact


def asked(client: Client) -> Contact | None:
    contact: Contact | None = client.get(BOOK).context["contact"]
    return contact


def say(client: Client, contact: Contact, answer: str) -> None:
    client.post(BOOK, {"contact": contact.pk, "answer": answer})


def test_likely_ones_come_first_with_their_reasons(client: Client, campaign: Campaign) -> None:
    campaign.worked_at, campaign.position = "Greenlow", "Production manager in food"
    campaign.save()
    factories.make_company(campaign, "Target Foods", is_target=True)
    in_book(campaign, "Anna Anybody", connected_on=date(2020, 1, 1))
    in_book(campaign, "Pia Planner", position="Production planner")
    in_book(campaign, "Tara Target", company="Target Foods")
    in_book(campaign, "Gwen Greenlow", company="Greenlow Foods", position="Production manager")
    factories.make_contact(campaign, "Nora Network", company="Greenlow Foods")

    names = []
    while contact := asked(client):
        names.append(contact.name)
        say(client, contact, "later")

    assert names == ["Gwen Greenlow", "Tara Target", "Pia Planner", "Anna Anybody"]


def test_the_reasons_are_said(client: Client, campaign: Campaign) -> None:
    factories.make_company(campaign, "Target Foods", is_target=True)
    in_book(campaign, "Tara Target", company="Target Foods", connected_on=date(2014, 1, 1))

    page = client.get(BOOK).content.decode()

    assert "Target Foods is a target company" in page
    assert "Connected since 2014" in page


def test_who_is_known_joins_later_waits_and_no_is_never_asked_again(client: Client, campaign: Campaign) -> None:
    yes, long_ago, later, no = (in_book(campaign, name) for name in ("A Yes", "A Long", "B Later", "C No"))
    client.get(BOOK)
    for contact, answer in ((long_ago, "long_ago"), (yes, "we_talk"), (later, "later"), (no, "no")):
        say(client, contact, answer)

    for contact in (yes, long_ago, later, no):
        contact.refresh_from_db()
    assert (yes.in_network, yes.known_as) == (True, "we_talk")
    assert (long_ago.in_network, long_ago.known_as) == (True, "long_ago")
    assert later.not_now_until
    assert no.not_for_this
    page = client.get(BOOK).content.decode()
    assert "1 we talk, 1 long ago, 1 later, 1 not for this" in page
    assert f'href="/people/{yes.pk}/invite/"' in page  # the sitting ends at somebody to ask
    later_day = later.not_now_until
    assert [one.contact_id for one in one_sitting(campaign, later_day)] == [later.pk]


@pytest.mark.parametrize("answer", ["we_talk", "long_ago", "later", "no"])
def test_the_last_answer_can_be_taken_back(answer: str, client: Client, campaign: Campaign) -> None:
    contact = in_book(campaign, "Alma Brightwater", not_now_until=date(2026, 1, 1), known_as="known")
    client.get(BOOK)
    say(client, contact, answer)

    client.post(BOOK, {"undo": "1"})

    contact.refresh_from_db()
    assert (contact.in_network, contact.not_now_until, contact.not_for_this) == (False, date(2026, 1, 1), False)
    assert contact.known_as == "known"
    assert asked(client) == contact


def test_somebody_known_with_something_recorded_since_stays(client: Client, campaign: Campaign) -> None:
    contact = in_book(campaign, "Alma Brightwater")
    client.get(BOOK)
    say(client, contact, "we_talk")
    contact.refresh_from_db()
    factories.make_touch(contact)

    client.post(BOOK, {"undo": "1"})

    contact.refresh_from_db()
    assert contact.in_network


@pytest.mark.parametrize(("said", "words"), [("long_ago", True), ("later", False), ("no", False)])
def test_undo_says_who_is_out_of_the_phases_again(client: Client, campaign: Campaign, said: str, words: object) -> None:
    contact = in_book(campaign, "Alma Brightwater")
    client.get(BOOK)
    say(client, contact, said)

    page = client.post(BOOK, {"undo": "1"}, follow=True).content.decode()

    assert ("Alma Brightwater is back in your address book." in page) is words


def test_a_sitting_ends_after_twenty(client: Client, campaign: Campaign) -> None:
    for number in range(A_SITTING + 5):
        in_book(campaign, f"Person {number:02}")
    for _ in range(A_SITTING):
        contact = asked(client)
        assert contact
        say(client, contact, "we_talk")

    assert asked(client) is None
    assert "Enough for one sitting" in client.get(BOOK).content.decode()

    client.post(BOOK, {"again": "1"})
    assert asked(client) is not None


def test_an_answer_sent_twice_counts_once(client: Client, campaign: Campaign) -> None:
    contact = in_book(campaign, "Alma Brightwater")
    client.get(BOOK)
    say(client, contact, "later")
    say(client, contact, "we_talk")

    contact.refresh_from_db()
    assert not contact.in_network


def test_a_strangers_contact_cannot_be_answered(stranger: Client, campaign: Campaign, other_campaign: Campaign) -> None:
    theirs = in_book(campaign, "Alma Brightwater")
    in_book(other_campaign, "Bert")
    assert asked(stranger)

    answer = stranger.post(BOOK, {"contact": theirs.pk, "answer": "we_talk"})

    assert answer.status_code == 404
    theirs.refresh_from_db()
    assert not theirs.in_network


@pytest.mark.parametrize("number", ["", "x", "9" * 18, "-1", "²"])
def test_nonsense_for_a_contact_finds_nobody(number: str, client: Client, campaign: Campaign) -> None:
    in_book(campaign, "Alma Brightwater")
    client.get(BOOK)

    assert client.post(BOOK, {"contact": number, "answer": "we_talk"}).status_code == 404


def test_an_empty_book_says_so(client: Client) -> None:
    assert "Nobody left to ask about" in client.get(BOOK).content.decode()


def test_a_sitting_is_found_by_as_many_questions_however_large_the_book(campaign: Campaign, client: Client) -> None:
    counts = []
    for size in (1, 20):
        for number in range(size):
            in_book(campaign, f"Person {size} {number}", company=f"Company {size} {number}")
        client.post(BOOK, {"again": "1"})
        with CaptureQueriesContext(connection) as found:
            client.get(BOOK)
        counts.append(len(found))

    assert counts[0] == counts[1]


def test_who_is_left_or_put_off_is_not_asked_about(campaign: Campaign) -> None:
    in_book(campaign, "Left", left_on=TODAY, left_because="not_right")
    in_book(campaign, "Put Off", not_now_until=date(2027, 1, 1))

    assert one_sitting(campaign, TODAY) == []
