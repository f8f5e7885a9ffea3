from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.leaving import LeftBecause
from meetings.rules.asking import Answer
from meetings.rules.meeting import Mode, Status
from meetings.rules.purpose import PurposeKind
from outcomes.models import FollowUpStatus
from outcomes.rules.items import ItemKind, ReferralState
from relationships.reads.record import record_of
from relationships.reads.timeline import TimelinePage, UnderMeeting, under_meetings
from relationships.reads.timeline import timeline as timeline_of
from relationships.rules.timeline_words import title
from relationships.writes.leaving import leave
from tests.factories import (
    make_common_ground,
    make_contact,
    make_follow_up,
    make_invitation,
    make_item,
    make_meeting,
    make_note,
    make_story,
    make_telling,
    make_touch,
)

TODAY = date(2026, 11, 23)


def timeline(contact: Contact, page: int = 1) -> TimelinePage:
    return timeline_of(record_of(Contact.objects.get(pk=contact.pk)), page)


def titles(contact: Contact, cup: int | None = None) -> list[str]:
    return [title(entry, contact.short_name, cup) for entry in timeline(contact).entries]


def earlier(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def wren(campaign: Campaign) -> Contact:
    return make_contact(campaign, "Wren Hale", joined_on=earlier(90))


def test_everything_stands_in_one_line_the_latest_first(wren: Contact, campaign: Campaign) -> None:
    make_follow_up(wren, due_on=TODAY + timedelta(days=4))
    make_follow_up(wren, status=FollowUpStatus.DONE, closed_on=TODAY)
    make_meeting(wren, day=earlier(5), place="Quayside Roasters")
    make_meeting(wren, day=earlier(40), mode=Mode.VIDEO)
    make_touch(wren, day=earlier(6), channel="mail", direction="received")
    make_touch(wren, day=earlier(7), matter="thank")
    make_invitation(wren, answer=Answer.YES, sent_on=earlier(50), answered_on=earlier(47))
    make_note(wren, day=earlier(8))
    make_item(wren, day=earlier(9))
    make_common_ground(wren, found_on=earlier(41))
    make_telling(wren, make_story(campaign), day=earlier(10))

    assert titles(wren, cup=7) == [
        "Follow-up",
        "Follow-up, done",
        "Second coffee, Quayside Roasters",
        "Mail from Wren",
        "Message sent, to thank",
        "Note",
        "Advice",
        "What you told them",
        "Cup 7, video",
        "You found what you share",
        "Invitation, answered yes on 7 Oct",
        "In your network: you added them",
    ]


def test_what_did_not_take_place_says_so(wren: Contact) -> None:
    make_meeting(wren, status=Status.NO_SHOW, day=earlier(1))
    make_meeting(wren, status=Status.CANCELLED, day=earlier(2))
    make_meeting(wren, status=Status.PLANNED, day=TODAY)

    assert titles(wren)[:3] == ["A one-on-one", "No-show", "Cancelled one-on-one"]


def test_what_came_of_a_meeting_stands_under_the_meeting(wren: Contact, campaign: Campaign) -> None:
    meeting = make_meeting(wren, day=earlier(5))
    given = make_item(wren, meeting=meeting)
    make_telling(wren, make_story(campaign, title="Late line"), meeting=meeting, day=earlier(5))
    make_common_ground(wren, "Night shifts", found_on=earlier(5))

    found, under = timeline(wren), under_meetings(record_of(wren))

    assert [entry.kind for entry in found.entries] == ["meeting", "joined"]
    assert found.entries[0].pk == meeting.pk
    assert under == {meeting.pk: UnderMeeting(items=(given,), told=("Late line",), found=("Night shifts",))}


def test_a_referral_names_the_person(wren: Contact, campaign: Campaign) -> None:
    make_item(wren, kind=ItemKind.REFERRAL, referred=make_contact(campaign, "Halden Brooks"), day=TODAY)

    assert titles(wren)[0] == "Referral: Halden Brooks, promised"


def test_a_meeting_says_its_purpose_to_the_user(wren: Contact) -> None:
    make_meeting(wren, day=TODAY, purpose_kind=PurposeKind.PATH, purpose="after the merger")

    assert timeline(wren).entries[0].purpose_words == "Purpose: their view of your path; after the merger"


def test_somebody_known_from_before_says_since_when(campaign: Campaign) -> None:
    contact = make_contact(campaign, known_from_before=date(2009, 1, 1))

    assert titles(contact)[-1] == "Known from before, since 2009"


def test_who_is_waited_for_says_until_when(wren: Contact) -> None:
    leave(wren, LeftBecause.WAIT, today=TODAY, until=date(2026, 12, 10))
    assert "Left for now: wait until 10 Dec" in titles(wren)
    leave(wren, LeftBecause.NOT_RIGHT, today=TODAY)
    assert "Left for now: not the right person" in titles(wren)


def test_what_is_only_looked_for_is_no_event(wren: Contact) -> None:
    make_common_ground(wren, found_on=None)

    assert [entry.kind for entry in timeline(wren).entries] == ["joined"]


def test_older_entries_are_on_the_next_page_each_once(wren: Contact) -> None:
    for days in range(60):
        make_note(wren, f"Note {days}", day=earlier(days // 3))

    first, second = timeline(wren, page=1), timeline(wren, page=2)

    assert (len(first.entries), first.older) == (50, 2)
    assert (len(second.entries), second.older) == (11, None)
    assert len({(entry.kind, entry.pk) for entry in first.entries + second.entries}) == 61


def test_a_person_is_read_in_as_many_queries_whatever_stands_there(wren: Contact) -> None:
    counts = []
    for times in (1, 30):
        for days in range(times):
            make_note(wren, day=earlier(days))
            make_meeting(wren, day=earlier(days))
            make_touch(wren, day=earlier(days))
        contact = Contact.objects.select_related("company", "campaign__owner").get(pk=wren.pk)
        with CaptureQueriesContext(connection) as queries:
            timeline_of(record_of(contact))
        counts.append(len(queries))

    assert counts == [9, 9]


def test_what_was_written_in_an_invitation_is_read_again(wren: Contact) -> None:
    make_invitation(wren, sent_on=TODAY, message="Dear Wren, 20 minutes?", ask="Who buys film?", purpose_kind="path")

    entry = timeline(wren).entries[0]

    assert (entry.wrote, entry.ask) == ("Dear Wren, 20 minutes?", "Who buys film?")
    assert entry.purpose_words == "Purpose: their view of your path"


def test_a_meeting_before_the_campaign_is_shown_and_is_no_cup(wren: Contact) -> None:
    before = wren.campaign.started_on - timedelta(days=9)
    make_meeting(wren, day=before)
    make_meeting(wren, day=earlier(5))

    assert titles(wren, cup=3)[0] == "Cup 3"
    assert "One-on-one before this campaign" in titles(wren, cup=3)


def test_a_planned_meeting_stands_on_the_day_of_its_hour_where_the_user_is(wren: Contact) -> None:
    hour = datetime(2026, 12, 3, 18, tzinfo=ZoneInfo("Europe/Berlin"))
    make_meeting(wren, status=Status.PLANNED, day=date(2026, 12, 3), starts_at=hour)
    User.objects.filter(pk=wren.campaign.owner_id).update(time_zone="Pacific/Auckland")

    assert timeline(wren).entries[0].day == date(2026, 12, 4)


def test_who_was_named_is_told_by_whom(wren: Contact, campaign: Campaign) -> None:
    giver = make_contact(campaign, "Halden Brooks")
    item = make_item(giver, kind=ItemKind.REFERRAL, referred=wren, referral_state=ReferralState.PROMISED, day=TODAY)
    assert titles(wren)[0] == "Halden wants to introduce you"

    item.referral_state = ReferralState.OFFERED
    item.save()
    assert titles(wren)[0] == "Halden named Wren to you, offered"
