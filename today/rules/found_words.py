"""Quick search beyond names: how typed words are looked for in texts, and which sentence shows that they were found."""

import re
from string import ascii_lowercase, ascii_uppercase
from typing import Final

FEWEST_LETTERS: Final = 3
MOST_WORDS: Final = 6
LONGEST_SHOWN: Final = 140
_WRITTEN_OUT: Final = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"))
_PLAIN_SMALL: Final = str.maketrans(ascii_uppercase, ascii_lowercase)
_NO_DIGIT: Final = re.compile(r"\D")
_NO_PHONE: Final = re.compile(r"[^0-9\s+()./-]")
_SENTENCE_ENDS: Final = re.compile(r"(?<=[.!?…])\s|\n")


def words_for_texts(typed: str) -> list[str]:
    """What each found text has to contain, in any order; nothing before three letters are typed."""
    words = list(dict.fromkeys(typed.split()))[:MOST_WORDS]
    return words if len("".join(words)) >= FEWEST_LETTERS else []


def spellings(word: str) -> list[str]:
    """The ways in which it may be written: Müller and Mueller, in small letters, with a first capital, in capitals.

    Of two that differ in the capitals of plain letters alone the first: those every database takes for the same.
    """
    small = word.lower()
    written = umlauts = small
    for umlaut, pair in _WRITTEN_OUT:
        written, umlauts = written.replace(umlaut, pair), umlauts.replace(pair, umlaut)
    ways = [small, written, umlauts]
    told_apart: dict[str, str] = {}
    for way in (way for one in ways for way in (one, one.capitalize(), one.upper())):
        told_apart.setdefault(way.translate(_PLAIN_SMALL), way)
    return list(told_apart.values())


def digits_of(typed: str) -> str:
    """The digits of what may be a phone number, three or more; empty for anything else."""
    digits = _NO_DIGIT.sub("", typed) if not _NO_PHONE.search(typed) else ""
    return digits if len(digits) >= FEWEST_LETTERS else ""


def sentence_with(text: str, word: str) -> str:
    """The sentence of a text in which the word stands, cut around it where it is long."""
    ways = [way.lower() for way in spellings(word)]
    for sentence in _SENTENCE_ENDS.split(text):
        shown = " ".join(sentence.split())
        place = min((at for way in ways if (at := shown.lower().find(way)) >= 0), default=-1)
        if place >= 0:
            return _cut(shown, place)
    return _cut(" ".join(text.split()), 0)


def _cut(sentence: str, place: int) -> str:
    if len(sentence) <= LONGEST_SHOWN:
        return sentence
    start = max(place - LONGEST_SHOWN // 2, 0)
    end = start + LONGEST_SHOWN
    return f"{'…' if start else ''}{sentence[start:end].strip()}{'…' if end < len(sentence) else ''}"
