"""R2: common ground that the app knows and the user has not noted: the same employer or school, the same person.

It is a guess until the user says that it is so, with one click. Source: docs/method.md.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from contacts.rules.places import own_places, place_of, places_named_in
from contacts.rules.words import fold

MOST_GUESSES: Final = 3


@dataclass(frozen=True, kw_only=True)
class KnownOfThem:
    """What stands about a person. `texts` may name a place; `noted` is what they are known to share already."""

    company: str = ""
    texts: tuple[str, ...] = ()
    introduced_by: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()


def may_share(them: KnownOfThem, *, worked_at: str, studied_at: str) -> list[str]:
    """What the user may share with them, each in words that can be noted; at most three.

    `worked_at` and `studied_at` are the user's own places, one a line.
    """
    noted = [f" {fold(text)} " for text in them.noted]
    guesses = dict.fromkeys((*_places(them, f"{worked_at}\n{studied_at}"), *them.introduced_by))
    new = [guess for guess in guesses if not any(f" {fold(guess)} " in text for text in noted)]
    return new[:MOST_GUESSES]


def _places(them: KnownOfThem, lines: str) -> Iterator[str]:
    places = own_places(lines)
    if here := place_of(fold(them.company), places):
        yield here.name
    yield from (place.name for place in places_named_in(them.texts, places))
