"""The words of a meeting: a one-on-one with one contact. Source: docs/method.md."""

from typing import Final
from urllib.parse import urlencode

from accounts.rules.words import Worded, capitalised, number_word


class Status(Worded):
    """What became of a meeting that was agreed."""

    PLANNED = "planned", "Planned"
    HELD = "held", "Held"
    CANCELLED = "cancelled", "Cancelled"
    NO_SHOW = "no_show", "No-show"


class Mode(Worded):
    """How the two of them meet."""

    IN_PERSON = "in_person", "In person"
    VIDEO = "video", "Video"
    PHONE = "phone", "Phone"


MAP: Final = "https://www.openstreetmap.org/search"


def map_address(mode: Mode, place: str) -> str:
    """Where a press on *Map* leads: a search for the place; empty where there is none to walk to."""
    where = " ".join(place.split())
    return f"{MAP}?{urlencode({'query': where})}" if mode is Mode.IN_PERSON and where else ""


def how_many(*, held: int, coming: int, to_log: int, since: str) -> str:
    """Over the list: `25 held since 21 September. Three coming up, one to log.`"""
    first = f"{held} held since {since}." if held else "None held yet."
    ahead = [f"{number_word(coming)} coming up"] * bool(coming) + [f"{number_word(to_log)} to log"] * bool(to_log)
    return f"{first} {capitalised(', '.join(ahead))}." if ahead else first
