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

CLOSE_ENOUGH: Final = 86.0
"""Likeness (0 to 100) from which a name is asked about: one letter wrong in a name of usual length."""

EXACT: Final = 100.0
INITIALS: Final = 95.0
ONE_NAME: Final = 90.0

_ACCENTS: Final = re.compile("[\u0300-\u036f]")
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_BLANK: Final = re.compile(r"\s")
_NOT_A_WORD: Final = re.compile(r"[^\w']+|_+")
_LIKE_PLAIN: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
    | dict.fromkeys("\u2018\u2019\u02bc\u0060\u00b4", "'")
)


def fold(text: str) -> str:
    """Without capitals, accents, compatibility forms and superfluous spaces: two folded texts are equal or they differ.

    Only the accents of Latin, Greek and Cyrillic are stripped: in other scripts such marks are letters.
    """
    if text.isascii():
        plain = text.casefold()
    else:
        plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text.translate(_LIKE_PLAIN))).casefold()
        plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", plain))
        plain = unicodedata.normalize("NFKC", plain).translate(_LIKE_PLAIN)
    return " ".join(plain.replace("`", "'").split())


@dataclass(frozen=True, kw_only=True)
class KnownName:
    """Somebody of the campaign, under the name that is shown."""

    contact_id: int
    name: str
    in_network: bool


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
    words = _words(typed)
    if not words:
        return []
    found = [
        CloseName(known=person, likeness=likeness)
        for person in known
        if (likeness := _likeness(words, _words(person.name), in_network=person.in_network)) >= CLOSE_ENOUGH
    ]
    return sorted(found, key=_rank)[:limit]


def _rank(close: CloseName) -> tuple[bool, bool, float, str, int]:
    known = close.known
    return not close.is_exact, not known.in_network, -close.likeness, known.name, known.contact_id


def _words(name: str) -> list[str]:
    return [word for word in _NOT_A_WORD.split(fold(name)) if word]


def _likeness(typed: list[str], known: list[str], *, in_network: bool) -> float:
    if sorted(typed) == sorted(known):
        return EXACT
    if _abbreviates(typed, known) or _abbreviates(known, typed):
        return INITIALS
    # A first name alone fits too many people of an address book to be worth a question.
    if in_network and len(typed) == 1 and typed[0] in known:
        return ONE_NAME
    # Never EXACT: that is kept for the same words.
    return min(fuzz.token_sort_ratio(" ".join(typed), " ".join(known), score_cutoff=CLOSE_ENOUGH), INITIALS)


def _abbreviates(short: list[str], long: list[str]) -> bool:
    """`D Achterby` or `Desmond J Achterby` for `Desmond Achterby`: same last word, first words alike or an initial."""
    if len(short) < 2 or len(long) < 2 or short[-1] != long[-1]:
        return False
    first = short[0]
    return first == long[0] or (len(first) == 1 and long[0].startswith(first))


def linkedin_key(url: str) -> str | None:
    """`/in/<slug>` of a LinkedIn profile, percent-decoded, NFC and lower case; None for any other address."""
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
