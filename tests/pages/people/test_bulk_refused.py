"""What is refused when people are picked: strangers, too many, nonsense."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact, Tag
from contacts.rules.joining import BULK_LIMIT
from outcomes.models import FollowUp
from tests import factories
from tests.conftest import TODAY

ACTS = ("tag", "join", "follow-up", "leave")


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with time_machine.travel(factories.at(TODAY, 9), tick=False):
        yield


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


@pytest.mark.parametrize("picked", [["x"], ["-1"], ["9" * 40]])
def test_no_hostile_pick_breaks_the_page(picked: list[str], client: Client, campaign: Campaign) -> None:
    assert client.post("/people/bulk/leave/", {"picked": picked}).status_code == 422


def test_picking_nobody_leads_back(client: Client, campaign: Campaign) -> None:
    answer = client.post("/people/bulk/tag/", {"back": "where=book"})

    assert (answer.status_code, answer["Location"]) == (302, "/people/?where=book")


def test_a_forged_way_back_stays_in_the_house(client: Client, campaign: Campaign) -> None:
    answer = client.post("/people/bulk/tag/", {"back": "https://example.com/"})

    assert answer["Location"].startswith("/people/?")
