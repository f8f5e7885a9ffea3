"""What a letter is, what a word is, and when two texts are the same; for forms, import, search, sort and sheets.

A word is made of letters, marks and digits. Devanagari, Thai, Tamil and pointed Hebrew write vowels as marks
(categories Mn and Mc), which `\\w` leaves out: a name would fall apart at each vowel, and two names be one.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_ACCENTS: Final = re.compile("[\u0300-\u036f]")
_INVISIBLE_SIGNS: Final = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
)
_INVISIBLE: Final = re.compile(f"[{_INVISIBLE_SIGNS}]")
_OPTIONAL_SIGNS: Final = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u0655\u0670"
_OPTIONAL: Final = re.compile(f"[{_OPTIONAL_SIGNS}]")
BETWEEN_LETTERS: Final = f"[\u0300-\u036f{_INVISIBLE_SIGNS}{_OPTIONAL_SIGNS}]*"
"""What may stand behind a letter of a text, and is not typed by who looks for it: accents, points, invisible signs."""

_ARABIC: Final = str.maketrans("یىکەۀ", "ييكهه")
_WITHOUT_SPACES: Final = re.compile(
    "[\u1100-\u11ff\u3005\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+"
)
_OF_A_NAME: Final = 240  # letters; longer texts are seldom folded twice
_NOT_ASCII_WORD: Final = re.compile(r"[^0-9A-Za-z]+")
_LIKE_PLAIN: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
    | dict.fromkeys("\u2018\u2019\u02bc\u0060\u00b4", "'")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
)


def fold(text: str) -> str:
    """Without capitals, accents, compatibility forms and superfluous spaces: two folded texts are equal or they differ.

    Only the accents of Latin, Greek and Cyrillic are stripped: in other scripts such marks are letters.
    """
    return _folded(text) if len(text) <= _OF_A_NAME else _fold(text)


def _fold(text: str) -> str:
    if text.isascii():
        plain = text.casefold()
    else:
        plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text.translate(_LIKE_PLAIN))).casefold()
        plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", plain))
        plain = unicodedata.normalize("NFKC", plain).translate(_LIKE_PLAIN)
    return " ".join(plain.replace("`", "'").split())


_folded = lru_cache(maxsize=4096)(_fold)  # a name and a company are asked for several times in a row of an import


def is_of_a_word(letter: str) -> bool:
    """A letter, a mark on one, or a digit, in any script."""
    return letter.isalnum() or unicodedata.category(letter)[0] == "M"


def words(text: str) -> list[str]:
    """The words of a text, in their order, as they are written; an apostrophe inside a word is left out of it.

    `O’Brien-Sørensen GmbH` is `OBrien`, `Sørensen`, `GmbH`.
    """
    joined = text.replace("'", "").replace("\u2019", "")
    if joined.isascii():
        return [word for word in _NOT_ASCII_WORD.split(joined) if word]
    composed = unicodedata.normalize("NFC", joined)
    return "".join(letter if is_of_a_word(letter) else " " for letter in composed).split()


def folded_words(text: str) -> list[str]:
    """The same, folded: how names are compared."""
    return words(fold(text))


def says_something(text: str) -> bool:
    """Whether anything of it can be read: a letter or a digit, not signs alone and nothing invisible."""
    return any(letter.isalnum() for letter in _INVISIBLE.sub("", text))


def without_optional_signs(text: str) -> str:
    """Without Hebrew points and Arabic vowel signs, which most people leave out when they type.

    What an Arabic and a Persian keyboard write differently, though it looks alike, is one letter then.
    """
    if text.isascii():
        return text
    plain = _OPTIONAL.sub("", unicodedata.normalize("NFD", text)).translate(_ARABIC)
    return unicodedata.normalize("NFC", plain)


def is_written_without_spaces(word: str) -> bool:
    """Chinese, Japanese or Korean: whether there is a space between the parts of a name says nothing."""
    return not word.isascii() and _WITHOUT_SPACES.fullmatch(word) is not None
