"""How the tests fill in a debrief: the fields that the page would post, of the lines only what a test speaks of."""

from datetime import date
from typing import Any

from meetings.models import Meeting
from tests.pages.meetings.posted import suggested

TODAY = date(2026, 11, 23)  # a Monday
FRIDAY = date(2026, 11, 20)


def lines(*given: dict[str, Any]) -> dict[str, Any]:
    """The posted fields of the lines of what they gave."""
    fields: dict[str, Any] = {"given-TOTAL_FORMS": len(given), "given-INITIAL_FORMS": 0}
    for number, line in enumerate(given):
        fields |= {f"given-{number}-{name}": value for name, value in line.items()}
    return fields


def posted(meeting: Meeting | None = None, *given: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """What a browser sends of an otherwise untouched form, with the suggestion of the name that is typed."""
    fields = suggested(fields.get("person", "")) | fields
    version = {"version": meeting.version} if meeting else {}
    day = meeting.day if meeting else TODAY
    return {"day": day.isoformat(), "mode": "in_person", **version, **lines(*given), **fields}
