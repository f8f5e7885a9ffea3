"""The one-on-ones that are planned: today's, those over and not logged yet, and the cups that are booked (R5, R19)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.utils import timezone

from campaigns.models import Campaign
from campaigns.rules.days import written_day
from campaigns.rules.progress import week_start
from contacts.rules.phases import Phase
from meetings.models import Meeting
from meetings.rules.purpose import PurposeKind
from today.rules.shelf import BookedCup

MOST: Final = 100
A_WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class AgreedRow:
    """A planned meeting as Today shows it; `at` is its hour, `sub` says what for or where it was."""

    pk: int
    contact_id: int
    name: str
    phase: str
    at: str
    sub: str


@dataclass(frozen=True, kw_only=True)
class Agreed:
    """What is planned, as far as Today speaks of it."""

    today: list[AgreedRow]
    to_log: list[AgreedRow]
    cups: list[BookedCup]
    cups_this_week: int
    next_7_days: int

    @property
    def rows(self) -> int:
        return len(self.today) + len(self.to_log)


def agreed(campaign: Campaign, today: date, now: datetime) -> Agreed:
    planned = Meeting.objects.planned().filter(campaign=campaign).select_related("contact")
    meetings = list(planned.order_by("day", "starts_at", "pk")[:MOST])
    over = [meeting for meeting in meetings if _is_over(meeting, today, now)]
    coming = [meeting for meeting in meetings if not _is_over(meeting, today, now)]
    monday = week_start(today)
    cups = _first_cups(meetings)
    return Agreed(
        today=[_row(meeting, _what_for(meeting)) for meeting in coming if meeting.day == today],
        to_log=[_row(meeting, _where(meeting, today)) for meeting in over],
        cups=[_booked(meeting, is_over=_is_over(meeting, today, now)) for meeting in cups],
        cups_this_week=sum(monday <= meeting.day < monday + A_WEEK for meeting in cups),
        next_7_days=sum(meeting.day < today + A_WEEK for meeting in coming),
    )


def _is_over(meeting: Meeting, today: date, now: datetime) -> bool:
    """As MeetingQuerySet.to_log says it in SQL."""
    return meeting.starts_at < now if meeting.starts_at else meeting.day < today


def _first_cups(meetings: Iterable[Meeting]) -> list[Meeting]:
    """The first planned meeting with each who has no cup yet."""
    first: dict[int, Meeting] = {}
    for meeting in meetings:
        if meeting.contact.first_held_on is None:
            first.setdefault(meeting.contact_id, meeting)
    return list(first.values())


def _hour(meeting: Meeting) -> str:
    return f"{timezone.localtime(meeting.starts_at):%H:%M}" if meeting.starts_at else ""


def _row(meeting: Meeting, sub: str) -> AgreedRow:
    contact = meeting.contact
    return AgreedRow(
        pk=meeting.pk, contact_id=contact.pk, name=contact.name, phase=contact.phase, at=_hour(meeting), sub=sub
    )


def _what_for(meeting: Meeting) -> str:
    cup = "Refill" if meeting.contact.first_held_on else "First cup"
    purpose = f"{cup}. {PurposeKind(meeting.purpose_kind).to_you}"
    return f"{purpose}: {meeting.purpose}" if meeting.purpose else purpose


def _where(meeting: Meeting, today: date) -> str:
    day = written_day(meeting.day, today)
    return f"{day} at {meeting.place}" if meeting.place else day


def _booked(meeting: Meeting, *, is_over: bool) -> BookedCup:
    contact = meeting.contact
    return BookedCup(
        contact_id=contact.pk,
        name=contact.name,
        phase=Phase(contact.phase),
        day=meeting.day,
        at=_hour(meeting),
        is_over=is_over,
    )
