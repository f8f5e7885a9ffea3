"""R2: common ground that the app knows and the user has not noted: the same employer or school, the same person.

It is a guess until the user says that it is so, with one click. Source: docs/method.md.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from contacts.rules.words import fold

MOST_GUESSES: Final = 3
MOST_PLACES: Final = 50
LONGEST_GUESS: Final = 120

_AFTER_THE_NAME: Final = re.compile(r"[,;(]|\b(?:19|20)\d\d\b", re.ASCII)
"""Where a line about a place stops being its name: `Tillerman, 2009 to 2016`."""

_BETWEEN: Final = re.compile(r"[,;:.()/\-–]")


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


def places_of(lines: str) -> dict[str, str]:
    """The places named in these lines, by their folded names."""
    names = (_AFTER_THE_NAME.split(line, maxsplit=1)[0].strip() for line in lines.splitlines()[:MOST_PLACES])
    return {folded: name[:LONGEST_GUESS] for name in names if (folded := fold(name))}


def place_at(company: str, places: dict[str, str]) -> str:
    """Which of the places this company is, in the user's own words: `Greenlow` is also `Greenlow Foods`."""
    folded = fold(company)
    return next((name for place, name in places.items() if f"{folded} ".startswith(f"{place} ")), "")


def _places(them: KnownOfThem, lines: str) -> Iterator[str]:
    places = places_of(lines)
    if here := place_at(them.company, places):
        yield here
    yield from _named_in(them.texts, places)


def _named_in(texts: Iterable[str], places: dict[str, str]) -> Iterator[str]:
    folded = [f" {fold(_words(text))} " for text in texts]
    for place, name in places.items():
        if any(f" {fold(_words(place))} " in text for text in folded):
            yield name


def _words(text: str) -> str:
    """Without the marks between words, so that `Aldermoor College, 1998` names `Aldermoor College`."""
    return _BETWEEN.sub(" ", text)
