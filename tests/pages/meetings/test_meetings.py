"""The list of meetings, and one meeting (R5)."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import Meeting
from meetings.rules.meeting import Status, how_many
from meetings.rules.purpose import PurposeKind
from outcomes.rules.items import ItemKind
from tests import factories

TODAY = factories.DAY
LIST = "/meetings/"

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def planned(desmond: Contact) -> Meeting:
    return factories.make_meeting(
        desmond,
        status=Status.PLANNED,
        day=date(2026, 11, 20),
        starts_at=factories.at(date(2026, 11, 20), 10, 30),
        place="Quayside Roasters",
    )


def page_of(client: Client, address: str = LIST) -> str:
    text = client.get(address).content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", text[text.index("<main") : text.index("</main>")]).split())


@pytest.mark.parametrize(
    ("held", "coming", "to_log", "words"),
    [
        (25, 3, 1, "25 held since 21 September. Three coming up, one to log."),
        (1, 0, 0, "1 held since 21 September."),
        (0, 1, 0, "None held yet. One coming up."),
        (0, 0, 0, "None held yet."),
    ],
)
def test_the_list_begins_with_how_many(held: int, coming: int, to_log: int, words: str) -> None:
    assert how_many(held=held, coming=coming, to_log=to_log, since="21 September") == words


def test_a_meeting_that_is_over_asks_how_it_went(client: Client, planned: Meeting) -> None:
    page = page_of(client)

    assert "None held yet. One to log." in page
    assert "How did it go? DA Fri 20 Nov 10:30 Desmond Achterby In person, Quayside Roasters Log it" in page


def test_an_hour_decides_what_is_to_log_and_a_day_without_one(client: Client, desmond: Contact) -> None:
    def plan(**fields: object) -> Meeting:
        return factories.make_meeting(desmond, status=Status.PLANNED, **fields)

    over, today = plan(starts_at=factories.at(TODAY, 8)), plan()
    later, yesterday = plan(starts_at=factories.at(TODAY, 10)), plan(day=date(2026, 11, 22))

    context = client.get(LIST).context

    assert [row.meeting for row in context["to_log"]] == [yesterday, over]
    assert {row.meeting for row in context["coming"]} == {today, later}


def test_times_are_those_of_the_user(client: Client, alice: User, planned: Meeting) -> None:
    User.objects.filter(pk=alice.pk).update(time_zone="Asia/Tokyo")

    assert "Fri 20 Nov 19:30" in page_of(client)


def test_what_is_coming_says_cup_or_refill_and_why(client: Client, campaign: Campaign, desmond: Contact) -> None:
    samir = factories.make_contact(campaign, "Samir Oakhurst")
    factories.make_meeting(samir, day=date(2026, 10, 1))
    for contact, kind in ((desmond, PurposeKind.ACQUAINT), (samir, PurposeKind.CHANGED)):
        factories.make_meeting(contact, status=Status.PLANNED, day=date(2026, 11, 26), purpose_kind=kind)

    page = page_of(client)

    assert "Thu 26 Nov Desmond Achterby First cup. Get to know each other" in page
    assert "Thu 26 Nov Samir Oakhurst Second coffee. Show what you changed" in page


def test_what_was_held_says_its_cup_and_what_it_gave(client: Client, desmond: Contact) -> None:
    first = factories.make_meeting(desmond, day=date(2026, 10, 1), purpose="What am I best at?")
    factories.make_meeting(desmond, day=date(2026, 11, 1))
    factories.make_item(desmond, meeting=first)
    factories.make_item(desmond, meeting=first, kind=ItemKind.REFERRAL)
    factories.make_item(desmond, meeting=first, kind=ItemKind.REFERRAL)

    page = page_of(client)

    assert "Cup 1. What am I best at? One piece of advice, two referrals" in page
    assert "Second coffee" in page


def test_the_held_ones_come_in_pages(client: Client, desmond: Contact) -> None:
    for _ in range(26):
        factories.make_meeting(desmond)

    assert len(client.get(LIST).context["held"]) == 25
    assert len(client.get(f"{LIST}?page=2").context["held"]) == 1
    assert client.get(f"{LIST}?page=x&page=<b>").status_code == 200


def test_the_list_asks_the_database_as_often_for_many(client: Client, campaign: Campaign) -> None:
    def fill() -> None:
        contact = factories.make_contact(campaign)
        factories.make_item(contact, meeting=factories.make_meeting(contact))
        factories.make_meeting(contact, status=Status.PLANNED, day=date(2026, 11, 20))
        factories.make_meeting(contact, status=Status.PLANNED, day=date(2026, 11, 27))

    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            client.get(LIST)
        return len(found)

    fill()
    client.get("/")  # chooses the rows of the day, once
    first = queries()
    for _ in range(19):
        fill()

    assert queries() == first


def test_a_strangers_meetings_are_not_listed(stranger: Client, planned: Meeting) -> None:
    assert "Desmond" not in page_of(stranger)


def test_one_meeting_shows_everything_about_it(client: Client, desmond: Contact) -> None:
    meeting = factories.make_meeting(
        desmond,
        purpose_kind=PurposeKind.PATH,
        purpose="Does food make sense?",
        ask_kind="view",
        ask="What would you look for?",
        remember="Second line\nmisses slots <script>alert(1)</script>",
    )
    referred = factories.make_contact(desmond.campaign, "Halden Brooks")
    factories.make_item(desmond, "Ask Halden", meeting=meeting, kind=ItemKind.REFERRAL, referred=referred)
    factories.make_follow_up(desmond, "Send the summary", meeting=meeting)
    story = factories.make_story(desmond.campaign, "The night-shift vote")
    factories.make_telling(desmond, story, meeting=meeting)

    page = page_of(client, meeting.get_absolute_url())

    for words in (
        "Cup 1",
        "Does food make sense?",
        "Their view of my path",
        "What would you look for?",
        "Second line",
        "&lt;script&gt;",
        "Halden Brooks",
        "Send the summary",
        "The night-shift vote",
        "Correct",
    ):
        assert words in page
