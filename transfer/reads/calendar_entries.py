"""Meetings as entries of a calendar: for the user, for whom they meet, and what reminds the user on a laptop."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Final

from campaigns.models import Campaign
from campaigns.rules.business_days import is_business_day, next_business_day
from meetings.models import Meeting
from meetings.rules.meeting import Mode, Status
from meetings.rules.purpose import PurposeKind, heading
from meetings.rules.time_plan import USUAL
from transfer.rules.calendar_file import CalendarEntry, Organizer, uid_of

CALLED: Final = {Mode.IN_PERSON: "Coffee", Mode.VIDEO: "Video call", Mode.PHONE: "Call"}
MORNING: Final = time(8, 30)
REVIEW_MINUTES: Final = 5
AFTERWARDS: Final = timedelta(minutes=15)

Address = Callable[[str], str]
"""Makes a path of this house an address that a calendar can open."""


def organizer_of(campaign: Campaign) -> Organizer:
    return Organizer(name=campaign.owner.name, email=campaign.owner.email)


def for_me(meeting: Meeting, address: Address) -> CalendarEntry:
    """With what the meeting is for."""
    kind = PurposeKind(meeting.purpose_kind) if meeting.purpose_kind else None
    the_ask, why = heading(kind, meeting.purpose, meeting.ask)
    return _entry(
        meeting,
        meeting.contact.name,
        lines=tuple(words for words in (why, the_ask) if words),
        address=address(meeting.get_absolute_url()),
    )


def for_them(meeting: Meeting) -> CalendarEntry:
    """Without a word of what the user noted."""
    owner = meeting.campaign.owner
    return _entry(meeting, owner.name or owner.email)


def reminders(campaign: Campaign, today: date, now: datetime, address: Address) -> Iterator[CalendarEntry]:
    """The review each working morning, and *How did it go?* after each meeting to come; who was called off is out."""
    first = today if is_business_day(today) else next_business_day(today)
    yield CalendarEntry(
        uid=uid_of("review", campaign.pk, campaign.owner.date_joined),
        summary="Fifty Cups: the daily review",
        starts=datetime.combine(first, MORNING),
        minutes=REVIEW_MINUTES,
        address=address("/"),
        on_working_days=True,
        rings=True,
    )
    mine = Meeting.objects.filter(campaign=campaign).select_related("contact").order_by("day", "pk")
    called_off = mine.filter(status=Status.CANCELLED, day__gte=today)
    for meeting in (*mine.coming(now, today), *called_off):
        yield _how_did_it_go(meeting, address)


def _how_did_it_go(meeting: Meeting, address: Address) -> CalendarEntry:
    end = meeting.starts_at + timedelta(minutes=meeting.minutes or USUAL) if meeting.starts_at else None
    return CalendarEntry(
        uid=uid_of("afterwards", meeting.pk, meeting.created_at),
        sequence=meeting.version,
        summary=f"How did it go? {meeting.contact.name}",
        starts=end + AFTERWARDS if end else meeting.day,
        minutes=REVIEW_MINUTES,
        address=address(f"{meeting.get_absolute_url()}log/"),
        is_cancelled=meeting.status == Status.CANCELLED,
        rings=True,
    )


def _entry(meeting: Meeting, whom: str, *, lines: tuple[str, ...] = (), address: str = "") -> CalendarEntry:
    return CalendarEntry(
        uid=uid_of("meeting", meeting.pk, meeting.created_at),
        sequence=meeting.version,
        summary=f"{CALLED[Mode(meeting.mode)]} with {whom}",
        starts=meeting.starts_at or meeting.day,
        minutes=meeting.minutes or USUAL,
        where=meeting.place,
        lines=lines,
        address=address,
        is_cancelled=meeting.status == Status.CANCELLED,
    )
