"""What a browser posts."""

from typing import Any


def form(person: str = "Corwin Stroud", **fields: Any) -> dict[str, Any]:
    """A meeting that is planned with nothing to ask about."""
    return {
        "person": person,
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
