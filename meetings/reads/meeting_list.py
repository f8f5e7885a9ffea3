"""Meetings as the lists show them: when, what they are called (R5), and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Final

from django.db.models import F, Q, Subquery
from django.utils import timezone

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import Meeting, MeetingQuerySet
from meetings.rules.cups import BEFORE, HeldMeeting, called, number_cups, refill
from meetings.rules.meeting import Mode
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
    return rows(sorted(_of(campaign).to_log(now, today), key=_by_day), today)


def coming(campaign: Campaign, now: datetime, today: date) -> list[MeetingRow]:
    return rows(sorted(_of(campaign).coming(now, today), key=_by_day), today)


def _by_day(meeting: Meeting) -> tuple[date, time, int]:
    """Without a time before those with one."""
    return meeting.local_day, local_time(meeting) or time.min, meeting.pk


def held(campaign: Campaign) -> MeetingQuerySet:
    return _of(campaign).held().order_by("-day", "-pk")


def rows(
    meetings: Iterable[Meeting], today: date, *, names: Mapping[int, str] = NONE, given: Mapping[int, str] = NONE
) -> list[MeetingRow]:
    """`names` are those of the held ones; a planned one will be a first cup or a later coffee."""
    return [
        MeetingRow(
            meeting=meeting,
            when=when_words(meeting.local_day, local_time(meeting), today),
            name=names.get(meeting.pk) or _to_be(meeting),
            about=about(meeting),
            given=given.get(meeting.pk, ""),
        )
        for meeting in meetings
    ]


def names_of(campaign: Campaign, shown: Iterable[Meeting]) -> dict[int, str]:
    """What each of these held meetings is called: `Cup 7`, `Second coffee`. Only what stands near them is read."""
    shown = list(shown)
    contacts = {meeting.contact_id for meeting in shown}
    of_network = _held_in(campaign)
    cups = number_cups(_held(of_network.filter(contact__in=contacts)))
    numbers = _numbers(campaign, of_network, {cup.day for cup in cups} & {meeting.day for meeting in shown})
    before = {meeting.pk: BEFORE for meeting in shown if meeting.day < campaign.started_on}
    return before | called(replace(cup, number=numbers.get(cup.contact_id, 0)) for cup in cups)


def cup_number(contact: Contact) -> int | None:
    """The number of their cup (R5); None while they have none. Of two on one day the one noted first is first."""
    first = contact.first_held_on
    if first is None or not contact.in_network:
        return None
    of_network = Contact.objects.cups().filter(campaign=contact.campaign_id)
    held_then = Meeting.objects.held().filter(campaign=contact.campaign_id, day=first)
    theirs = held_then.filter(contact=contact).order_by("pk").values("pk")[:1]
    not_after = held_then.filter(pk__lte=Subquery(theirs)).values("contact")
    return of_network.filter(Q(first_held_on__lt=first) | Q(first_held_on=first, pk__in=not_after)).count()


def _numbers(campaign: Campaign, of_network: MeetingQuerySet, days: set[date]) -> dict[int, int]:
    """By contact, the numbers of the cups filled between these days: those before are counted in an index alone."""
    if not days:
        return {}
    first, last = min(days), max(days)
    before = Contact.objects.in_network().filter(campaign=campaign, first_held_on__lt=first).count()
    filled = number_cups(_held(of_network.filter(day__range=(first, last), contact__first_held_on=F("day"))))
    return {cup.contact_id: before + cup.number for cup in filled}


def _held_in(campaign: Campaign) -> MeetingQuerySet:
    """What fills cups (R5): held with somebody of the network since the campaign began."""
    held = Meeting.objects.held().filter(campaign=campaign, day__gte=campaign.started_on)
    return held.filter(contact__joined_on__isnull=False)


def _held(meetings: MeetingQuerySet) -> Iterable[HeldMeeting]:
    rows = meetings.order_by().values_list("contact_id", "day", "pk")
    return (HeldMeeting(contact_id=contact_id, day=day, meeting_id=pk) for contact_id, day, pk in rows)


def about(meeting: Meeting) -> str:
    return meeting.purpose or (PurposeKind(meeting.purpose_kind).to_you if meeting.purpose_kind else "")


def _to_be(meeting: Meeting) -> str:
    """What a planned meeting will be: `Third coffee, by phone`."""
    held = meeting.contact.held_count
    words = refill(held - 1) if held else "First cup"
    return f"{words}, by {meeting.get_mode_display().lower()}" if meeting.mode != Mode.IN_PERSON else words


def local_time(meeting: Meeting) -> time | None:
    """The start in the user's zone; None where no time was agreed, or where that hour falls on another day by now."""
    if meeting.starts_at is None or timezone.localdate(meeting.starts_at) != meeting.local_day:
        return None
    return timezone.localtime(meeting.starts_at).time()


def _of(campaign: Campaign) -> MeetingQuerySet:
    return Meeting.objects.filter(campaign=campaign).select_related("contact")
