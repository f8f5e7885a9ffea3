"""The one-on-ones that are planned: today's, those over and not logged yet, and the cups that are booked (R5, R19)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple

from django.db.models import QuerySet
from django.utils import timezone

from campaigns.models import Campaign
from campaigns.reads.prepared import Prepared
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


class _Planned(NamedTuple):
    """One planned meeting, with whom."""

    pk: int
    contact_id: int
    contact__name: str
    contact__phase: str
    contact__first_held_on: date | None
    day: date
    starts_at: datetime | None
    place: str
    purpose_kind: str
    purpose: str

    def is_over(self, today: date, now: datetime) -> bool:
        """As MeetingQuerySet.to_log says it in SQL."""
        return self.starts_at < now if self.starts_at else self.day < today

    @property
    def hour(self) -> str:
        return f"{timezone.localtime(self.starts_at):%H:%M}" if self.starts_at else ""

    @property
    def what_for(self) -> str:
        cup = "Refill" if self.contact__first_held_on else "First cup"
        purpose = f"{cup}. {PurposeKind(self.purpose_kind).to_you}"
        return f"{purpose}: {self.purpose}" if self.purpose else purpose

    def where(self, today: date) -> str:
        day = written_day(self.day, today)
        return f"{day} at {self.place}" if self.place else day


def _first_planned(campaign_id: int) -> QuerySet[Any, tuple[Any, ...]]:
    planned = Meeting.objects.planned().filter(campaign=campaign_id)
    return planned.order_by("day", "starts_at", "pk").values_list(*_Planned._fields)[:MOST]


_PREPARED: Final = Prepared(_first_planned)


def agreed(campaign: Campaign, today: date, now: datetime) -> Agreed:
    meetings = [_Planned(*values) for values in _PREPARED.rows(campaign.pk)]
    over = [meeting for meeting in meetings if meeting.is_over(today, now)]
    coming = [meeting for meeting in meetings if not meeting.is_over(today, now)]
    monday = week_start(today)
    cups = _first_cups(meetings)
    return Agreed(
        today=[_row(meeting, meeting.what_for) for meeting in coming if meeting.day == today],
        to_log=[_row(meeting, meeting.where(today)) for meeting in over],
        cups=[_booked(meeting, is_over=meeting.is_over(today, now)) for meeting in cups],
        cups_this_week=sum(monday <= meeting.day < monday + A_WEEK for meeting in cups),
        next_7_days=sum(meeting.day < today + A_WEEK for meeting in coming),
    )


def _first_cups(meetings: Iterable[_Planned]) -> list[_Planned]:
    """The first planned meeting with each who has no cup yet."""
    first: dict[int, _Planned] = {}
    for meeting in meetings:
        if meeting.contact__first_held_on is None:
            first.setdefault(meeting.contact_id, meeting)
    return list(first.values())


def _row(meeting: _Planned, sub: str) -> AgreedRow:
    return AgreedRow(
        pk=meeting.pk,
        contact_id=meeting.contact_id,
        name=meeting.contact__name,
        phase=meeting.contact__phase,
        at=meeting.hour,
        sub=sub,
    )


def _booked(meeting: _Planned, *, is_over: bool) -> BookedCup:
    return BookedCup(
        contact_id=meeting.contact_id,
        name=meeting.contact__name,
        phase=Phase(meeting.contact__phase),
        day=meeting.day,
        at=meeting.hour,
        is_over=is_over,
    )
