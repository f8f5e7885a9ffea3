"""The settings of the campaign: figures, dates, and what follows from its start."""

from datetime import date
from unittest.mock import patch

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.test import Client

from campaigns.models import Campaign
from tests import factories

TYPED = {
    "name": "After Tillerman",
    "position": "Operations director",
    "goal": "40",
    "started_on": "2026-09-21",
    "target_on": "2027-03-31",
    "weekly_invitations": "6",
    "weekly_cups": "3",
    "cups_before": "",
    "worked_at": "Tillerman Group\r\nBrightmill Foods",
    "studied_at": "Aldermoor College",
}


@time_machine.travel("2026-11-23 10:00Z")
def test_figures_and_dates_are_saved(client: Client, campaign: Campaign) -> None:
    answer = client.post("/campaign/", TYPED)

    assert (answer.status_code, answer["Location"]) == (302, "/campaign/")
    campaign.refresh_from_db()
    assert (campaign.goal, campaign.weekly_invitations, campaign.weekly_cups) == (40, 6, 3)
    assert (campaign.started_on, campaign.target_on) == (date(2026, 9, 21), date(2027, 3, 31))
    assert campaign.position == "Operations director"


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("goal", "0"),
        ("goal", "501"),
        ("goal", "fifty"),
        ("started_on", "31 Nov"),
        ("started_on", "2026-11-24"),
        ("started_on", "2030-01-01"),
        ("started_on", "2005-12-31"),
        ("started_on", "0001-01-01"),
        ("target_on", "2026-09-20"),
        ("target_on", "2026-09-21"),
        ("cups_before", "-1"),
        ("weekly_cups", "-1"),
        ("weekly_invitations", "70000"),
        ("position", "x" * 301),
    ],
)
@time_machine.travel("2026-11-23 10:00Z")
def test_a_refused_form_keeps_every_character(client: Client, campaign: Campaign, field: str, typed: str) -> None:
    answer = client.post("/campaign/", TYPED | {field: typed})

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    for words in ("After Tillerman", "Aldermoor College", typed):
        assert words in answer.content.decode()
    campaign.refresh_from_db()
    assert campaign.name == ""


@time_machine.travel("2026-11-23 10:00Z")
def test_cups_follow_a_start_that_is_moved(client: Client, campaign: Campaign, other_campaign: Campaign) -> None:
    factories.make_meeting(factories.make_contact(other_campaign), day=date(2026, 11, 2))
    early, late = factories.make_contact(campaign), factories.make_contact(campaign)
    factories.make_meeting(early, day=date(2026, 9, 22))
    factories.make_meeting(late, day=date(2026, 11, 2))
    assert campaign.contacts.cups().count() == 2

    answer = client.post("/campaign/", TYPED | {"started_on": "2026-10-01"})

    assert [str(message) for message in get_messages(answer.wsgi_request)] == ["Saved. One cup counts since 1 October."]
    assert list(campaign.contacts.cups()) == [late]

    client.post("/campaign/", TYPED | {"started_on": "2026-09-22"})
    assert campaign.contacts.cups().count() == 2


@time_machine.travel("2026-11-23 10:00Z")
def test_a_start_whose_cups_cannot_follow_is_not_moved(client: Client, campaign: Campaign) -> None:
    """One transaction: both or nothing."""
    with (
        patch("relationships.writes.campaign_days.refresh_network", side_effect=RuntimeError),
        pytest.raises(RuntimeError),
    ):
        client.post("/campaign/", TYPED | {"started_on": "2026-10-01"})

    campaign.refresh_from_db()
    assert campaign.started_on == date(2026, 9, 21)


@pytest.mark.parametrize(("zone", "taken"), [("Pacific/Auckland", 302), ("America/Los_Angeles", 422)])
@time_machine.travel("2026-11-23 20:00Z")
def test_the_start_is_at_most_the_users_own_today(client: Client, campaign: Campaign, zone: str, taken: int) -> None:
    """In Auckland it is the 24th already."""
    campaign.owner.time_zone = zone
    campaign.owner.save()

    assert client.post("/campaign/", TYPED | {"started_on": "2026-11-24"}).status_code == taken


def test_saving_leaves_alone_what_the_page_does_not_show(client: Client, campaign: Campaign) -> None:
    """Today notes its own on the same row."""
    Campaign.objects.filter(pk=campaign.pk).update(rows_chosen_on=date(2026, 11, 23), away_since=date(2026, 11, 2))
    client.get("/campaign/")  # opens the day
    Campaign.objects.filter(pk=campaign.pk).update(away_since=date(2026, 11, 20))

    client.post("/campaign/", TYPED)

    campaign.refresh_from_db()
    assert (campaign.rows_chosen_on, campaign.away_since) == (date(2026, 11, 23), date(2026, 11, 20))


def test_cups_had_before_are_a_number_and_none_when_left_open(client: Client, campaign: Campaign) -> None:
    client.post("/campaign/", TYPED | {"cups_before": "12"})
    campaign.refresh_from_db()
    assert (campaign.cups_before, campaign.figures_asked) == (12, True)

    client.post("/campaign/", TYPED)
    campaign.refresh_from_db()
    assert campaign.cups_before is None
