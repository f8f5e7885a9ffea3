"""R7: a day is the user's day, wherever they are, in the nights when the clocks change and on 29 February."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client

from accounts.models import User
from campaigns.models import Campaign
from meetings.models import Meeting
from meetings.rules.meeting import Status
from outcomes.models import FollowUp
from tests import factories
from tests.pages.today.reading import shown

A_DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("zone", "now", "day", "words", "thanks"),
    [
        ("Pacific/Auckland", "2026-11-22 11:30Z", date(2026, 11, 23), "Monday 23 November", date(2026, 11, 24)),
        ("Pacific/Honolulu", "2026-11-24 08:30Z", date(2026, 11, 23), "Monday 23 November", date(2026, 11, 24)),
        ("Pacific/Honolulu", "2026-11-28 08:30Z", date(2026, 11, 27), "Friday 27 November", date(2026, 11, 30)),
        ("Europe/London", "2028-02-29 23:30Z", date(2028, 2, 29), "Tuesday 29 February", date(2028, 3, 1)),
        ("America/New_York", "2026-11-01 05:30Z", date(2026, 11, 1), "Sunday 1 November", date(2026, 11, 2)),
        ("America/New_York", "2026-11-01 06:30Z", date(2026, 11, 1), "Sunday 1 November", date(2026, 11, 2)),
        ("Europe/Berlin", "2026-03-28 23:30Z", date(2026, 3, 29), "Sunday 29 March", date(2026, 3, 30)),
    ],
)
def test_what_is_due_and_what_is_to_log_follows_the_day_of_the_user(
    alice: User,
    campaign: Campaign,
    sign_in: Callable[[User], Client],
    zone: str,
    now: str,
    day: date,
    words: str,
    thanks: date,
) -> None:
    alice.time_zone = zone
    alice.save()
    with time_machine.travel(now, tick=False):
        client = sign_in(alice)
        people = [factories.make_contact(campaign, name) for name in ("Ann Ash", "Bea Birch", "Cy Cedar")]
        factories.make_follow_up(people[0], "Due on the day", due_on=day)
        factories.make_follow_up(people[1], "Due on the next", due_on=day + A_DAY)
        factories.make_meeting(people[1], status=Status.PLANNED, day=day)
        factories.make_meeting(people[2], status=Status.PLANNED, day=day - A_DAY)

        html = shown(client)

        assert f'{words}. <span id="for-today">3 for today: one coffee, one to note, one thing to do.</span>' in html
        assert "Due on the day" in html
        assert "Due on the next" not in html
        assert log(client, day + A_DAY) == 422  # a day that is still to come for the user
        assert log(client, day) == 302
        assert Meeting.objects.get(contact__name="Di Damson").logged_on == day
        assert FollowUp.objects.get(contact__name="Di Damson").due_on == thanks


def log(client: Client, day: date) -> int:
    typed = {"person": "Di Damson", "day": day.isoformat(), "mode": "in_person", "thank": "on"}
    return client.post("/meetings/log/", {**typed, "given-TOTAL_FORMS": "0", "given-INITIAL_FORMS": "0"}).status_code


def test_another_time_zone_moves_no_day(client: Client, alice: User, campaign: Campaign) -> None:
    with time_machine.travel("2026-11-23 08:00Z", tick=False):
        follow_up = factories.make_follow_up(factories.make_contact(campaign), due_on=date(2026, 11, 23))
        assert "Send the summary" in shown(client)

        alice.time_zone = "Pacific/Honolulu"  # where it is still Sunday
        alice.save()

        assert "Send the summary" not in shown(client)
        follow_up.refresh_from_db()
        assert follow_up.due_on == date(2026, 11, 23)


def test_a_day_within_a_sentence_is_written_small(client: Client, campaign: Campaign) -> None:
    with time_machine.travel("2026-11-23 08:00Z", tick=False):
        contact = factories.make_contact(campaign)
        factories.make_invitation(contact, sent_on=date(2026, 11, 23))

        page = client.get(f"/people/{contact.pk}/invite/").content.decode()

        assert 'Asked <time datetime="2026-11-23">today</time>' in page
