"""Meetings as the lists show them: when, what they are called (R5), and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from django.utils import timezone

from campaigns.models import Campaign
from meetings.models import Meeting, MeetingQuerySet
from meetings.rules.cups import HeldMeeting, called, number_cups
from meetings.rules.purpose import PurposeKind
from meetings.rules.starting import when_words

NONE: Final[Mapping[int, str]] = {}


@dataclass(frozen=True, kw_only=True)
class MeetingRow:
    """One meeting of a list; `about` is why, in the user's own words where there are any; `given` what came of it."""

    meeting: Meeting
    when: str
    name: str
    about: str
    given: str

    @property
    def words(self) -> str:
        """`Cup 7. What am I best at? Two suggestions`."""
        return " ".join(_ended([words for words in (self.name, self.about, self.given) if words]))


def _ended(sentences: list[str]) -> list[str]:
    """Each but the last with a full stop, unless it ends with a mark of its own."""
    *first, last = sentences
    return [*(words if words[-1] in ".?!…" else f"{words}." for words in first), last]


def to_log(campaign: Campaign, now: datetime, today: date) -> list[MeetingRow]:
    """Over, and nobody said yet how they went; the oldest first."""
    return rows(_of(campaign).to_log(now, today).order_by("day", "starts_at", "pk"), today)


def coming(campaign: Campaign, now: datetime, today: date) -> list[MeetingRow]:
    return rows(_of(campaign).coming(now, today).order_by("day", "starts_at", "pk"), today)


def held(campaign: Campaign) -> MeetingQuerySet:
    return _of(campaign).held().order_by("-day", "-pk")


def rows(
    meetings: Iterable[Meeting], today: date, *, names: Mapping[int, str] = NONE, given: Mapping[int, str] = NONE
) -> list[MeetingRow]:
    """`names` are those of the held ones; a planned one will be a first cup or a refill."""
    return [
        MeetingRow(
            meeting=meeting,
            when=when_words(meeting.day, local_time(meeting), today),
            name=names.get(meeting.pk, "Refill" if meeting.contact.held_count else "First cup"),
            about=about(meeting),
            given=given.get(meeting.pk, ""),
        )
        for meeting in meetings
    ]


def names_of(campaign: Campaign) -> dict[int, str]:
    """What each held meeting of the campaign is called: `Cup 7`, `First refill`."""
    of_network = Meeting.objects.held().filter(campaign=campaign, contact__joined_on__isnull=False)
    met = of_network.order_by().values_list("contact_id", "day", "pk")
    return called(
        number_cups(HeldMeeting(contact_id=contact_id, day=day, meeting_id=pk) for contact_id, day, pk in met)
    )


def about(meeting: Meeting) -> str:
    return meeting.purpose or (PurposeKind(meeting.purpose_kind).to_you if meeting.purpose_kind else "")


def local_time(meeting: Meeting) -> time | None:
    """The start in the user's zone; None where no time was agreed."""
    return timezone.localtime(meeting.starts_at).time() if meeting.starts_at else None


def _of(campaign: Campaign) -> MeetingQuerySet:
    return Meeting.objects.filter(campaign=campaign).select_related("contact")
