"""Quick search: each typed word is the beginning of a word of a name or a company, whatever capitals and accents.

What is written without spaces, as Chinese, Japanese and Korean names are, is found by any part of it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from contacts.rules.words import fold, folded_words, is_written_without_spaces, words

LONGEST_WORD: Final = 64
"""Letters of a word that are kept: the column of the prefix table is as wide."""

MOST_PARTS: Final = 12
"""Letters of a word written without spaces, from each of which on it is found."""

_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "ß": "ss"})
_OPTIONAL: Final = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u0652\u0670]")
"""Hebrew points and Arabic vowel signs, which most people leave out when they type."""


def words_of(text: str) -> list[str]:
    """The folded words, each once, in their order: `O’Brien-Sørensen GmbH` is `obrien`, `sorensen`, `gmbh`."""
    return list(dict.fromkeys(word[:LONGEST_WORD] for word in folded_words(text)))


def words_to_find(text: str) -> list[str]:
    """Every word by the beginning of which a text is found, each once.

    Beside its words these are `mueller` for Müller, `neil` for O’Neil, names without their optional vowel signs, and
    each part of what is written without spaces, with and without those that somebody put between.
    """
    found = dict.fromkeys(words_of(text))
    if not text.isascii() or "'" in text:
        found |= dict.fromkeys(word[:LONGEST_WORD] for word in _others(text))
    return list(found)


def _others(text: str) -> Iterator[str]:
    yield from folded_words(unicodedata.normalize("NFC", text).casefold().translate(_UMLAUTS))
    plain = fold(text)
    yield from (word for word in words(plain.replace("'", " ")) if len(word) > 1)
    yield from words(_OPTIONAL.sub("", plain))
    unspaced = [word for word in words(plain) if is_written_without_spaces(word)]
    yield from _parts([*unspaced, "".join(unspaced)])


def _parts(unspaced: Iterable[str]) -> Iterator[str]:
    for word in unspaced:
        yield from (word[start:] for start in range(min(len(word), MOST_PARTS)))
