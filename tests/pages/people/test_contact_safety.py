"""A person's page with hostile words and at any size."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.models import Campaign
from contacts.models import Contact, ContactLink
from contacts.writes.people import add_email
from meetings.rules.asking import Answer
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind
from tests.factories import (
    DAY,
    make_common_ground,
    make_contact,
    make_follow_up,
    make_invitation,
    make_item,
    make_meeting,
    make_note,
    make_story,
    make_telling,
    make_touch,
)

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> {{ 7|add:7 }} \u202egnp"


@pytest.fixture(autouse=True)
def _on_a_monday() -> Iterator[None]:
    with time_machine.travel("2026-11-23 12:00", tick=False):
        yield


@pytest.fixture
def wren(campaign: Campaign) -> Contact:
    return make_contact(campaign, "Wren Hale", company="Brightmill Foods", position="Line lead")


def page(client: Client, contact: Contact, query: str = "") -> str:
    answer = client.get(f"/people/{contact.pk}/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_everything_stands_on_the_page_and_none_of_it_is_markup(client: Client, campaign: Campaign) -> None:
    contact = make_contact(
        campaign, HOSTILE, company=HOSTILE[:190], position=HOSTILE, location=HOSTILE, knows_about=HOSTILE,
        could_help_them=HOSTILE, ask_next_time=HOSTILE, how_we_met=HOSTILE, nickname=HOSTILE[:100],
        imported_details={HOSTILE: [HOSTILE, HOSTILE]},
    )  # fmt: skip
    other = make_contact(campaign, HOSTILE, introduced_by=contact)
    meeting = make_meeting(contact, remember=HOSTILE, purpose=HOSTILE, ask=HOSTILE, place=HOSTILE)
    make_item(contact, HOSTILE, meeting=meeting)
    make_item(contact, HOSTILE, kind=ItemKind.REFERRAL, referred=other)
    make_item(other, HOSTILE, kind=ItemKind.REFERRAL, referred=contact)
    make_note(contact, HOSTILE)
    make_touch(contact, text=HOSTILE)
    make_invitation(contact, ask=HOSTILE)
    make_follow_up(contact, HOSTILE)
    make_common_ground(contact, HOSTILE)
    make_common_ground(contact, HOSTILE, found_on=None)
    make_telling(contact, make_story(campaign, HOSTILE))
    add_email(contact, "a@b.example")
    contact.phones.create(campaign=campaign, number=HOSTILE[:50], label=HOSTILE[:50])

    text = page(client, contact)

    assert "<script>alert" not in text
    assert "<img src=x" not in text
    assert text.count("&lt;script&gt;alert(1)") > 20


def test_only_mail_telephone_and_web_are_links(client: Client, wren: Contact) -> None:
    add_email(wren, "wren@example.org")
    add_email(wren, "no address")
    wren.phones.create(campaign=wren.campaign, number="01632 960 118", label="Work")
    ContactLink.objects.create(campaign=wren.campaign, contact=wren, url="https://example.org/wren/")
    Contact.objects.filter(pk=wren.pk).update(linkedin_key="/in/wren-hale", birth_day=17, birth_month=5)

    text = page(client, wren)

    assert '<a href="mailto:wren@example.org">wren@example.org</a>' in text
    assert ">no address</dd>" in text
    assert '<a href="tel:01632960118">01632 960 118</a>' in text
    assert 'href="https://example.org/wren/" rel="noopener noreferrer">example.org/wren</a>' in text
    assert 'href="https://www.linkedin.com/in/wren-hale"' in text
    assert ">17 May</dd>" in text


def grow(contact: Contact, times: int) -> None:
    for number in range(times):
        day = DAY - timedelta(days=number)
        meeting = make_meeting(contact, day=day)
        make_item(contact, meeting=meeting)
        other = make_contact(contact.campaign, introduced_by=contact)
        make_item(contact, kind=ItemKind.REFERRAL, referred=other)
        make_follow_up(contact, kind=FollowUpKind.PROMISE, due_on=day)
        make_common_ground(contact, found_on=day)
        make_note(contact, day=day)
        make_touch(contact, day=day)
        make_invitation(contact, answer=Answer.NO, sent_on=day)
        make_telling(contact, make_story(contact.campaign, f"Story {number}"), meeting=meeting)
        add_email(contact, f"w{number}@example.org")


def test_the_page_takes_twenty_queries_at_any_size(client: Client, campaign: Campaign, wren: Contact) -> None:
    counts = []
    client.get("/")  # chooses the rows of the day, once
    for times in (1, 20):
        grow(wren, times)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            page(client, wren)
        counts.append(len(queries))

    assert counts[0] == counts[1]
    assert counts[0] <= 20, [query["sql"][:120] for query in queries.captured_queries]
