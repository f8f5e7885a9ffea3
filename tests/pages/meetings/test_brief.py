"""Before a meeting: its page, and the sheet for print, each part in its place and left out where there is nothing."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from campaigns.models import Campaign
from contacts.models import Contact, ContactPhone
from meetings.models import Meeting
from meetings.rules.asking import INTRODUCE, Answer
from meetings.rules.meeting import Mode, Status
from meetings.rules.purpose import PurposeKind
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind, ReferralState
from tests import factories
from tests.pages.meetings.test_meetings import page_of

TODAY = factories.DAY
ASK = "Would you take packaging experience seriously?"

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def ilse(campaign: Campaign) -> Contact:
    Campaign.objects.filter(pk=campaign.pk).update(
        worked_at="Tillerman Group, 2009 to 2026",
        situation="ended",
        situation_words="August",
        position="Plant director",
    )
    contact = factories.make_contact(
        campaign, "Ilse Okonmar", position="VP supply chain", company="Harrow Dairy",
        introduced_by=factories.make_contact(campaign, "Odette Farnworthy"), ask_next_time="did the filler arrive?",
        could_help_them="The one-page summary", knows_about="dairy plants",
    )  # fmt: skip
    ContactPhone.objects.create(campaign=campaign, contact=contact, number="01632 960 187")
    factories.make_common_ground(contact, "Both began on nights", found_on=None)
    return contact


@pytest.fixture
def meeting(campaign: Campaign, ilse: Contact) -> Meeting:
    earlier = factories.make_meeting(ilse, day=date(2026, 11, 11), remember="The new line opens in spring.")
    referred = factories.make_contact(campaign, "Halden Brooks")
    factories.make_item(ilse, "Name the size of plant", meeting=earlier, day=earlier.day)
    factories.make_item(
        ilse, "", kind=ItemKind.REFERRAL, referred=referred, referral_state=ReferralState.MET, day=earlier.day
    )
    factories.make_follow_up(ilse, "Send the plant list", kind=FollowUpKind.PROMISE)
    factories.make_follow_up(ilse, "Tell Ilse the resume is shorter", kind=FollowUpKind.TELL)
    factories.make_follow_up(ilse, "Ilse wanted to ask the works council", kind=FollowUpKind.WAITING)
    for title in ("Late line, on time", "The night-shift vote", "Waste halved"):
        factories.make_story(campaign, title, trigger=f"retell {title}.")
    factories.make_telling(ilse, campaign.stories.all()[0], meeting=earlier, day=earlier.day)
    asked = factories.make_invitation(
        ilse, answer=Answer.YES, sent_on=date(2026, 11, 16), answered_on=date(2026, 11, 18),
        message="Dear Ilse, 20 minutes?",
    )  # fmt: skip
    return factories.make_meeting(
        ilse, status=Status.PLANNED, starts_at=factories.at(TODAY, 10, 30), minutes=30, place="4 Wharf Street",
        purpose_kind=PurposeKind.SKILLS, ask=ASK, invitation=asked,
    )  # fmt: skip


def in_order(page: str, *words: str) -> bool:
    """Each behind the one before it."""
    place = 0
    for one in words:
        place = page.find(one, place) + 1
        if not place:
            return False
    return True


def test_the_page_is_read_from_the_door_to_the_close(client: Client, meeting: Meeting) -> None:
    page = page_of(client, meeting.get_absolute_url())

    assert in_order(
        page,
        "Ilse Okonmar", "VP supply chain , Harrow Dairy . Introduced by Odette Farnworthy",
        "Today 10:30 Second coffee, 30 minutes 4 Wharf Street", "Ring", "Map",
        "Last time, 11 November The new line opens in spring.", "Ask: did the filler arrive?",
        "Something for Ilse The one-page summary Send the plant list Tell Ilse the resume is shorter",
        "Whether your skills support it", ASK, "Ilse knows about dairy plants",
        "To look for in common Both began on nights",
        "Background I have worked at Tillerman Group. My job ended in August.", "that I look for: Plant director.",
        "Two stories Ilse has not heard The night-shift vote", "Waste halved",
        "What became of it Halden Brooks : met 11 Nov “ Name the size of plant ” 11 Nov",
        "The close “May I come back",
        "A plan for 30 minutes 8 How they are", "3 What became of what they gave you",
        "What you wrote Your invitation, sent on 16 November , answered yes on Wednesday Dear Ilse, 20 minutes?",
        "How did it go?",
    ), page  # fmt: skip
    assert "works council" not in page
    assert "Late line" not in page


def test_what_is_open_for_them_leaves_room_on_the_sheet(client: Client, meeting: Meeting) -> None:
    """What is due first, and how much more there is."""
    for number in range(6, 0, -1):
        due = meeting.day + timedelta(days=number)
        factories.make_follow_up(meeting.contact, f"Promise {number}", kind=FollowUpKind.PROMISE, due_on=due)

    page = page_of(client, reverse("meeting_prepare", args=[meeting.pk]))

    assert in_order(page, "Something for them", "Promise 1 Promise 2 And 4 more, on their page."), page


def test_ring_and_map_lead_there(client: Client, meeting: Meeting) -> None:
    html = client.get(meeting.get_absolute_url()).content.decode()

    assert 'href="tel:01632960187"' in html
    assert 'href="https://www.openstreetmap.org/search?query=4+Wharf+Street" rel="noopener noreferrer"' in html


def test_what_there_is_nothing_of_is_left_out(client: Client, campaign: Campaign, desmond: Contact) -> None:
    meeting = factories.make_meeting(desmond, status=Status.PLANNED, day=TODAY + timedelta(days=9), mode=Mode.VIDEO)

    page = page_of(client, meeting.get_absolute_url())

    for words in ("Ring", "Map", "Last time", "Something for", "Background", "Stor", "became", "wrote", "common"):
        assert words not in page.replace("what you share", ""), words
    assert "2 December First cup, by video Calendar Purpose Get to know each other The close" in page


@pytest.mark.parametrize(("times", "is_asked"), [(1, False), (2, True)])
def test_an_introduction_is_asked_for_once_the_relationship_carries_it(
    client: Client, desmond: Contact, times: int, is_asked: bool
) -> None:
    for days in range(times):
        factories.make_meeting(desmond, day=TODAY - timedelta(days=30 + days))
    meeting = factories.make_meeting(desmond, status=Status.PLANNED)

    assert (INTRODUCE in page_of(client, meeting.get_absolute_url())) is is_asked


def test_who_heard_every_story_is_asked_which_one_stayed(client: Client, meeting: Meeting) -> None:
    for story in meeting.campaign.stories.all():
        factories.make_telling(meeting.contact, story)

    assert "Stories Ilse has heard them all. Ask which one stayed with them." in page_of(
        client, meeting.get_absolute_url()
    )


def test_the_sheet_says_the_same_and_has_lines_for_afterwards(client: Client, meeting: Meeting) -> None:
    page = page_of(client, f"{meeting.get_absolute_url()}prepare/")

    assert in_order(
        page, "Second coffee, today 10:30, 4 Wharf Street , 30 minutes. 01632 960 187", "Ilse Okonmar", "Last time",
        "Ask next time", "Something for them", "To look for in common", "Background", ASK, "Two stories",
        "What became of it", "A plan for 30 minutes", "The close", "To remember", "In common", "They gave me",
        "I promised, by", "They promised",
    ), page  # fmt: skip


def test_without_a_date_it_is_for_what_was_asked(client: Client, ilse: Contact) -> None:
    factories.make_invitation(ilse, purpose_kind=PurposeKind.PATH, ask="What would you do next?")

    page = page_of(client, f"/people/{ilse.pk}/prepare/")

    assert in_order(page, "Their view of your path", "What would you do next?", "A plan for 20 minutes"), page
    assert f'/people/{ilse.pk}/prepare/"' in client.get(ilse.get_absolute_url()).content.decode()


def test_a_meeting_that_was_held_is_not_prepared(client: Client, desmond: Contact) -> None:
    held = factories.make_meeting(desmond)

    assert client.get(f"{held.get_absolute_url()}prepare/")["Location"] == held.get_absolute_url()


def test_nothing_of_anybody_else_stands_on_it(
    client: Client, campaign: Campaign, other_campaign: Campaign, desmond: Contact
) -> None:
    factories.make_story(other_campaign, "Bob's story")
    factories.make_skill(other_campaign, text="Bob's skill")
    factories.make_skill(campaign, text="My skill")
    factories.make_meeting(factories.make_contact(other_campaign, "Bob's friend"), status=Status.PLANNED)
    mine = factories.make_meeting(desmond, status=Status.PLANNED)

    for address in (
        mine.get_absolute_url(), f"{mine.get_absolute_url()}prepare/", f"/people/{desmond.pk}/prepare/",
        f"{mine.get_absolute_url()}meeting.ics", "/calendar/fifty-cups.ics",
    ):  # fmt: skip
        text = client.get(address).content.decode()
        assert "Desmond" in text
        assert "Bob" not in text
    assert "My skill" in page_of(client, mine.get_absolute_url())
