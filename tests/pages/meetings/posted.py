"""What a browser posts."""

from typing import Any

from contacts.models import Contact


def suggested(person: str) -> dict[str, Any]:
    """The suggestion that was taken for this name, where somebody is called so: a name alone asks who is meant."""
    known = Contact.objects.filter(name=person).order_by("pk").first()
    return {"person_id": known.pk} if known else {}


def form(person: str = "Corwin Stroud", **fields: Any) -> dict[str, Any]:
    """A meeting that is planned with nothing to ask about."""
    return {
        "person": person,
        **suggested(person),
        "day": "2026-12-03",
        "time": "10:00",
        "mode": "in_person",
        "place": "Quayside Roasters",
        "purpose_kind": "path",
        "purpose": "Does it make sense to Fenwick?",
        "ask_kind": "view",
        "ask": "What do freight rates do to a plant?",
        **fields,
    }
