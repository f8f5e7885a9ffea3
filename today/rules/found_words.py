"""Quick search beyond names: how typed words are looked for in texts, and the sentence in which one was found."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from contacts.rules.patterns import first_in
from contacts.rules.words import is_written_without_spaces

FEWEST_LETTERS: Final = 3
MOST_WORDS: Final = 6
LONGEST_SHOWN: Final = 140
ALWAYS_DIALLED: Final = 7
"""Digits at the end of a number that are the same with the code of a country and without it."""

_ZEROS: Final = (0x30, 0x660, 0x6F0, 0x966, 0xFF10)
_NO_DIGIT: Final = "[^" + "".join(f"{chr(zero)}-{chr(zero + 9)}" for zero in _ZEROS) + "]{0,4}"
_SIGNS: Final = frozenset("+()./-\u2010\u2011\u2012\u2013\u2212\u00b7")
_SENTENCE_ENDS: Final = re.compile(r"(?<=[.!?…])\s|(?<=[。！？।])|\n")


@dataclass(frozen=True, kw_only=True)
class Said:
    """A sentence, cut around the word that was found in it where it is long."""

    before: str
    word: str
    after: str

    def __str__(self) -> str:
        return f"{self.before}{self.word}{self.after}"


def words_for_texts(typed: str) -> list[str]:
    """What each found text has to contain, in any order; nothing before three letters are typed.

    Of what is written without spaces, as Chinese is, one sign may be a word.
    """
    words = list(dict.fromkeys(typed.split()))[:MOST_WORDS]
    enough = len("".join(words)) >= FEWEST_LETTERS or any(is_written_without_spaces(letter) for letter in typed)
    return words if enough else []


def number_pattern(typed: str) -> str:
    """What finds a phone number however it is written; empty where no number is typed.

    A number may be typed as it is dialled at home or from abroad: the last seven digits decide.
    """
    digits = [int(digit) for digit in (unicodedata.decimal(sign, None) for sign in typed) if digit is not None]
    others = {sign for sign in typed if not sign.isdecimal() and not sign.isspace()}
    if len(digits) < FEWEST_LETTERS or others - _SIGNS:
        return ""
    each = ("[" + "".join(chr(zero + digit) for zero in _ZEROS) + "]" for digit in digits[-ALWAYS_DIALLED:])
    return _NO_DIGIT.join(each)


def sentence_with(text: str, pattern: str) -> Said | None:
    """The first sentence of a text in which the pattern is found."""
    for sentence in _SENTENCE_ENDS.split(text):
        shown = " ".join(sentence.split())
        if found := first_in(shown, pattern):
            start, end = _around(found.start(), len(shown))
            return Said(
                before=("…" if start else "") + shown[start : found.start()],
                word=found[0][: end - found.start()],
                after=shown[found.end() : end] + ("…" if end < len(shown) else ""),
            )
    return None


def beginning_of(text: str) -> Said:
    """Where no sentence holds the word, it begins in one line and ends in the next."""
    shown = " ".join(text.split())
    return Said(before=shown[:LONGEST_SHOWN], word="", after="…" if len(shown) > LONGEST_SHOWN else "")


def _around(place: int, length: int) -> tuple[int, int]:
    if length <= LONGEST_SHOWN:
        return 0, length
    start = max(place - LONGEST_SHOWN // 2, 0)
    return start, start + LONGEST_SHOWN
