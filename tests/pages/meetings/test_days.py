"""R7 and R5: a planned hour stands on the day that it falls on here; what was noted keeps its day, wherever one is."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import Meeting
from meetings.rules.meeting import Status
from tests import factories
from tests.pages.meetings.debriefing import posted

THURSDAY = date(2026, 11, 26)
CALL = datetime(2026, 11, 26, 17, tzinfo=UTC)  # Thursday 18:00 in Berlin, Friday 06:00 in Auckland
Move = Callable[[str], None]


@pytest.fixture
def live_in(alice: User) -> Move:
    def move(zone: str) -> None:
        User.objects.filter(pk=alice.pk).update(time_zone=zone)

    return move


@pytest.fixture
def call(desmond: Contact) -> Meeting:
    return factories.make_meeting(desmond, status=Status.PLANNED, day=THURSDAY, starts_at=CALL, mode="video")


def text_of(client: Client, address: str) -> str:
    return " ".join(strip_tags(client.get(address).content.decode()).split())


@pytest.mark.parametrize(
    ("zone", "listed", "day", "hour"),
    [
        ("Europe/Berlin", "Thu 26 Nov 18:00", "2026-11-26", "18:00"),
        ("Pacific/Auckland", "Fri 27 Nov 06:00", "2026-11-27", "06:00"),
        ("America/Los_Angeles", "Thu 26 Nov 09:00", "2026-11-26", "09:00"),
        ("Pacific/Kiritimati", "Fri 27 Nov 07:00", "2026-11-27", "07:00"),
    ],
)
def test_a_planned_hour_stands_on_its_day_here(
    client: Client, live_in: Move, call: Meeting, zone: str, listed: str, day: str, hour: str
) -> None:
    live_in(zone)
    with time_machine.travel("2026-11-20 12:00", tick=False):
        assert listed in text_of(client, "/meetings/")
        assert f"{hour} First cup, by video" in text_of(client, call.get_absolute_url())
        assert f'datetime="{day}"' in client.get(call.get_absolute_url()).content.decode()
        assert f'datetime="{day}"' in client.get(call.contact.get_absolute_url()).content.decode()
        edit = client.get(reverse("meeting_edit", args=[call.pk])).context["form"]
        assert (str(edit["day"].value()), f"{edit['time'].value():%H:%M}") == (day, hour)


def test_where_it_would_go_it_is_called_by_that_day_too(client: Client, live_in: Move, call: Meeting) -> None:
    live_in("Pacific/Auckland")
    with time_machine.travel("2026-11-20 12:00", tick=False):
        deleting = text_of(client, reverse("meeting_delete", args=[call.pk]))
        leaving = text_of(client, reverse("contact_leave", args=[call.contact_id]))

    assert [("Friday" in text, "Thursday" in text) for text in (deleting, leaving)] == [(True, False)] * 2


def test_saving_a_plan_unchanged_moves_neither_day_nor_hour(client: Client, live_in: Move, call: Meeting) -> None:
    live_in("Pacific/Auckland")
    with time_machine.travel("2026-11-20 12:00", tick=False):
        form = client.get(reverse("meeting_edit", args=[call.pk])).context["form"]
        fields = {name: form[name].value() or "" for name in form.fields if name != "asked"}
        client.post(
            reverse("meeting_edit", args=[call.pk]),
            {**fields, "day": "2026-11-27", "time": "06:00", "place": "Online", "ask_kind": "view"},
        )

    call.refresh_from_db()
    assert (call.place, call.day, call.starts_at) == ("Online", THURSDAY, CALL)


@pytest.mark.parametrize(
    ("zone", "said"), [("Pacific/Auckland", "Friday"), ("Pacific/Kiritimati", "Friday"), ("Europe/Berlin", "Thursday")]
)
def test_the_log_form_offers_the_plan_on_its_day_here(
    client: Client, live_in: Move, call: Meeting, zone: str, said: str
) -> None:
    live_in(zone)
    with time_machine.travel("2026-11-28 12:00", tick=False):
        offered = text_of(client, f"/meetings/log/?contact={call.contact.pk}")
        asked = client.post("/meetings/log/", posted(person="Desmond Achterby") | {"day": "2026-11-28"})

    assert f"You planned to meet Desmond on {said}" in offered
    assert f"planned for {said}" in " ".join(strip_tags(asked.content.decode()).split())


@pytest.mark.parametrize(
    ("zone", "day", "time", "planned"),
    [
        ("Europe/Berlin", "2027-03-28", "02:30", "Sun 28 Mar 2027 03:00"),
        ("Europe/Berlin", "2027-10-31", "02:30", "Sun 31 Oct 2027 02:30"),
        ("America/Los_Angeles", "2027-03-14", "02:15", "Sun 14 Mar 2027 03:00"),
        ("Pacific/Auckland", "2027-09-26", "02:59", "Sun 26 Sep 2027 03:00"),
    ],
)
def test_an_hour_that_the_clocks_skip_or_repeat_is_taken(
    client: Client, live_in: Move, desmond: Contact, zone: str, day: str, time: str, planned: str
) -> None:
    live_in(zone)
    fields = {"day": day, "time": time, "mode": "video", "purpose_kind": "path", "ask_kind": "view"}
    with time_machine.travel("2026-11-20 12:00", tick=False):
        person = {"person": "Desmond Achterby", "person_id": desmond.pk}
        assert client.post("/meetings/new/", {**person, **fields}).status_code == 302
        assert planned in text_of(client, "/meetings/")


def test_it_is_logged_on_the_day_that_it_had_here(client: Client, live_in: Move, call: Meeting) -> None:
    live_in("Pacific/Auckland")
    with time_machine.travel("2026-11-26 22:00", tick=False):  # Friday 11:00 there
        log = client.get(reverse("meeting_log", args=[call.pk])).context["form"]
        assert log["day"].value() == date(2026, 11, 27)
        client.post(reverse("meeting_log", args=[call.pk]), posted(call) | {"day": "2026-11-27"})

    call.refresh_from_db()
    assert (call.day, call.starts_at) == (date(2026, 11, 27), CALL)


def test_correcting_beyond_the_date_line_moves_no_day(client: Client, live_in: Move, desmond: Contact) -> None:
    live_in("Pacific/Auckland")
    with time_machine.travel("2026-11-23 22:00", tick=False):  # Tuesday there
        client.post("/meetings/log/", posted(person="Desmond Achterby") | {"day": "2026-11-24"})
    meeting = Meeting.objects.get()

    live_in("America/Los_Angeles")
    with time_machine.travel("2026-11-23 23:00", tick=False):  # Monday there
        address = reverse("meeting_log", args=[meeting.pk])
        assert client.get(address).context["form"]["day"].value() == date(2026, 11, 24)
        saved = client.post(address, posted(meeting, remember="Boats"))
        assert saved.status_code == 302
        assert client.post(address, posted(meeting) | {"day": "2026-11-25", "version": "2"}).status_code == 422

    meeting.refresh_from_db()
    assert (meeting.day, meeting.remember) == (date(2026, 11, 24), "Boats")


def test_neither_does_correcting_a_message(client: Client, live_in: Move, desmond: Contact) -> None:
    touch = factories.make_touch(desmond, day=date(2026, 11, 24))
    live_in("America/Los_Angeles")
    fields = {"direction": "sent", "channel": "mail", "matter": "other", "text": "Boats"}
    with time_machine.travel("2026-11-23 23:00", tick=False):
        address = reverse("touch_edit", args=[touch.pk])
        assert client.post(address, {**fields, "day": "2026-11-24"}).status_code == 302
        assert client.post(address, {**fields, "day": "2026-11-25"}).status_code == 422

    touch.refresh_from_db()
    assert (touch.day, touch.text) == (date(2026, 11, 24), "Boats")


def test_a_meeting_before_the_search_is_shown_and_is_no_cup(
    client: Client, campaign: Campaign, desmond: Contact
) -> None:
    with time_machine.travel("2026-11-23 10:00", tick=False):
        saved = client.post("/meetings/log/", posted(person="Desmond Achterby") | {"day": "2026-09-01"})
        logged = text_of(client, saved["Location"])
        listed = text_of(client, "/meetings/")
        client.post("/meetings/log/", posted(person="Desmond Achterby"))
        later = text_of(client, "/meetings/")

    assert "Before this search: Desmond Achterby" in logged
    assert "is not a cup of this search" in logged
    assert "1 Sep Desmond Achterby Before this search" in listed
    assert "23 Nov Desmond Achterby Cup 1" in later
    desmond.refresh_from_db()
    assert desmond.held_count == 1
