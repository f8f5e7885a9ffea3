"""What is done to picked people, and taken back."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact, Tag
from meetings.models import Invitation, Meeting
from meetings.rules.meeting import Status
from outcomes.models import FollowUp
from relationships.writes.undo import undo
from tests import factories
from tests.conftest import TODAY


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with time_machine.travel(factories.at(TODAY, 9), tick=False):
        yield


def post(client: Client, act: str, *people: Contact, **fields: object) -> str:
    """Posts as the page does; answers the state that takes it back."""
    data = {"picked": [person.pk for person in people], "sure": "yes", **fields}
    answer = client.post(f"/people/bulk/{act}/", data)
    assert answer.status_code == 302, answer.content.decode()
    return [message.extra_tags for message in get_messages(answer.wsgi_request)][-1]


def test_the_list_asks_first_and_nothing_is_written(client: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign, "Priya Castellane")

    for act in ("tag", "follow-up", "leave"):
        answer = client.post(f"/people/bulk/{act}/", {"picked": [person.pk], "back": "phase=initiate"})
        assert answer.status_code == 200
        assert "Priya Castellane" in answer.content.decode()
        assert "/people/?phase=initiate" in answer.content.decode()

    assert not Tag.objects.exists()
    assert not FollowUp.objects.exists()
    person.refresh_from_db()
    assert person.left_on is None


def test_a_tag_is_given_and_taken_back(client: Client, campaign: Campaign) -> None:
    has_it, new = factories.make_contact(campaign), factories.make_contact(campaign)
    post(client, "tag", has_it, name="Food")

    state = post(client, "tag", has_it, new, name="food ")

    tag = campaign.tags.get()
    assert set(tag.contacts.all()) == {has_it, new}
    assert undo(campaign, state) == 1
    assert set(tag.contacts.all()) == {has_it}


def test_a_new_tag_goes_with_its_undo(client: Client, campaign: Campaign) -> None:
    state = post(client, "tag", factories.make_contact(campaign), name="Food")

    undo(campaign, state)

    assert not campaign.tags.exists()


def test_joining_is_taken_back_only_while_nothing_was_recorded(client: Client, campaign: Campaign) -> None:
    quiet, busy = (factories.make_contact(campaign, joined_on=None) for _ in range(2))

    state = post(client, "join", quiet, busy)

    assert campaign.contacts.in_network().count() == 2
    assert set(campaign.contacts.values_list("phase", flat=True)) == {"initiate"}
    factories.make_follow_up(busy)
    undo(campaign, state)
    assert list(campaign.contacts.in_network()) == [busy]


def test_a_follow_up_for_each_joins_the_network_and_is_taken_back(client: Client, campaign: Campaign) -> None:
    known, book = factories.make_contact(campaign), factories.make_contact(campaign, joined_on=None)

    state = post(client, "follow-up", known, book, text="Send greetings", due_on="2026-12-01")

    assert FollowUp.objects.filter(campaign=campaign, text="Send greetings").count() == 2
    book.refresh_from_db()
    assert book.in_network
    assert book.acts_on == date(2026, 12, 1)
    undo(campaign, state)
    book.refresh_from_db()
    assert (book.joined_on, book.phase) == (None, "")
    assert not FollowUp.objects.exists()
    known.refresh_from_db()
    assert known.in_network


def test_leaving_names_what_is_open_and_comes_back_whole(client: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign, "Priya Castellane")
    factories.make_follow_up(person, "Send the summary")
    factories.make_meeting(person, status=Status.PLANNED, day=TODAY + timedelta(days=1))
    factories.make_invitation(person)

    text = client.post("/people/bulk/leave/", {"picked": [person.pk]}).content.decode()
    assert "Send the summary; the meeting tomorrow; the invitation you sent today" in text
    state = post(client, "leave", person, because="not_right")

    person.refresh_from_db()
    assert person.left_for_now(TODAY)
    assert not FollowUp.objects.open().exists()
    undo(campaign, state)
    person.refresh_from_db()
    assert person.left_on is None
    assert FollowUp.objects.open().exists()
    assert Meeting.objects.planned().exists()
    assert Invitation.objects.waiting().exists()


def test_twice_is_once(client: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign)
    page = client.post("/people/bulk/follow-up/", {"picked": [person.pk]}).content.decode()
    key = page.split('name="draft" value="')[1].split('"')[0]

    for _ in range(2):
        post_twice = {"picked": [person.pk], "sure": "yes", "text": "Once", "due_on": "2026-12-01", "draft": key}
        assert client.post("/people/bulk/follow-up/", post_twice).status_code == 302

    assert FollowUp.objects.count() == 1


def test_undo_touches_nobody_elses_people(campaign: Campaign, other_campaign: Campaign, client: Client) -> None:
    person = factories.make_contact(campaign)
    state = post(client, "leave", person, because="not_right")

    assert undo(other_campaign, state) == 0
    person.refresh_from_db()
    assert person.left_on == TODAY
