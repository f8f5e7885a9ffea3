"""Today: its rows in the order of the method, each person once, and what it costs (R19)."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.knowing import KnownAs
from contacts.rules.leaving import LeftBecause
from meetings.rules.meeting import Status
from outcomes.models import FollowUp
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind, ReferralState
from relationships.writes.leaving import leave
from tests import factories
from tests.factories import at
from tests.pages.today.reading import badge, headings, number, rows, shown

MONDAY = factories.DAY
FRIDAY = date(2026, 11, 20)
TUESDAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def on_monday_morning() -> Iterator[None]:
    with time_machine.travel(at(MONDAY, 8), tick=False):
        yield


def known(campaign: Campaign, name: str = "") -> Contact:
    """Somebody who may be asked, and why."""
    return factories.make_contact(campaign, name, known_as=KnownAs.KNOWN)


def test_the_rows_stand_in_the_order_of_the_method(client: Client, campaign: Campaign) -> None:
    people = [factories.make_contact(campaign) for _ in range(6)]
    factories.make_follow_up(people[0], kind=FollowUpKind.WAITING, due_on=FRIDAY)
    factories.make_follow_up(people[1], kind=FollowUpKind.THANK_YOU)
    factories.make_follow_up(people[2], kind=FollowUpKind.PROMISE, due_on=FRIDAY)
    factories.make_follow_up(people[3], introduction=True)
    factories.make_meeting(people[4], status=Status.PLANNED, day=FRIDAY)
    factories.make_meeting(people[5], status=Status.PLANNED, day=MONDAY, starts_at=at(MONDAY, 10))
    factories.make_meeting(factories.make_contact(campaign), status=Status.PLANNED, day=TUESDAY)
    known(campaign)

    html = shown(client)

    assert headings(html) == [
        "Meetings", "How did it go?", "Introduced", "Promised", "Somebody to ask", "Thanks and news",
        "They said they would", "Tomorrow",
    ]  # fmt: skip
    assert number(client) == rows(html) == 7
    assert '<span class="overdue">Promised for Friday</span>' in html
    assert html.count('class="overdue"') == 1


def test_five_rows_are_shown_and_the_rest_can_wait(client: Client, campaign: Campaign) -> None:
    for _ in range(9):
        factories.make_follow_up(factories.make_contact(campaign))

    html = shown(client)

    assert rows(html) == badge(html) == 5
    assert '<a href="/follow-ups/">4 more can wait</a>' in html


def test_promises_are_shown_beyond_the_five(client: Client, campaign: Campaign) -> None:
    for _ in range(8):
        factories.make_follow_up(factories.make_contact(campaign), kind=FollowUpKind.PROMISE)
    factories.make_follow_up(factories.make_contact(campaign))

    html = shown(client)

    assert rows(html) == badge(html) == 8
    assert "1 more can wait" in html


def test_what_is_owed_to_whom_one_meets_stands_in_their_row(client: Client, campaign: Campaign) -> None:
    today, tomorrow = factories.make_contact(campaign, "Ilse Okonmar"), factories.make_contact(campaign, "Noor Halvane")
    factories.make_meeting(today, status=Status.PLANNED, day=MONDAY, starts_at=at(MONDAY, 10))
    factories.make_meeting(tomorrow, status=Status.PLANNED, day=TUESDAY)
    promise = factories.make_follow_up(today, "Send Ilse the list", kind=FollowUpKind.PROMISE)
    factories.make_follow_up(today, "Thank Ilse", kind=FollowUpKind.THANK_YOU)

    html = shown(client)

    assert headings(html) == ["Meetings", "Tomorrow"]
    assert html.count("Send Ilse the list") == 2, "its words and its tick, and no second row"
    assert f'action="/follow-ups/{promise.pk}/done/"' in html
    assert "Thank Ilse" in html
    assert number(client) == 1
    factories.make_follow_up(tomorrow, "Send Noor the list", kind=FollowUpKind.PROMISE)
    assert number(client) == 2, "what was promised for today counts, though they are met tomorrow"


def test_nobody_stands_twice_on_the_page(client: Client, campaign: Campaign) -> None:
    contact = known(campaign, "Tove Marrick")
    for kind in FollowUpKind:
        factories.make_follow_up(contact, kind=kind, due_on=FRIDAY)
    twice = known(campaign, "Ilse Okonmar")
    for day in (FRIDAY, MONDAY):
        factories.make_meeting(twice, status=Status.PLANNED, day=day)

    html = shown(client)

    assert headings(html) == ["How did it go?", "Promised"]
    assert "Today again." in html
    assert html.count(f'href="/people/{contact.pk}/"') == html.count(f'href="/people/{twice.pk}/"') - 1 == 1
    assert number(client) == 2


def test_an_introduction_that_was_made_says_who_made_it(client: Client, campaign: Campaign) -> None:
    giver, oriel = factories.make_contact(campaign, "Thandi Vale"), factories.make_contact(campaign, "Oriel Hathersey")
    factories.make_item(giver, kind=ItemKind.REFERRAL, referred=oriel, referral_state=ReferralState.INTRODUCED)
    factories.make_follow_up(oriel, "Write to Oriel", introduction=True)

    html = shown(client)

    assert headings(html) == ["Introduced"]
    assert "Today. Thandi introduced you" in html


def test_on_a_day_off_there_are_only_meetings_and_promises(client: Client, campaign: Campaign) -> None:
    campaign.pauses.create(from_day=MONDAY, to_day=MONDAY)
    known(campaign)
    factories.make_follow_up(factories.make_contact(campaign), "Thank Tove", kind=FollowUpKind.THANK_YOU)
    factories.make_invitation(factories.make_contact(campaign), sent_on=FRIDAY - timedelta(days=14))
    factories.make_follow_up(factories.make_contact(campaign), kind=FollowUpKind.PROMISE)
    factories.make_meeting(factories.make_contact(campaign), status=Status.PLANNED, day=MONDAY)

    html = shown(client)

    assert headings(html) == ["Meetings", "Promised"]
    assert number(client) == 2


def test_who_was_left_for_now_is_on_no_list(client: Client, campaign: Campaign) -> None:
    contact = known(campaign, "Tove Marrick")
    factories.make_follow_up(contact)
    leave(contact, LeftBecause.NOT_RIGHT, today=MONDAY)

    assert "Tove Marrick" not in shown(client)


def test_nothing_of_a_stranger_is_shown(stranger: Client, other_campaign: Campaign, campaign: Campaign) -> None:
    factories.make_contact(other_campaign, "Bob’s own", known_as=KnownAs.KNOWN)
    contact = factories.make_contact(campaign, "Tove Marrick", company="Greenlow", known_from_before=MONDAY)
    factories.make_follow_up(contact, kind=FollowUpKind.PROMISE)
    factories.make_meeting(contact)
    factories.make_invitation(factories.make_contact(campaign, "Tove Other"), sent_on=FRIDAY)
    factories.make_meeting(factories.make_contact(campaign, "Tove Third"), status=Status.PLANNED)

    html = shown(stranger)

    assert "Tove" not in html
    assert "Bob’s own" in html
    assert badge(html) == 1


def test_more_rows_cost_no_more_queries(client: Client, campaign: Campaign) -> None:
    factories.make_story(campaign)

    def fill(times: int) -> None:
        for _ in range(times):
            factories.make_follow_up(factories.make_contact(campaign), kind=FollowUpKind.PROMISE)
            factories.make_invitation(factories.make_contact(campaign), sent_on=FRIDAY - timedelta(days=9))
            factories.make_meeting(factories.make_contact(campaign), day=FRIDAY - timedelta(days=30))
            factories.make_meeting(factories.make_contact(campaign), status=Status.PLANNED)
            factories.make_contact(campaign, joined_on=None, known_from_before=FRIDAY)

    fill(1)
    client.get("/")
    few = queries(client, "/")
    fill(19)

    assert queries(client, "/") == few
    assert few <= 20


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as found:
        client.get(address)
    return len(found)


def test_a_made_up_contact_is_no_reason_to_break(client: Client, campaign: Campaign) -> None:
    assert client.post(f"/people/{10**30}/not-now/").status_code == 404
    assert FollowUp.objects.count() == 0
    assert Contact.objects.count() == 0
