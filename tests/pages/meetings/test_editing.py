"""A planned meeting is changed, in one tab or in two."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.models import Contact
from meetings.models import Meeting
from meetings.rules.meeting import Status
from meetings.rules.purpose import PurposeKind
from tests import factories
from tests.pages.meetings.posted import form

TODAY = factories.DAY
PLAN = "/meetings/new/"

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def planned(corwin: Contact) -> Meeting:
    return factories.make_meeting(
        corwin, status=Status.PLANNED, day=date(2026, 12, 3), purpose_kind=PurposeKind.PATH, place="Quayside Roasters"
    )


def edit(meeting: Meeting) -> str:
    return reverse("meeting_edit", args=[meeting.pk])


def test_a_plan_is_changed(client: Client, planned: Meeting) -> None:
    page = client.get(edit(planned)).content.decode()
    assert 'value="Quayside Roasters"' in page

    answered = client.post(edit(planned), form(day="2026-12-04", place="By the canal", version="1"))

    planned.refresh_from_db()
    assert answered["Location"] == planned.get_absolute_url()
    assert (planned.day, planned.place, planned.version) == (date(2026, 12, 4), "By the canal", 2)
    assert Contact.objects.get().owed_on == date(2026, 12, 3)  # the day before


def test_two_tabs_show_both_texts_and_overwrite_nothing(client: Client, planned: Meeting) -> None:
    client.post(edit(planned), form(place="By the canal", version="1"))

    late = client.post(edit(planned), form(place="At the fair", version="1"))

    page = late.content.decode()
    planned.refresh_from_db()
    assert late.status_code == 409
    assert planned.place == "By the canal"
    assert "By the canal" in page
    assert 'value="At the fair"' in page
    assert client.post(edit(planned), form(place="At the fair", version="2")).status_code == 302


def test_what_was_logged_meanwhile_keeps_what_is_typed_on_the_screen(client: Client, planned: Meeting) -> None:
    Meeting.objects.filter(pk=planned.pk).update(status=Status.HELD, logged_on=TODAY, version=2)

    late = client.post(edit(planned), form(place="At the fair", version="1"))

    assert late.status_code == 409
    assert "no longer planned" in late.content.decode()
    assert 'value="At the fair"' in late.content.decode()
    assert client.get(edit(planned)).status_code == 302


def test_a_day_that_is_past_may_stay_as_it_is(client: Client, planned: Meeting) -> None:
    Meeting.objects.filter(pk=planned.pk).update(day=date(2026, 11, 20))

    assert client.post(edit(planned), form(day="2026-11-20", time="", version="1")).status_code == 302
    assert client.post(edit(planned), form(day="2026-11-19", time="", version="2")).status_code == 422


def test_another_time_zone_moves_no_meeting(client: Client, alice: User, planned: Meeting) -> None:
    starts_at = datetime(2026, 12, 3, 23, 30, tzinfo=UTC)
    Meeting.objects.filter(pk=planned.pk).update(starts_at=starts_at)
    User.objects.filter(pk=alice.pk).update(time_zone="Europe/Berlin")

    client.post(edit(planned), form(day="2026-12-04", time="00:30", place="By the canal", version="1"))

    planned.refresh_from_db()
    assert (planned.place, planned.day, planned.starts_at) == ("By the canal", date(2026, 12, 3), starts_at)
