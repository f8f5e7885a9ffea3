"""What is done to picked people, and taken back."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact, Tag
from contacts.rules.joining import BULK_LIMIT
from meetings.models import Invitation, Meeting
from meetings.rules.meeting import Status
from outcomes.models import FollowUp
from outcomes.writes.undo import undo
from tests import factories
from tests.conftest import TODAY

ACTS = ("tag", "join", "follow-up", "leave")


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
    assert book.next_due_on is not None
    undo(campaign, state)
    book.refresh_from_db()
    assert (book.in_network, book.next_due_on, FollowUp.objects.count()) == (False, None, 0)
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


@pytest.mark.parametrize("until", ["", "2026-11-23", "nonsense"])
def test_waiting_needs_a_later_day_and_keeps_what_was_typed(until: str, client: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign)
    answer = client.post(
        "/people/bulk/leave/", {"picked": [person.pk], "sure": "yes", "because": "wait", "until": until}
    )

    assert answer.status_code == 422
    assert answer.context["people"] == [person]


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("sure", [{}, {"sure": "yes"}])
def test_a_strangers_id_is_refused_and_shows_nothing(
    act: str, sure: dict[str, str], client: Client, campaign: Campaign, other_campaign: Campaign
) -> None:
    mine = factories.make_contact(campaign, "Priya Castellane", joined_on=None)
    theirs = factories.make_contact(other_campaign, "Zoltan Secret", joined_on=None)
    fields = {"name": "x", "text": "x", "due_on": "2026-12-01", "because": "not_right", **sure}

    answer = client.post(f"/people/bulk/{act}/", {"picked": [mine.pk, theirs.pk], **fields})

    assert answer.status_code == 422
    text = answer.content.decode()
    assert "Secret" not in text
    assert "is not among your people" in text
    assert not campaign.contacts.in_network().exists()
    assert not Tag.objects.exists()
    assert not FollowUp.objects.exists()
    assert not Contact.objects.exclude(left_on=None).exists()


@pytest.mark.parametrize("act", ACTS)
def test_more_than_two_hundred_are_refused_plainly(act: str, client: Client, campaign: Campaign) -> None:
    people = [factories.make_contact(campaign, joined_on=None) for _ in range(3)]
    ids = [person.pk for person in people]
    Contact.objects.bulk_create(
        Contact(campaign=campaign, name=f"P {number}", folded="p", sort_name="p") for number in range(BULK_LIMIT - 2)
    )
    ids = list(campaign.contacts.values_list("pk", flat=True))

    answer = client.post(f"/people/bulk/{act}/", {"picked": ids, "sure": "yes"})

    assert answer.status_code == 422
    assert "At most 200 people at a time. You picked 201." in answer.content.decode()
    assert not campaign.contacts.in_network().exists()


@pytest.mark.parametrize("picked", [["x"], ["-1"], ["9" * 40], ["\x00"]])
def test_no_hostile_pick_breaks_the_page(picked: list[str], client: Client, campaign: Campaign) -> None:
    assert client.post("/people/bulk/leave/", {"picked": picked}).status_code == 422


def test_picking_nobody_leads_back(client: Client, campaign: Campaign) -> None:
    answer = client.post("/people/bulk/tag/", {"back": "where=book"})

    assert (answer.status_code, answer["Location"]) == (302, "/people/?where=book")


def test_a_forged_way_back_stays_in_the_house(client: Client, campaign: Campaign) -> None:
    answer = client.post("/people/bulk/tag/", {"back": "https://example.com/"})

    assert answer["Location"].startswith("/people/?")


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
