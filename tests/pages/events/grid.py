"""How the tests fill in who was met: the fields that the page would post, and the lines as they stand on the page."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.test import Client

from contacts.models import Contact
from meetings.models import Encounter, Event

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

FRIDAY = date(2026, 11, 20)
TUESDAY = date(2026, 11, 24)
FIVE = (
    {"name": "Tove Marrick", "company": "Quayside Roasters", "shared": "Cold rooms", "answer": "agreed"},
    {"name": "Keir Solway", "company": "Larkfield Search", "note": "Looked over my shoulder"},
    {"name": "Anouk Devereld", "shared": "Both rowed at Aldermoor", "answer": "agreed", "note": "Runs nights"},
    {"name": "Bas Winterbourn", "answer": "not"},
    {"name": "Ines Calloway, Pellworm Drinks", "shared": "Hops"},
)


def grid(*lines: dict[str, Any], saved: int = 0) -> dict[str, Any]:
    """The posted fields; `saved` of the lines, the first ones, correct what is saved."""
    fields: dict[str, Any] = {"met-TOTAL_FORMS": len(lines), "met-INITIAL_FORMS": saved}
    for number, line in enumerate(lines):
        fields |= {f"met-{number}-{name}": value for name, value in line.items() if value is not None}
    return fields


def as_it_stands(event: Event) -> list[dict[str, Any]]:
    """The saved lines, untouched."""
    rows = Encounter.objects.filter(event=event).select_related("contact__company", "shared").order_by("pk")
    return [
        {
            "encounter": row.pk,
            "name": row.contact.name,
            "company": row.contact.company.name if row.contact.company else "",
            "shared": row.shared.text if row.shared else "",
            "answer": row.answer,
            "note": row.note,
        }
        for row in rows
    ]


def post(client: Client, event: Event, *lines: dict[str, Any], saved: int = 0, **fields: Any) -> "Answer":
    return client.post(event.get_absolute_url(), grid(*lines, saved=saved) | fields)


def called(name: str) -> Contact:
    return Contact.objects.get(name=name)
