"""The page of follow-ups: what comes first with each person, who said yes, whom one waits for, and its cost (R21)."""

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
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from outcomes.models import FollowUp, FollowUpStatus
from outcomes.rules.due import FollowUpKind
from tests import factories
from tests.factories import at

MONDAY = factories.DAY
FRIDAY = date(2026, 11, 20)
ONE = ["done", "put-off", "drop"]


@pytest.fixture(autouse=True)
def on_monday_morning() -> Iterator[None]:
    with time_machine.travel(at(MONDAY, 8), tick=False):
        yield


@pytest.fixture
def contact(campaign: Campaign) -> Contact:
    return factories.make_contact(campaign, "Priya Castellane")


@pytest.fixture
def promise(contact: Contact) -> FollowUp:
    return factories.make_follow_up(contact, kind=FollowUpKind.PROMISE, due_on=FRIDAY)


def page(client: Client, address: str = "/follow-ups/") -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_each_row_says_what_comes_first_with_its_person(client: Client, contact: Contact, promise: FollowUp) -> None:
    factories.make_follow_up(contact, "Send the figures", due_on=MONDAY)
    factories.make_follow_up(factories.make_contact(contact.campaign, "Noor Halvane"), "Ring Noor", due_on=MONDAY)

    html = page(client)

    assert html.count("First:") == 1
    assert "First: Send the summary" in html


def test_who_said_yes_stands_under_today_until_there_is_a_day(client: Client, campaign: Campaign) -> None:
    said_yes, planned, met, faded = (
        factories.make_contact(campaign, f"{name} Thorn") for name in ("Ada", "Bo", "Cy", "Di")
    )
    for contact in (said_yes, planned, met):
        factories.make_invitation(contact, answer=Answer.YES, sent_on=FRIDAY)
    factories.make_invitation(faded, answer=Answer.YES, sent_on=FRIDAY, faded_on=MONDAY)
    factories.make_meeting(planned, status=Status.PLANNED, day=MONDAY + timedelta(days=9))
    factories.make_meeting(met, day=MONDAY)

    html = page(client)

    assert re.findall(r"<h3>(.*?)</h3>", html) == ["Today"]
    assert html.count("said yes. Agree on a day.") == html.count("Ada said yes. Agree on a day.") == 1
    assert "Said yes on Friday" in html
    assert "Open 1" in html


def test_of_many_who_said_yes_ten_stand_above_the_first_page_until_all_are_asked_for(
    client: Client, campaign: Campaign
) -> None:
    for number in range(12):
        factories.make_invitation(factories.make_contact(campaign, f"Ada{number} Thorn"), answer=Answer.YES)

    html, everybody = page(client), page(client, "/follow-ups/?yes=all")

    assert (html.count("said yes. Agree"), everybody.count("said yes. Agree")) == (10, 12)
    assert '<a class="line" href="/follow-ups/?yes=all">Show 2 more who said yes</a>' in html
    assert "who said yes" not in everybody
    assert "Open 12" in html


def test_the_waiting_ones_are_paged_apart(client: Client, campaign: Campaign) -> None:
    for number in range(26):
        contact = factories.make_contact(campaign, f"Person {number:02}")
        factories.make_follow_up(contact, f"Waits {number:02}", kind=FollowUpKind.WAITING)
        factories.make_invitation(contact)

    second = page(client, "/follow-ups/?show=waiting&page=2")

    assert "Waits 25" in second
    assert 'aria-label="They did: Waits 00"' not in second
    assert "?show=waiting&amp;asked=2" in second


def test_the_navigation_marks_today(client: Client, campaign: Campaign) -> None:
    assert re.search(r'href="/"[^>]*aria-current="true"', page(client))


def test_nothing_ticked_shows_no_bar_and_the_bar_stands_below_the_list(client: Client, promise: FollowUp) -> None:
    html = page(client)

    assert html.index('name="pk"') < html.index('id="bulk"')


@pytest.mark.parametrize("show", ["open", "waiting", "closed"])
def test_more_rows_cost_no_more_queries(client: Client, campaign: Campaign, show: str) -> None:
    def fill(number: int) -> None:
        for _ in range(number):
            contact = factories.make_contact(campaign)
            factories.make_follow_up(contact)
            factories.make_follow_up(contact, kind=FollowUpKind.WAITING)
            factories.make_follow_up(contact, status=FollowUpStatus.DONE, closed_on=MONDAY)
            factories.make_invitation(contact)
            factories.make_invitation(factories.make_contact(campaign), answer=Answer.YES)

    fill(1)
    client.get("/")  # chooses the rows of the day, once
    few = queries(client, show)
    fill(19)

    assert queries(client, show) == few <= 20


def queries(client: Client, show: str) -> int:
    with CaptureQueriesContext(connection) as found:
        page(client, f"/follow-ups/?show={show}")
    return len(found)
