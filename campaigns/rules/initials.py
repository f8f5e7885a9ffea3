"""The two letters that stand for a person, beside their name: titles before it and degrees behind it are no part of it.

Source: nameparser's list of titles, by which contacts.rules.names reads a typed name too.
"""

from itertools import dropwhile

from nameparser.config import CONSTANTS


def initials(name: str) -> str:
    """`AB` for `Prof. Dr. Anna Maria Berg, PhD`; a question mark where there is no letter."""
    words = [word for word in name.partition(",")[0].split() if word[0].isalnum()]
    called = list(dropwhile(_is_title, words)) or words or ["?"]
    return (called[0][0] + (called[-1][0] if len(called) > 1 else "")).upper()


def _is_title(word: str) -> bool:
    """Known as one, or an abbreviation that is longer than an initial: `Dr`, `Dipl.-Ing.`, but not `J.`"""
    return word.rstrip(".").lower() in CONSTANTS.titles or (word.endswith(".") and len(word) > len("J."))
