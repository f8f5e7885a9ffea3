"""Quick search: each typed word is the beginning of a word of a name or a company, whatever capitals and accents."""

import re
from typing import Final

from contacts.rules.same_person import fold

LONGEST_WORD: Final = 64
"""Letters of a word that are kept: the column of the prefix table is as wide."""

_BETWEEN_WORDS: Final = re.compile(r"[\W_]+")


def words_of(text: str) -> list[str]:
    """The folded words, each once, in their order: `O’Brien-Sørensen GmbH` is `obrien`, `sorensen`, `gmbh`."""
    words = _BETWEEN_WORDS.split(fold(text).replace("'", ""))
    return list(dict.fromkeys(word[:LONGEST_WORD] for word in words if word))
