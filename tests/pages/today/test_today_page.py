"""Today: the rows with their actions in place, with htmx and without it (R19)."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.leaving import LeftBecause
from meetings.rules.asking import FIRST_SILENCE
from meetings.rules.meeting import Status
from outcomes.models import FollowUp
from outcomes.rules.due import FollowUpKind
from relationships.writes.leaving import leave
from tests import factories
from tests.factories import at

MONDAY = factories.DAY
FRIDAY = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def on_monday_morning() -> Iterator[None]:
    with time_machine.travel(at(MONDAY, 8), tick=False):
        yield


def shown(client: Client) -> str:
    answer = client.get("/")
    assert answer.status_code == 200
    return str(answer.content.decode())


def headings(html: str) -> list[str]:
    groups = re.findall(r'<section class="day-group">\s*<h3>(.*?)</h3>', html, re.DOTALL)
    return [re.sub(r"\s*<.*", "", group) for group in groups]


def badge(html: str) -> int:
    found = re.search(r'id="badge"[^>]*>(\d+)<', html)
    return int(found[1]) if found else 0


def test_the_rows_stand_in_the_order_of_the_method(client: Client, campaign: Campaign) -> None:
    people = [factories.make_contact(campaign) for _ in range(8)]
    factories.make_follow_up(people[0], kind=FollowUpKind.WAITING, due_on=FRIDAY)
    factories.make_follow_up(people[1], kind=FollowUpKind.ACTION)
    factories.make_follow_up(people[2], kind=FollowUpKind.THANK_YOU)
    factories.make_follow_up(people[3], kind=FollowUpKind.PROMISE, due_on=FRIDAY)
    factories.make_follow_up(people[4], introduction=True)
    factories.make_meeting(people[5], status=Status.PLANNED, day=FRIDAY)
    factories.make_meeting(people[6], status=Status.PLANNED, day=MONDAY, starts_at=at(MONDAY, 10))

    html = shown(client)

    assert headings(html) == [
        "Meetings", "How did it go?", "Introduced", "Promised", "Thank and tell", "Ask", "Follow up", "Waiting",
    ]  # fmt: skip
    assert badge(html) == 8
    assert '<span class="overdue">Promised for Friday</span>' in html
    assert html.count('class="overdue"') == 1
    assert "One coffee, one to note, six things to do." in html


def test_seven_rows_are_shown_and_the_rest_can_wait(client: Client, campaign: Campaign) -> None:
    for _ in range(12):
        factories.make_follow_up(factories.make_contact(campaign), kind=FollowUpKind.PROMISE)
    factories.make_contact(campaign)  # somebody to ask takes one of the seven

    html = shown(client)

    assert html.count('id="follow-up-') == 6
    assert "6 more can wait" in html
    assert "six promises" in html
    assert badge(html) == 7


def test_one_contact_has_one_row(client: Client, campaign: Campaign) -> None:
    contact = factories.make_contact(campaign)
    for kind in (FollowUpKind.PROMISE, FollowUpKind.ACTION, FollowUpKind.WAITING):
        factories.make_follow_up(contact, kind=kind)

    html = shown(client)

    assert headings(html) == ["Promised"]
    assert "2 more can wait" in html


def test_what_is_due_later_is_not_of_today(client: Client, campaign: Campaign) -> None:
    factories.make_follow_up(factories.make_contact(campaign), due_on=MONDAY + timedelta(days=1))

    assert "Nothing due today" in shown(client)


def test_an_empty_day_names_somebody_to_ask(client: Client, campaign: Campaign) -> None:
    factories.make_contact(campaign, "Tove Marrick")

    html = shown(client)

    assert "A good day to ask someone new" in html
    assert "Tove Marrick" in html
    assert badge(html) == 1


def test_who_was_left_for_now_is_on_no_list(client: Client, campaign: Campaign) -> None:
    contact = factories.make_contact(campaign, "Tove Marrick")
    factories.make_follow_up(contact)
    leave(contact, LeftBecause.NOT_RIGHT, today=MONDAY)

    assert "Tove Marrick" not in shown(client)


def test_an_invitation_without_an_answer_asks_for_one_reminder_and_then_for_leaving(
    client: Client, campaign: Campaign
) -> None:
    ruben, noor = factories.make_contact(campaign, "Ruben Tarn"), factories.make_contact(campaign, "Noor Halvane")
    factories.make_invitation(ruben, sent_on=MONDAY - timedelta(days=7))
    factories.make_invitation(noor, sent_on=MONDAY - timedelta(days=16), reminded_on=MONDAY - timedelta(days=7))

    html = shown(client)

    assert "One short reminder to Ruben" in html
    assert "Leave Noor for now?" in html
    assert FIRST_SILENCE not in html  # Noor was silent before


def test_the_first_silence_is_answered_with_a_comfort(client: Client, campaign: Campaign) -> None:
    for _ in range(2):
        factories.make_invitation(factories.make_contact(campaign), sent_on=MONDAY - timedelta(days=7))

    assert shown(client).count(FIRST_SILENCE) == 1


def test_the_shelf_is_drawn_from_cups_refills_and_bookings(client: Client, campaign: Campaign) -> None:
    met, booked = factories.make_contact(campaign, "Graham Estevane"), factories.make_contact(campaign, "Ilse Okonmar")
    for day in (FRIDAY, MONDAY):
        factories.make_meeting(met, day=day)
    factories.make_meeting(booked, status=Status.PLANNED, day=MONDAY, starts_at=at(MONDAY, 10, 30))

    html = shown(client)

    assert "1 <small>of 50 cups</small>" in html
    assert "A cup is the first one-on-one with someone in this campaign." in html
    assert "Graham Estevane, Initiate, 1 refill" in html
    assert "Booked: Ilse Okonmar, today at 10:30" in html
    assert html.count('class="cup open"') == 48
    assert "0 of 2</b>" in html  # the cup is of last week


def test_nothing_of_a_stranger_is_shown(stranger: Client, other_campaign: Campaign, campaign: Campaign) -> None:
    factories.make_contact(other_campaign, "Bob’s own")
    contact = factories.make_contact(campaign, "Tove Marrick", company="Greenlow", known_from_before=MONDAY)
    factories.make_follow_up(contact, kind=FollowUpKind.PROMISE)
    factories.make_meeting(contact)
    factories.make_invitation(factories.make_contact(campaign, "Tove Other"), sent_on=FRIDAY)
    factories.make_meeting(factories.make_contact(campaign, "Tove Third"), status=Status.PLANNED)

    html = shown(stranger)

    assert "Tove" not in html
    assert "Bob’s own" in html


def test_more_rows_cost_no_more_queries(client: Client, campaign: Campaign) -> None:
    factories.make_story(campaign)

    def fill(number: int) -> None:
        for _ in range(number):
            factories.make_follow_up(factories.make_contact(campaign), kind=FollowUpKind.PROMISE)
            factories.make_invitation(factories.make_contact(campaign), sent_on=FRIDAY - timedelta(days=9))
            factories.make_meeting(factories.make_contact(campaign), day=FRIDAY - timedelta(days=30))
            factories.make_meeting(factories.make_contact(campaign), status=Status.PLANNED)
            factories.make_contact(campaign, joined_on=None, known_from_before=FRIDAY)

    fill(1)
    client.get("/")
    few = queries(client)
    fill(19)

    assert queries(client) == few
    assert few <= 15


def queries(client: Client) -> int:
    with CaptureQueriesContext(connection) as found:
        client.get("/")
    return len(found)


def test_a_made_up_contact_is_no_reason_to_break(client: Client, campaign: Campaign) -> None:
    assert client.post(f"/people/{10**30}/not-now/").status_code == 404
    assert FollowUp.objects.count() == 0
    assert Contact.objects.count() == 0
