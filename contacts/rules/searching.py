"""Quick search: each typed word is the beginning of a word of a name or a company, whatever capitals and accents.

What is written without spaces, as Chinese, Japanese and Korean names are, is found by any part of it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from contacts.rules.words import fold, folded_words, is_written_without_spaces, without_optional_signs, words

LONGEST_WORD: Final = 64
"""Letters of a word that are kept: the column of the prefix table is as wide."""

MOST_PARTS: Final = 12
"""Letters of a word written without spaces, from each of which on it is found."""

UMLAUTS: Final[dict[int, str]] = {
    ord(letter): pair for letter, pair in {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "ß": "ss"}.items()
}
"""How they are written out."""

_LETTERS_WITH_SIGNS: Final = re.compile(r"(?<!\S)[^\W\d_]{1,2}(?:[.&/][^\W\d_]{1,2})+(?=[.,]*(?!\S))")
"""`J.P.`, `AT&T`, `A/S`, `Ph.D.`: one or two letters at a time, with signs between that others leave out."""

_WRITTEN_OUT: Final = re.compile("([aou])e|(a)a")


def words_of(text: str) -> list[str]:
    """The folded words, each once, in their order: `O’Brien-Sørensen GmbH` is `obrien`, `sorensen`, `gmbh`."""
    return list(dict.fromkeys(word[:LONGEST_WORD] for word in folded_words(text)))


def words_to_find(text: str) -> list[str]:
    """Every word by the beginning of which a text is found, each once.

    Beside its words these are `mueller` for Müller and `muller` for Mueller, `neil` for O’Neil, `jp` for J.P., names
    without their optional vowel signs, and each part of what is written without spaces, with and without those between.
    """
    found = dict.fromkeys(words_of(text)) | dict.fromkeys(_initials(text))
    shorter = {word: _WRITTEN_OUT.sub(r"\1\2", word) for word in found}
    found |= dict.fromkeys(short for word, short in shorter.items() if not word.startswith(short))
    if not text.isascii() or "'" in text:
        found |= dict.fromkeys(word[:LONGEST_WORD] for word in _others(text))
    return list(found)


def words_to_look_for(typed: str) -> list[str]:
    """The words that are looked for among those: who is found without the optional signs is found with them too."""
    plain = without_optional_signs(typed)
    return words_of(_LETTERS_WITH_SIGNS.sub(_joined, fold(plain)))


def _initials(text: str) -> Iterator[str]:
    return (_joined(found) for found in _LETTERS_WITH_SIGNS.finditer(fold(text)))


def _joined(found: re.Match[str]) -> str:
    return "".join(words(found[0]))


def _others(text: str) -> Iterator[str]:
    yield from folded_words(unicodedata.normalize("NFC", text).casefold().translate(UMLAUTS))
    plain = fold(text)
    yield from (word for word in words(plain.replace("'", " ")) if len(word) > 1)
    yield from words(without_optional_signs(plain))
    unspaced = [word for word in words(plain) if is_written_without_spaces(word)]
    yield from _parts([*unspaced, "".join(unspaced)])


def _parts(unspaced: Iterable[str]) -> Iterator[str]:
    for word in unspaced:
        yield from (word[start:] for start in range(min(len(word), MOST_PARTS)))
