"""One timeline of everything about a contact, latest first, in pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from meetings.rules.meeting import Status
from outcomes.models import ObtainedItem
from relationships.reads.record import Record
from relationships.rules.timeline_words import Entry

PAGE: Final = 50


@dataclass(frozen=True, kw_only=True)
class TimelinePage:
    """Some entries of a timeline, and the number of the page with older ones, if there are."""

    entries: list[Entry]
    page: int
    older: int | None


@dataclass(frozen=True, kw_only=True)
class UnderMeeting:
    """What stands under a meeting: what was given there, what was told, and what they found that they share."""

    items: tuple[ObtainedItem, ...] = ()
    told: tuple[str, ...] = ()
    came_back: tuple[str, ...] = ()
    found: tuple[str, ...] = ()


NOTHING: Final = UnderMeeting()


def under_meetings(record: Record) -> dict[int, UnderMeeting]:
    """By primary key. Of what is shared and what came back only the day is known: its last meeting has it."""
    last_of = {row.day: row.pk for row in record.meetings if row.status == Status.HELD}
    return {
        meeting.pk: UnderMeeting(
            items=tuple(row for row in record.given if row.meeting_id == meeting.pk),
            told=tuple(row.what for row in record.tellings if row.meeting_id == meeting.pk),
            came_back=tuple(
                row.what for row in record.tellings if row.recalled_on and last_of.get(row.recalled_on) == meeting.pk
            ),
            found=tuple(row.text for row in record.found if row.found_on and last_of.get(row.found_on) == meeting.pk),
        )
        for meeting in record.meetings
    }


def timeline(record: Record, page: int = 1, at: str = "") -> TimelinePage:
    """The entries of this page, the first is 1; or of the page on which an entry stands, `at` being its `anchor`.

    Of two kinds on one day the first of KINDS stands first.
    """
    kinds = enumerate(kind(record) for kind in KINDS)
    ranked = [(rank, entry) for rank, entries in kinds for entry in entries]
    ranked.sort(key=lambda pair: (-pair[1].day.toordinal(), pair[0], -pair[1].pk))
    every = [entry for _, entry in ranked]
    place = next((number for number, entry in enumerate(every) if at and entry.anchor == at), None)
    page = page if place is None else place // PAGE + 1
    shown = every[(page - 1) * PAGE : page * PAGE]
    return TimelinePage(entries=shown, page=page, older=page + 1 if len(every) > page * PAGE else None)


def _follow_ups(record: Record) -> Iterator[Entry]:
    for row in record.follow_ups:
        day = row.closed_on or row.due_on
        yield Entry(kind="follow_up", pk=row.pk, day=day, state=row.status, about=row.kind, text=row.text)


def _meetings(record: Record) -> Iterator[Entry]:
    """A planned one falls on the day that its hour has in the user's zone (R7), as the history says."""
    times = 0
    for row, arranged in zip(record.meetings, record.history.meetings, strict=True):
        counts = row.status == Status.HELD and row.day >= record.history.campaign_started_on
        times += counts
        yield Entry(
            kind="meeting",
            pk=row.pk,
            day=arranged.day,
            state=row.status,
            about=row.purpose_kind,
            way=row.mode,
            place=row.place,
            purpose=row.purpose,
            ask=row.ask,
            text=row.remember,
            nth=times if counts else 0,
        )


def _items(record: Record) -> Iterator[Entry]:
    """What was given at a meeting stands under the meeting."""
    for row in record.given:
        if row.meeting_id is None:
            whom = row.referred.name if row.referred else ""
            state = row.referral_state
            yield Entry(kind="item", pk=row.pk, day=row.day, state=state, about=row.kind, place=whom, text=row.text)


def _named_by(record: Record) -> Iterator[Entry]:
    for row in record.named_by:
        giver = row.contact.short_name
        yield Entry(kind="named", pk=row.pk, day=row.day, state=row.referral_state, place=giver, text=row.text)


def _told(record: Record) -> Iterator[Entry]:
    """What was told at a meeting stands under the meeting; of what was told elsewhere only the recall is known."""
    for row in record.tellings:
        if row.meeting_id is None and row.recalled_on != row.day:
            yield Entry(kind="told", pk=row.pk, day=row.day, text=row.what)


def _came_back(record: Record) -> Iterator[Entry]:
    """What came back on the day of a meeting stands under the meeting."""
    met = {row.day for row in record.meetings if row.status == Status.HELD}
    for row in record.tellings:
        if row.recalled_on and row.recalled_on not in met:
            yield Entry(kind="came_back", pk=row.pk, day=row.recalled_on, text=row.what)


def _touches(record: Record) -> Iterator[Entry]:
    for row in record.touches:
        yield Entry(
            kind="touch",
            pk=row.pk,
            day=row.day,
            state=row.direction,
            about=row.matter,
            way=row.channel,
            text=row.text,
        )


def _invitations(record: Record) -> Iterator[Entry]:
    for row in record.invitations:
        yield Entry(
            kind="invitation",
            pk=row.pk,
            day=row.sent_on,
            state=row.answer,
            about=row.purpose_kind,
            way=row.channel,
            purpose=row.purpose,
            ask=row.ask,
            wrote=row.message,
            closed_on=row.answered_on,
        )


def _notes(record: Record) -> Iterator[Entry]:
    for row in record.notes:
        yield Entry(kind="note", pk=row.pk, day=row.day, text=row.text)


def _encounters(record: Record) -> Iterator[Entry]:
    for row in record.encounters:
        at, way = row.event, str(row.event_id)
        yield Entry(kind="encounter", pk=row.pk, day=at.day, state=row.answer, way=way, place=at.name, text=row.note)


def _ground(record: Record) -> Iterator[Entry]:
    """What was found on the day of a meeting stands under the meeting."""
    met = {row.day for row in record.meetings if row.status == Status.HELD}
    for row in record.found:
        if row.found_on and row.found_on not in met:
            yield Entry(kind="ground", pk=row.pk, day=row.found_on, text=row.text)


def _left(record: Record) -> Iterator[Entry]:
    contact = record.contact
    if contact.left_on:
        until = contact.left_until.isoformat() if contact.left_until else ""
        yield Entry(kind="left", pk=contact.pk, day=contact.left_on, state=contact.left_because, way=until)


def _joined(record: Record) -> Iterator[Entry]:
    contact = record.contact
    if contact.joined_on:
        yield Entry(kind="joined", pk=contact.pk, day=contact.joined_on, state=contact.joined_because)


def _connected(record: Record) -> Iterator[Entry]:
    if day := record.contact.connected_on:
        yield Entry(kind="connected", pk=record.contact.pk, day=day)


def _known(record: Record) -> Iterator[Entry]:
    contact = record.contact
    if contact.known_from_before:
        yield Entry(kind="known", pk=contact.pk, day=contact.known_from_before)


KINDS: Final = (
    _follow_ups, _meetings, _items, _named_by, _told, _came_back, _touches, _invitations, _encounters, _notes, _ground,
    _left, _joined, _connected, _known,
)  # fmt: skip
