"""Where the user worked or studied, a place a line, the years behind it if they like: `Tillerman, 2009 to 2019`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from contacts.rules.same_person import fold

MOST: Final = 20
_YEARS: Final = re.compile(r"[\s,(]+(?:(?:from|until|to|in)\s)?(?:19|20)\d\d(?:[\s)/–—-]|to|until|(?:19|20)\d\d)*$")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, kw_only=True)
class OwnPlace:
    """One place, as the user wrote it, and the last year there if they said it."""

    name: str
    until: int | None = None


def own_places(lines: Iterable[str]) -> dict[str, OwnPlace]:
    """The first places by their folded names."""
    found: dict[str, OwnPlace] = {}
    for line in lines:
        text = line.strip()[:300]
        years = _YEARS.search(text)
        name = text[: years.start()].strip(" ,(") if years else text
        if name and len(found) < MOST and fold(name):
            until = max(int(year) for year in _YEAR.findall(years[0])) if years else None
            found.setdefault(fold(name), OwnPlace(name=name, until=until))
    return found


def place_of(company: str, places: Mapping[str, OwnPlace]) -> OwnPlace | None:
    """The user's place that a company, by its folded name, is: `greenlow` is also `greenlow foods`."""
    return next((place for name, place in places.items() if f"{company} ".startswith(f"{name} ")), None)
