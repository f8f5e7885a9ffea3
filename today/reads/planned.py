"""The one-on-ones of which Today speaks: what is planned, and what was held or logged lately (R5, R19)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from django.db.models import Q
from django.utils import timezone

from accounts.rules.words import capitalised
from campaigns.models import Campaign
from campaigns.rules.days import on_day, written_day
from campaigns.rules.progress import week_start
from contacts.rules.phases import Phase
from meetings.models import Meeting, MeetingQuerySet
from meetings.rules.cups import ORDINALS
from meetings.rules.meeting import Mode, Status
from meetings.rules.purpose import PurposeKind
from relationships.rules.history import Moment
from today.rules.shelf import BookedCup

A_DAY: Final = timedelta(days=1)
A_WEEK: Final = timedelta(days=7)
COLUMNS: Final = (
    "status", "day", "starts_at", "mode", "place", "purpose_kind", "purpose", "planned_on", "logged_on",
    "contact__name", "contact__given_name", "contact__phase", "contact__held_count", "contact__first_held_on",
)  # fmt: skip


Columns = Any
"""A row of the columns that are asked for here."""


def planned_by(campaign: Campaign, day: date) -> MeetingQuerySet:
    """What is planned for this day or before, as it falls in the zone of the user, which is the current one."""
    end = timezone.make_aware(datetime.combine(day + A_DAY, time.min))
    falls = Q(starts_at__lt=end) | Q(starts_at=None, day__lte=day)
    return Meeting.objects.planned().filter(falls, campaign=campaign).order_by()


@dataclass(frozen=True, kw_only=True)
class Talk:
    """A one-on-one, planned or held. While it is planned its day is that of today's zone."""

    pk: int
    contact_id: int
    name: str
    called: str
    phase: str
    held_before: int
    status: Status
    day: date
    at: str
    is_over: bool
    what_for: str
    where: str
    mode: Mode
    planned_on: date | None
    logged_on: date | None
    first_held_on: date | None

    @property
    def is_planned(self) -> bool:
        return self.status is Status.PLANNED

    @property
    def sub(self) -> str:
        """Beside the name: what it is for; once it is over, where it was to be."""
        if self.is_over:
            return self.where
        which = f"{ORDINALS[min(self.held_before, len(ORDINALS) - 1)]} talk" if self.held_before else "First cup"
        how = "" if self.mode is Mode.IN_PERSON else f", {self.mode.label.lower()}"
        return f"{which}{how}. {self.what_for}"


def talks(campaign: Campaign, moment: Moment) -> list[Talk]:
    """Those planned, those held since Monday, and those logged today; the earliest first."""
    wanted = Q(status=Status.PLANNED) | Q(status=Status.HELD, day__gte=week_start(moment.today))
    found = Meeting.objects.filter(wanted | Q(logged_on=moment.today), campaign=campaign).order_by()
    return sorted(
        (_talk(row, moment) for row in found.values_list("pk", "contact_id", *COLUMNS, named=True)),
        key=lambda talk: (talk.day, talk.at, talk.pk),
    )


def _talk(meeting: Columns, moment: Moment) -> Talk:
    status = Status(meeting.status)
    local = timezone.localtime(meeting.starts_at) if meeting.starts_at else None
    day = local.date() if local and status is Status.PLANNED else meeting.day
    planned_over = meeting.starts_at < moment.now if meeting.starts_at else day < moment.today
    words = PurposeKind(meeting.purpose_kind).to_you if meeting.purpose_kind else ""
    when = written_day(day, moment.today)
    return Talk(
        pk=meeting.pk,
        contact_id=meeting.contact_id,
        name=meeting.contact__name,
        called=meeting.contact__given_name or meeting.contact__name,
        phase=meeting.contact__phase,
        held_before=meeting.contact__held_count,
        status=status,
        day=day,
        at=f"{local:%H:%M}" if local else "",
        is_over=status is Status.PLANNED and planned_over,
        what_for=f"{words}: {meeting.purpose}" if meeting.purpose else words,
        where=f"{when} at {meeting.place}" if meeting.place else when,
        mode=Mode(meeting.mode),
        planned_on=meeting.planned_on,
        logged_on=meeting.logged_on,
        first_held_on=meeting.contact__first_held_on,
    )


@dataclass(frozen=True, kw_only=True)
class TalkRow:
    """A row above: one a person. A further planned one of the same person stands as a second line."""

    talk: Talk
    more: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Above:
    """What stands above the rows of a day."""

    today: tuple[TalkRow, ...]
    to_log: tuple[TalkRow, ...]
    tomorrow: tuple[TalkRow, ...]

    @property
    def people(self) -> set[int]:
        return {row.talk.contact_id for row in (*self.today, *self.to_log, *self.tomorrow)}

    @property
    def counted(self) -> set[int]:
        """With whom there is one today, or one to log."""
        return {row.talk.contact_id for row in (*self.today, *self.to_log)}


def above(found: Iterable[Talk], today: date) -> Above:
    """The meetings of today and tomorrow and those to log, a row a person."""
    by_person: dict[int, list[Talk]] = {}
    for talk in found:
        if talk.is_planned and (talk.is_over or talk.day <= today + A_DAY):
            by_person.setdefault(talk.contact_id, []).append(talk)
    rows = [TalkRow(talk=first, more=tuple(_more(talk, today) for talk in more)) for first, *more in by_person.values()]
    return Above(
        to_log=tuple(row for row in rows if row.talk.is_over),
        today=tuple(row for row in rows if not row.talk.is_over and row.talk.day <= today),
        tomorrow=tuple(row for row in rows if not row.talk.is_over and row.talk.day > today),
    )


def _more(talk: Talk, today: date) -> str:
    at = f" at {talk.at}" if talk.at else ""
    return capitalised(f"{on_day(talk.day, today)}{at} again.")


def booked_cups(found: Iterable[Talk]) -> list[BookedCup]:
    """The first planned meeting with each who has no cup yet."""
    first: dict[int, Talk] = {}
    for talk in found:
        if talk.is_planned and talk.first_held_on is None:
            first.setdefault(talk.contact_id, talk)
    return [
        BookedCup(
            contact_id=talk.contact_id,
            name=talk.name,
            phase=Phase(talk.phase),
            day=talk.day,
            at=talk.at,
            is_over=talk.is_over,
        )
        for talk in first.values()
    ]


def booked_this_week(found: Iterable[Talk], today: date) -> int:
    """Conversations that are planned for this week still."""
    end = week_start(today) + A_WEEK
    return sum(talk.is_planned and week_start(today) <= talk.day < end for talk in found)


def booked_next_days(found: Iterable[Talk], today: date) -> int:
    """One-on-ones booked in the next seven days."""
    return sum(talk.is_planned and not talk.is_over and talk.day < today + A_WEEK for talk in found)


def held_this_week(found: Iterable[Talk], today: date) -> list[date]:
    """The days of the conversations since Monday, cups and refills alike (R11)."""
    return [talk.day for talk in found if talk.status is Status.HELD and week_start(today) <= talk.day <= today]
