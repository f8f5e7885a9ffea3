"""What the lines of the grid are about, and how a saved line stands in it."""

from dataclasses import dataclass, field
from typing import Any

from meetings.models import Encounter, Event
from pages.parts.person_choice import company_of


@dataclass(frozen=True, kw_only=True)
class Grid:
    """What the lines are about: the event, the lines that are saved, and whether a card was said there."""

    event: Event
    saved: dict[int, Encounter]
    heard: set[int] = field(default_factory=set)
    """The encounters at which the card was heard."""

    asks_heard: bool = False


def initial_line(row: Encounter, heard: set[int]) -> dict[str, Any]:
    return {
        "encounter": row.pk,
        "name": row.contact.name,
        "company": company_of(row.contact),
        "shared": row.shared.text if row.shared else "",
        "answer": row.answer,
        "note": row.note,
        "heard": row.pk in heard,
    }
