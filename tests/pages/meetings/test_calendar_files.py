"""A meeting as a file for a calendar, mine and theirs, and the reminders that a laptop cannot send."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from icalendar import Calendar, Component

from contacts.models import Contact
from contacts.rules.leaving import LeftBecause
from meetings.models import Meeting
from meetings.rules.meeting import Mode, Status
from meetings.rules.purpose import PurposeKind
from relationships.writes import leaving, planning
from tests import factories

TODAY = factories.DAY
ASK = "Would you take packaging seriously?"

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def meeting(desmond: Contact) -> Meeting:
    return factories.make_meeting(
        desmond, status=Status.PLANNED, starts_at=factories.at(TODAY, 10, 30), minutes=30, place="4 Wharf Street",
        purpose_kind=PurposeKind.SKILLS, ask=ASK, purpose="Packaging",
    )  # fmt: skip


def entries(client: Client, address: str) -> list[Component]:
    answer = client.get(address)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"].startswith("attachment; ")
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


def mine(client: Client, meeting: Meeting) -> Component:
    [entry] = entries(client, f"/meetings/{meeting.pk}/meeting.ics")
    return entry


def theirs(client: Client, meeting: Meeting) -> Component:
    [entry] = entries(client, f"/meetings/{meeting.pk}/for-them.ics")
    return entry


def test_mine_says_what_for_and_theirs_does_not(client: Client, meeting: Meeting) -> None:
    for_me, for_them = mine(client, meeting), theirs(client, meeting)

    assert for_me["summary"] == "Coffee with Desmond Achterby"
    assert for_me["description"] == f"Whether your skills support it: Packaging\n{ASK}"
    assert for_me["url"] == f"http://testserver/meetings/{meeting.pk}/"
    assert for_them["summary"] == "Coffee with Alice Archer"
    assert not {"description", "url"} & {name.lower() for name in for_them}
    for one in (for_me, for_them):
        assert (one["location"], one.decoded("dtstart")) == ("4 Wharf Street", factories.at(TODAY, 10, 30))
        assert one.decoded("dtend") == factories.at(TODAY, 11)
    assert for_me["uid"] == for_them["uid"]


def test_the_number_grows_whenever_it_moves_or_is_called_off_and_the_identity_stays(
    client: Client, meeting: Meeting
) -> None:
    contact, seen = meeting.contact, [mine(client, meeting)]

    def note() -> None:
        meeting.refresh_from_db()
        seen.append(mine(client, meeting))

    planning.change(meeting, meeting.version, {"place": "At the quay"}, ())
    note()
    planning.move(meeting, TODAY + timedelta(days=3), None)
    note()
    planning.cancel(meeting)
    note()
    planning.put_back(meeting, Status.PLANNED, meeting.day, None)
    note()
    leaving.leave(contact, LeftBecause.NOT_RIGHT, today=TODAY)
    note()
    leaving.come_back(contact)
    note()

    numbers = [int(str(one["sequence"])) for one in seen]
    assert sorted(set(numbers)) == numbers
    assert {one["uid"] for one in seen} == {seen[0]["uid"]}
    assert [one["status"] for one in seen] == [
        "CONFIRMED", "CONFIRMED", "CONFIRMED", "CANCELLED", "CONFIRMED", "CANCELLED", "CONFIRMED",
    ]  # fmt: skip


def test_the_page_leads_to_both_files_and_a_cancelled_one_to_what_takes_it_out(
    client: Client, meeting: Meeting
) -> None:
    for status in (Status.PLANNED, Status.CANCELLED):
        Meeting.objects.filter(pk=meeting.pk).update(status=status)
        html = client.get(meeting.get_absolute_url()).content.decode()
        assert f'href="/meetings/{meeting.pk}/meeting.ics"' in html
        assert f'href="/meetings/{meeting.pk}/for-them.ics"' in html


def test_a_laptop_is_reminded_each_morning_and_after_each_meeting(client: Client, meeting: Meeting) -> None:
    desmond, later = meeting.contact, TODAY + timedelta(days=4)
    factories.make_meeting(desmond, status=Status.PLANNED, day=later, mode=Mode.PHONE)
    factories.make_meeting(desmond, status=Status.CANCELLED, day=later)
    factories.make_meeting(desmond, status=Status.PLANNED, day=TODAY - timedelta(days=4))

    review, after, whole_day, called_off = entries(client, "/calendar/fifty-cups.ics")

    assert 'href="/calendar/fifty-cups.ics"' in client.get("/meetings/").content.decode()
    assert review["rrule"].to_ical() == b"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    assert f"{review.decoded('dtstart'):%Y-%m-%d %H:%M %Z}" == f"{TODAY:%Y-%m-%d} 08:30 "
    assert after["summary"] == "How did it go? Desmond Achterby"
    assert after.decoded("dtstart") == factories.at(TODAY, 11, 15)
    assert after["url"] == f"http://testserver/meetings/{meeting.pk}/log/"
    assert whole_day.decoded("dtstart") == later
    assert (called_off["status"], called_off.decoded("dtstart")) == ("CANCELLED", later)


def test_the_review_begins_on_a_working_day(client: Client) -> None:
    with time_machine.travel("2026-11-28 09:00", tick=False):
        [review] = entries(client, "/calendar/fifty-cups.ics")

    assert f"{review.decoded('dtstart'):%A}" == "Monday"
