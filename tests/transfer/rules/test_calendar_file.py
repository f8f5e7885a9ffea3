"""What a calendar reads of it, by the library's own reader."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

import pytest
from icalendar import Calendar

from transfer.rules.calendar_file import CalendarEntry, Organizer, meeting_in_a_file, reminders_in_a_file, uid_of

STAMP = datetime(2026, 11, 23, 8, tzinfo=UTC)
MARTA = Organizer(name='Marta "M" Ravensholt\r\nATTENDEE:mailto:x@example.com', email="marta@example.com")
HALF_PAST_TEN = datetime(2026, 11, 23, 10, 30, tzinfo=timezone(timedelta(hours=2)))
HOSTILE = (
    "Ilse\r\nATTENDEE:mailto:x@example.com",
    "a\nEND:VEVENT\nBEGIN:VEVENT",
    "b\rX-EVIL:1\x0b\x0c\x85\u2028\u2029c\x00",
    r"semi; colon: comma, \n and \ itself",
    "عبدالرحمن الخوارزمي",
    "👩‍🚀" * 40,
    "Wolfeschlegelsteinhausenbergerdorffvoralternwarengewissenhaftschafers" * 3,
)


def entry(**fields: Any) -> CalendarEntry:
    return CalendarEntry(
        **{"uid": "1@fifty-cups", "summary": "Coffee", "starts": HALF_PAST_TEN, "minutes": 20, **fields}
    )


def read(content: bytes) -> tuple[Any, list[Any]]:
    calendar = Calendar.from_ical(content)
    return calendar, calendar.walk("VEVENT")


def test_an_hour_is_written_in_utc_and_a_day_without_one_as_a_whole() -> None:
    content = meeting_in_a_file(entry(), MARTA, STAMP).decode()
    whole_day = meeting_in_a_file(entry(starts=date(2026, 11, 30)), MARTA, STAMP).decode()

    assert "DTSTART:20261123T083000Z\r\nDTEND:20261123T085000Z\r\n" in content
    assert "DTSTAMP:20261123T080000Z\r\n" in content
    assert "DTSTART;VALUE=DATE:20261130\r\nDTEND;VALUE=DATE:20261201\r\n" in whole_day
    assert "TZID" not in content + whole_day


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_begins_a_line_of_its_own(text: str) -> None:
    content = meeting_in_a_file(entry(summary=text, where=text, lines=(text, text)), MARTA, STAMP)

    calendar, [event] = read(content)
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(b"\r" in line or b"\n" in line for line in lines)
    assert {line.split(b":")[0].split(b";")[0] for line in lines if line and not line.startswith(b" ")} == {
        b"BEGIN", b"END", b"VERSION", b"PRODID", b"METHOD", b"UID", b"SEQUENCE", b"DTSTAMP", b"SUMMARY", b"DTSTART",
        b"DTEND", b"STATUS", b"ORGANIZER", b"LOCATION", b"DESCRIPTION",
    }  # fmt: skip
    said = " ".join(text.replace("\x00", "").split())
    assert (event["summary"], event["location"], event["description"]) == (said, said, f"{said}\n{said}")
    assert calendar.errors == event.errors == []


@pytest.mark.parametrize(
    ("is_cancelled", "method", "status"), [(False, "PUBLISH", "CONFIRMED"), (True, "CANCEL", "CANCELLED")]
)
def test_what_is_cancelled_goes_from_the_calendar(is_cancelled: bool, method: str, status: str) -> None:
    calendar, [event] = read(meeting_in_a_file(entry(is_cancelled=is_cancelled, sequence=3), MARTA, STAMP))

    assert (calendar["method"], event["status"], event["sequence"], event["uid"]) == (method, status, 3, "1@fifty-cups")


def test_every_working_morning_stays_at_its_hour_when_the_clocks_change() -> None:
    review = entry(starts=datetime.combine(STAMP.date(), time(8, 30)), on_working_days=True, rings=True)
    content = reminders_in_a_file([review], STAMP).decode()

    assert "DTSTART:20261123T083000\r\n" in content
    assert "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR\r\n" in content
    assert "BEGIN:VALARM\r\n" in content
    assert "METHOD" not in content
    assert "ORGANIZER" not in content


def test_an_identity_is_of_one_row_of_one_house() -> None:
    made = datetime(2026, 11, 23, 8, 0, 0, 123_456, tzinfo=UTC)

    assert uid_of("meeting", 7, made) == uid_of("meeting", 7, made)
    others = [uid_of("afterwards", 7, made), uid_of("meeting", 8, made), uid_of("meeting", 7, STAMP)]
    assert uid_of("meeting", 7, made) not in others
