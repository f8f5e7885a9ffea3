"""R6 and R16: who could be the same person. Names are compared folded, profiles and addresses by their keys.

A typed new name that is close to somebody known asks which. Source: docs/method.md, formats.md 2.1.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urlsplit

from rapidfuzz import fuzz

from contacts.rules.names import split_name
from contacts.rules.words import folded_words, is_written_without_spaces, without_optional_signs

CLOSE_ENOUGH: Final = 86.0
"""Likeness (0 to 100) from which a name is asked about: one letter wrong in a name of usual length."""

EXACT: Final = 100.0
INITIALS: Final = 95.0
ONE_NAME: Final = 90.0

_BLANK: Final = re.compile(r"\s")
_PLAIN_PROFILE: Final = re.compile(r"https://www\.linkedin\.com(/in/[0-9A-Za-z_-]+)/?")
"""As LinkedIn's own file writes nearly all of them: to take 50,000 addresses apart costs half a second."""


@dataclass(frozen=True, kw_only=True)
class KnownName:
    """Somebody of the campaign, under the name that is shown."""

    contact_id: int
    name: str
    in_network: bool
    nickname: str = ""


@dataclass(frozen=True, kw_only=True)
class CloseName:
    """Somebody who may be meant; likeness from 0 to 100, 100 being the same folded name."""

    known: KnownName
    likeness: float

    @property
    def is_exact(self) -> bool:
        return self.likeness == EXACT


def close_names(typed: str, known: Iterable[KnownName], limit: int = 5) -> list[CloseName]:
    """Who may be meant by a typed name: the same name first, then the network before the address book, likest first."""
    called = _ways_to_say(typed)
    if not called:
        return []
    found = [
        CloseName(known=person, likeness=likeness)
        for person in known
        if (likeness := _likest(called, _ways_to_say(person.name, person.nickname), in_network=person.in_network))
        >= CLOSE_ENOUGH
    ]
    return sorted(found, key=_rank)[:limit]


def _rank(close: CloseName) -> tuple[bool, bool, float, str, int]:
    known = close.known
    return not close.is_exact, not known.in_network, -close.likeness, known.name, known.contact_id


def _ways_to_say(name: str, nickname: str = "") -> list[list[str]]:
    """The words of a name; without titles, letters and optional signs; and with the nickname in place of the first.

    `Dr. Robert "Bob" Miller, PhD` is Robert Miller, and Bob Miller too.
    """
    parts = split_name(name)
    called = (one for one in (parts.given, nickname, parts.nickname) if one)
    said = [name, *(f"{one} {parts.family}" for one in called)]
    ways = [folded_words(way) for one in said for way in (one, without_optional_signs(one))]
    return [way for place, way in enumerate(ways) if way and way not in ways[:place]]


def _likest(typed: list[list[str]], known: list[list[str]], *, in_network: bool) -> float:
    """The same words are the same name; a nickname asks, and never says that it is."""
    pairs = ((one, other) for one in typed for other in known)
    found = [_likeness(one, other, in_network=in_network) for one, other in pairs]
    if not found or found[0] == EXACT:
        return found[0] if found else 0
    return min(max(found), INITIALS)


def _likeness(typed: list[str], known: list[str], *, in_network: bool) -> float:
    if sorted(typed) == sorted(known) or _is_unspaced(typed, known):
        return EXACT
    if _abbreviates(typed, known) or _abbreviates(known, typed):
        return INITIALS
    # A first name alone fits too many people of an address book to be worth a question.
    if in_network and len(typed) == 1 and typed[0] in known:
        return ONE_NAME
    # Never EXACT: that is kept for the same words.
    return min(fuzz.token_sort_ratio(" ".join(typed), " ".join(known), score_cutoff=CLOSE_ENOUGH), INITIALS)


def _is_unspaced(one: list[str], other: list[str]) -> bool:
    """`山田太郎` is `山田 太郎`: a space that one wrote and the other did not, where names are written without."""
    together = "".join(one)
    return together == "".join(other) and is_written_without_spaces(together)


def _abbreviates(short: list[str], long: list[str]) -> bool:
    """`D Achterby` or `Desmond J Achterby` for `Desmond Achterby`: same last word, first words alike or an initial."""
    if len(short) < 2 or len(long) < 2 or short[-1] != long[-1]:
        return False
    first = short[0]
    return first == long[0] or (len(first) == 1 and long[0].startswith(first))


def linkedin_key(url: str) -> str | None:
    """`/in/<slug>` of a LinkedIn profile, percent-decoded, NFC and lower case; None for any other address."""
    if plain := _PLAIN_PROFILE.fullmatch(url):
        return plain[1].lower()
    address = url.strip()
    try:
        parts = urlsplit(address if "://" in address else f"https://{address}")
        host = (parts.hostname or "").removesuffix(".")
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not (host == "linkedin.com" or host.endswith(".linkedin.com")):
        return None
    match parts.path.split("/"):
        case ["", "in", slug, *_]:
            decoded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", unquote(slug)).lower())
            return f"/in/{decoded}" if _is_slug(decoded) else None
    return None


def _is_slug(slug: str) -> bool:
    return bool(slug) and slug.isprintable() and not any(letter in "/?#" or letter.isspace() for letter in slug)


def email_key(address: str) -> str | None:
    """An e-mail address without case and surrounding space; None when it is none."""
    key = address.strip().casefold().removeprefix("mailto:").strip()
    local, at, domain = key.rpartition("@")
    return key if at and local and domain and key.isprintable() and not _BLANK.search(key) else None
