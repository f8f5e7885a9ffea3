"""Where the user worked or studied, a place a line, the years behind it if they like: `Tillerman, 2009 to 2019`.

One reading for whom to ask, whom to choose, and what may be shared. Source: docs/method.md.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from contacts.rules.words import fold, is_written_without_spaces, words

MOST: Final = 50
LONGEST: Final = 120
LEGAL_FORMS: Final = frozenset(
    {
        "ab", "ag", "aps", "as", "bv", "co", "company", "corp", "corporation", "eg", "gbr", "gmbh", "inc", "kg", "kk",
        "llc", "llp", "limited", "ltd", "mbh", "nv", "ohg", "oy", "oyj", "plc", "pte", "pty", "sa", "sarl", "sas", "se",
        "spa", "srl", "ug",
    }
)  # fmt: skip
"""What may stand behind a company's name in law, and is left out when people speak of it."""

BESIDE_YEARS: Final = frozenset({"from", "until", "to", "in", "and", "since"})
STILL_THERE: Final = frozenset({"from", "since"})
"""Behind these a single year says when it began, not when it ended."""

_YEAR: Final = re.compile(r"(?:19|20)\d\d", re.ASCII)
_AFTER_THE_NAME: Final = re.compile(r"[,;(]")
_AROUND_A_YEAR: Final = "(),;/–—-"


@dataclass(frozen=True, kw_only=True)
class OwnPlace:
    """One place, as the user wrote it, with the first and the last year there as far as they said them."""

    name: str
    since: int | None = None
    until: int | None = None


def own_places(lines: str) -> dict[str, OwnPlace]:
    """The places of these lines by their folded names; of two of one name the first."""
    found: dict[str, OwnPlace] = {}
    for line in lines.splitlines():
        place = _read(line)
        if place and len(found) < MOST:
            found.setdefault(fold(place.name), place)
    return found


def place_of(company: str, places: Mapping[str, OwnPlace]) -> OwnPlace | None:
    """The user's place that a company, by its folded name, is: `greenlow` is also `greenlow foods, ltd`."""
    beginning = _spaced(company)
    return next((place for name, place in places.items() if beginning.startswith(_spaced(name))), None)


def places_named_in(texts: Iterable[str], places: Mapping[str, OwnPlace]) -> list[OwnPlace]:
    """The user's places of which any of these texts speaks."""
    spoken = [_spaced(fold(text)) for text in texts]
    return [place for name, place in places.items() if any(_spaced(name) in text for text in spoken)]


def employer(company: str) -> str:
    """A company's folded name without its legal form: `Norda GmbH & Co. KG` is `norda`."""
    said = words(fold(company))
    kept = len(said)
    while kept > 1 and said[kept - 1] in LEGAL_FORMS:
        kept -= 1
    return " ".join(said[:kept])


def which_employer(company: str, employers: Collection[str]) -> str:
    """Of these employers the one that a company is; empty for none. The longest counts: `Norda Foods`, not `Norda`."""
    said = words(fold(company))
    beginnings = (" ".join(said[:place]) for place in range(len(said), 0, -1))
    return next((one for one in beginnings if one in employers), "")


def speaks_of(text: str, name: str) -> bool:
    """Whether a text names this employer, in words of its own: `SAP`, not `sapling`."""
    spoken, named = _spaced(fold(text)), _spaced(name)
    return named in spoken or (is_written_without_spaces(name) and name in spoken)


def without_years(line: str) -> str:
    """The name in a line, whatever years stand behind it: `Smith, Jones & Co., until 2026` is `Smith, Jones & Co.`"""
    name, years = _without_years(line)
    return name.strip(" ,;(") if years else line.strip()


def _read(line: str) -> OwnPlace | None:
    text = line.strip()[:300]
    head = _AFTER_THE_NAME.split(text, maxsplit=1)[0]
    name, years = _without_years(head)
    behind = text[len(head) :]
    years = f"{years} {behind}"
    numbers = [int(year) for year in _YEAR.findall(years)]
    name = name[:LONGEST].strip()
    if not fold(name):
        return None
    is_still_there = len(numbers) == 1 and not STILL_THERE.isdisjoint(words(years.lower()))
    return OwnPlace(
        name=name,
        since=min(numbers) if is_still_there or len(numbers) > 1 else None,
        until=max(numbers, default=None) if not is_still_there else None,
    )


def _without_years(text: str) -> tuple[str, str]:
    """What stands before the years at its end, and these: `Tillerman 2009–2019`, but not `Studio 2000 Ltd`."""
    said = text.split()
    place = len(said)
    while place and (_YEAR.search(said[place - 1]) or said[place - 1].strip(_AROUND_A_YEAR).lower() in BESIDE_YEARS):
        place -= 1
    if not place or not _YEAR.search(text):
        return text, ""
    return " ".join(said[:place]), " ".join(said[place:])


def _spaced(folded: str) -> str:
    """Its words with a space around each, so that no place is found inside a longer word."""
    return f" {' '.join(words(folded))} " if folded else ""
