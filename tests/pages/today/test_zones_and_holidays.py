"""R7, R17: the day is that of the user's zone, and days off count for nobody's silence, nor for asking."""

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client

from accounts.models import User
from campaigns.models import Campaign
from campaigns.rules.progress import PauseKind
from contacts.rules.knowing import KnownAs
from meetings.rules.meeting import Status
from outcomes.rules.due import FollowUpKind
from relationships.writes.standing import refresh_network
from tests import factories
from tests.factories import at
from tests.pages.today.reading import headings, number, rows, shown

THURSDAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("zone", "heading"),
    [("Pacific/Auckland", "Tomorrow"), ("Europe/Berlin", "Meetings"), ("America/Los_Angeles", "Meetings")],
)
def test_a_meeting_stands_under_the_day_on_which_its_hour_falls(
    alice: User, campaign: Campaign, sign_in: Callable[[User], Client], zone: str, heading: str
) -> None:
    """Planned in Berlin for Thursday 18:00, which in Auckland is Friday 06:00."""
    alice.time_zone = zone
    alice.save()
    starts_at = datetime(2026, 11, 26, 18, tzinfo=ZoneInfo("Europe/Berlin"))
    contact = factories.make_contact(campaign)
    factories.make_meeting(contact, status=Status.PLANNED, day=THURSDAY, starts_at=starts_at)
    factories.refreshed(contact)
    for hour in (8, 23):
        with time_machine.travel(datetime(2026, 11, 26, hour, tzinfo=ZoneInfo(zone)), tick=False):
            client = sign_in(alice)
            is_over = datetime.now(tz=ZoneInfo(zone)) > starts_at
            html = shown(client)

            assert headings(html) == ["How did it go?" if is_over else heading]
            assert number(client) == (0 if heading == "Tomorrow" and not is_over else 1)


def test_another_zone_has_its_own_day_and_its_own_rows(alice: User, campaign: Campaign, client: Client) -> None:
    factories.make_follow_up(factories.make_contact(campaign), due_on=date(2026, 11, 24))
    with time_machine.travel("2026-11-23 20:00Z", tick=False):
        assert number(client) == 0

        alice.time_zone = "Pacific/Auckland"
        alice.save()

        assert number(client) == 1
        assert "Tuesday 24 November" in shown(client)


@pytest.mark.parametrize(
    ("day", "found", "counted"),
    [
        (date(2026, 12, 23), ["Promised", "Somebody to ask", "Thanks and news"], 3),
        (date(2026, 12, 24), ["Promised"], 1),
        (date(2027, 1, 2), ["Promised"], 1),
        (date(2027, 1, 4), ["Promised", "Somebody to ask", "No answer yet", "Thanks and news"], 4),
    ],
)
def test_from_christmas_to_the_second_of_january_only_promises_stand(
    alice: User, campaign: Campaign, sign_in: Callable[[User], Client], day: date, found: list[str], counted: int
) -> None:
    campaign.pauses.create(kind=PauseKind.OFF, from_day=date(2026, 12, 24), to_day=date(2027, 1, 2))
    factories.make_contact(campaign, known_as=KnownAs.KNOWN)
    due = date(2026, 12, 21)
    factories.make_follow_up(factories.make_contact(campaign), kind=FollowUpKind.PROMISE, due_on=due)
    factories.make_follow_up(factories.make_contact(campaign), kind=FollowUpKind.THANK_YOU, by_rule=True, due_on=due)
    factories.make_invitation(factories.make_contact(campaign), sent_on=date(2026, 12, 17))
    refresh_network(campaign)

    with time_machine.travel(at(day, 9), tick=False):
        client = sign_in(alice)
        html = shown(client)

        assert headings(html) == found
        assert number(client) == rows(html) == counted


def test_a_day_off_that_is_marked_at_noon_leaves_the_promises(client: Client, campaign: Campaign) -> None:
    with time_machine.travel(at(THURSDAY, 9), tick=False):
        factories.make_follow_up(factories.make_contact(campaign), kind=FollowUpKind.PROMISE)
        factories.make_follow_up(factories.make_contact(campaign))
        assert number(client) == 2

        campaign.pauses.create(kind=PauseKind.OFF, from_day=THURSDAY, to_day=THURSDAY)

        assert number(client) == 1
        assert headings(shown(client)) == ["Promised"]
