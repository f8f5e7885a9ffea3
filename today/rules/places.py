"""Where the user worked or studied, a place a line, the years behind it if they like: `Tillerman, 2009 to 2019`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from contacts.rules.words import fold

MOST: Final = 20
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
BESIDE_YEARS: Final = frozenset({"from", "until", "to", "in", "and", "since"})


@dataclass(frozen=True, kw_only=True)
class OwnPlace:
    """One place, as the user wrote it, and the last year there if they said it."""

    name: str
    until: int | None = None


def own_places(lines: Iterable[str]) -> dict[str, OwnPlace]:
    """The first places by their folded names."""
    found: dict[str, OwnPlace] = {}
    for line in lines:
        name, years = _without_years(line.strip()[:300])
        if name and len(found) < MOST and fold(name):
            found.setdefault(fold(name), OwnPlace(name=name, until=max(years, default=None)))
    return found


def _without_years(text: str) -> tuple[str, list[int]]:
    """What stands before the years at its end, and these: `Tillerman, 2009 to 2019` is `Tillerman` and 2009, 2019."""
    words, years = text.split(), list[int]()
    while words:
        last = words[-1].strip("(),/–—-")
        found = [int(year) for year in _YEAR.findall(last)]
        if not found and last and last.lower() not in BESIDE_YEARS:
            break
        years += found
        words.pop()
    return (" ".join(words).strip(" ,("), years) if years else (text, [])


def place_of(company: str, places: Mapping[str, OwnPlace]) -> OwnPlace | None:
    """The user's place that a company, by its folded name, is: `greenlow` is also `greenlow foods`."""
    return next((place for name, place in places.items() if f"{company} ".startswith(f"{name} ")), None)
