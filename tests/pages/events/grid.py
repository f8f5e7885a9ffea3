"""How the tests fill in who was met: the fields that the page would post, and the lines as they stand on the page."""

from typing import Any

from meetings.models import Encounter, Event


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
