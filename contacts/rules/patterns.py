"""Finding a typed word in a text: one pattern, the same for both databases, of how the word may be written there.

Capitals and accents do not matter, `ue` is `ü` and the other way round, and signs that most people leave out may stand
between the letters. It is found wherever it stands, in the middle of a longer word too: not all scripts have spaces.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from contacts.rules.searching import UMLAUTS
from contacts.rules.words import BETWEEN_LETTERS, fold, without_optional_signs

MOST_LETTERS: Final = 40
"""Of a word, that are looked for: nobody is told from another by those behind them."""

_ALPHABETS: Final = (
    (0x60, 0x60), (0xAA, 0x24F), (0x2BC, 0x2BC), (0x370, 0x58F), (0x5D0, 0x6D5), (0x1C80, 0x1CBF), (0x1E00, 0x1FFF),
    (0x2010, 0x2019), (0x2212, 0x2212), (0xFB00, 0xFB4F), (0xFE70, 0xFEFC), (0xFF01, 0xFFDC),
)  # fmt: skip
"""Where letters stand that are folded to another one: Latin, Greek, Cyrillic, Hebrew, Arabic, and their other forms."""


@lru_cache(maxsize=256)
def pattern_of(word: str) -> str:
    """A regular expression that Python, PostgreSQL and SQLite (which asks Python) read alike."""
    tokens = [
        token
        for letter in unicodedata.normalize("NFKC", word).casefold()[:MOST_LETTERS]
        for token in _tokens(letter)
    ]  # fmt: skip
    found, place = [], 0
    while place < len(tokens):
        pair = "".join(tokens[place : place + 2])
        if ways := _written_as().get(pair, []) if len(pair) == 2 else []:
            both = _letter(pair[0]) + BETWEEN_LETTERS + _letter(pair[1])
            found.append(f"(?:{both}|{'|'.join(map(_decomposed, ways))})")
            place += 2
        else:
            found.append(_letter(tokens[place]) if len(tokens[place]) == 1 else tokens[place])
            place += 1
    return BETWEEN_LETTERS.join(found)


def first_in(text: str, pattern: str) -> re.Match[str] | None:
    """Where a text first holds what a pattern finds."""
    return re.search(pattern, text)


def plain_spellings(word: str) -> list[str]:
    """How it may stand in a text of plain letters (ASCII) alone; none for a word of another script."""
    written_out = unicodedata.normalize("NFC", word).casefold().translate(UMLAUTS)
    return [way for way in dict.fromkeys((fold(word), fold(written_out))) if way.isascii()]


def _tokens(letter: str) -> list[str]:
    """The folded letter, or more of them; of `ü`, which may be written `u` or `ue`, what finds either."""
    if letter.isspace():
        return [r"\s+"]
    plain = _folded(letter)
    pair = UMLAUTS.get(ord(letter), "")
    if len(plain) == 1 and len(pair) == 2:
        return [f"{_letter(plain)}{BETWEEN_LETTERS}{_letter(pair[1])}?"]
    return list(plain)


def _letter(plain: str) -> str:
    ways = dict.fromkeys((plain, plain.upper(), *_written_as().get(plain, [])))
    ways |= dict.fromkeys((unicodedata.normalize("NFD", plain),))
    single = "".join(re.escape(way) for way in ways if len(way) == 1)
    longer = [re.escape(way) for way in ways if len(way) > 1]
    letters = f"[{single}]" if len(single) > 1 and single != re.escape(plain) else single
    return f"(?:{'|'.join([letters, *longer])})" if longer else letters


def _decomposed(letter: str) -> str:
    """As one letter, or with its accent behind it."""
    apart = unicodedata.normalize("NFD", letter)
    return re.escape(letter) if apart == letter else f"{re.escape(letter)}|{re.escape(apart)}"


def _capital(letter: str) -> str:
    capital = letter.upper()
    return capital if len(capital) == 1 else ""


def _folded(letter: str) -> str:
    return fold(without_optional_signs(letter))


@lru_cache(maxsize=1)
def _written_as() -> dict[str, list[str]]:
    """What each folded letter, or pair of letters, stands for: `e` for `é`, `ae` for `æ` and `ä`."""
    found: dict[str, list[str]] = {}
    for first, last in _ALPHABETS:
        for letter in map(chr, range(first, last + 1)):
            plain = _folded(letter)
            if letter != plain and 1 <= len(plain) <= 2 and (plain.isalnum() or plain in "'-"):
                found.setdefault(plain, []).append(letter)
    for code, pair in UMLAUTS.items():
        found[pair] = list(dict.fromkeys((*found.get(pair, []), chr(code), *_capital(chr(code)))))
    return found
