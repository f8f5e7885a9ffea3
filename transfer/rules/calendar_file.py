"""What a calendar reads (RFC 5545): entries with an identity that stays, and a number that grows with every change.

Instants are written in UTC; what has no hour takes the whole day; what comes back every working day is written in the
time of the reader's own place, so that no change of the clocks moves it. Source: formats.md, section 11.
"""

import unicodedata
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from icalendar import Alarm, Calendar, Event, vCalAddress

PRODUCT: Final = "-//Fifty Cups//Fifty Cups//EN"
WORKING_DAYS: Final = ("MO", "TU", "WE", "TH", "FR")
A_DAY: Final = timedelta(days=1)
NOW: Final = timedelta()


@dataclass(frozen=True, kw_only=True)
class CalendarEntry:
    """One entry; without an hour its start is a day, and `minutes` say nothing."""

    uid: str
    summary: str
    starts: datetime | date
    minutes: int = 0
    sequence: int = 0
    where: str = ""
    lines: tuple[str, ...] = ()
    address: str = ""
    is_cancelled: bool = False
    on_working_days: bool = False
    rings: bool = False


@dataclass(frozen=True, kw_only=True)
class Organizer:
    """Whose entries these are."""

    name: str
    email: str


def uid_of(kind: str, key: int, made_at: datetime) -> str:
    """The same for the same row at all times, and for no row of anybody else's calendar."""
    return f"{uuid.uuid5(uuid.NAMESPACE_URL, f'fifty-cups/{kind}/{key}/{made_at.isoformat()}')}@fifty-cups"


def meeting_in_a_file(entry: CalendarEntry, organizer: Organizer, stamp: datetime) -> bytes:
    """One meeting; where it is cancelled the file says so as a whole, which takes it out of a calendar."""
    event = _event(entry, stamp)
    event.add("organizer", _organizer(organizer))
    return _file([event], method="CANCEL" if entry.is_cancelled else "PUBLISH")


def reminders_in_a_file(entries: Iterable[CalendarEntry], stamp: datetime) -> bytes:
    """What is nobody else's: without a method and an organizer, so that no program sends mail about it."""
    return _file(_event(entry, stamp) for entry in entries)


def one_line(text: str) -> str:
    """A text that ends no line of the file: without line breaks and other signs that steer."""
    return "".join(sign for sign in " ".join(text.split()) if unicodedata.category(sign) != "Cc")


def _file(events: Iterable[Event], method: str = "") -> bytes:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    if method:
        calendar.add("method", method)
    for event in events:
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def _event(entry: CalendarEntry, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", stamp)
    event.add("summary", one_line(entry.summary))
    starts = _in_utc(entry.starts)
    event.add("dtstart", starts)
    event.add("dtend", starts + (timedelta(minutes=entry.minutes) if isinstance(starts, datetime) else A_DAY))
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    if entry.where:
        event.add("location", one_line(entry.where))
    if entry.lines:
        event.add("description", "\n".join(one_line(line) for line in entry.lines))
    if entry.address:
        event.add("url", entry.address)
    if entry.on_working_days:
        event.add("rrule", {"freq": "weekly", "byday": WORKING_DAYS})
    if entry.rings and not entry.is_cancelled:
        event.add_component(_alarm(entry))
    return event


def _in_utc(starts: datetime | date) -> datetime | date:
    """An instant in UTC; a day, and an hour of the reader's own place, as it is."""
    return starts.astimezone(UTC) if isinstance(starts, datetime) and starts.tzinfo else starts


def _organizer(organizer: Organizer) -> vCalAddress:
    address = vCalAddress(f"mailto:{one_line(organizer.email)}")
    if organizer.name:
        address.params["CN"] = one_line(organizer.name).replace('"', "'")
    return address


def _alarm(entry: CalendarEntry) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", one_line(entry.summary))
    alarm.add("trigger", NOW)
    return alarm
