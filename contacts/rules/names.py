"""A typed name in its parts, and the name that is shown. Source: formats.md, section 8 (nothing of a name is lost)."""

from dataclasses import dataclass
from typing import Final

from nameparser import HumanName
from nameparser.config import Constants

from contacts.rules.words import fold, says_something, without_optional_signs

BEFORE_A_NAME: Final = frozenset((
    "dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "rev", "reverend", "herr", "frau",
    "mme", "mlle", "monsieur", "madame",
))  # fmt: skip
"""Titles, a closed list: `Prince`, `King`, `Major` and `Hon` are given names of as many people."""

_WITH_A_DOT: Final = frozenset(("ing", "eng", "mag", "dipl", "capt", "col", "lt", "sgt"))
"""Titles only with their dot: `Mag.` is one, and Mag, Eng and Ing are given names."""

_OF_A_DOCTOR: Final = frozenset((
    "med", "dent", "vet", "phil", "rer", "nat", "jur", "iur", "oec", "pol", "techn", "theol", "sc", "habil", "hc",
    "mult",
))  # fmt: skip
"""Behind another title, and with a dot: `Dr. rer. nat.`, `Prof. Dr. h.c. mult.`"""

_WITH_A_GIVEN_NAME: Final = frozenset(("sir", "dame"))
"""Titles of who is called by the given name: `Sir Ian`, and `Mr. Bean`."""

AFTER_A_NAME: Final = frozenset((
    "jr", "sr", "ii", "iii", "iv", "esq", "phd", "dphil", "edd", "psyd", "dba", "md", "do", "dds", "dmd", "dvm",
    "rn", "np", "pharmd", "jd", "llb", "llm", "mba", "emba", "bba", "ba", "bs", "bsc", "ma", "msc", "ms", "mpa",
    "mph", "mphil", "meng", "beng", "btech", "mtech", "mfa", "bfa", "msw", "med", "bed", "cpa", "ca", "aca", "acca",
    "fcca", "fca", "cfa", "cfp", "cma", "cia", "frm", "pmp", "prince2", "csm", "cspo", "psm", "pspo", "pe", "ceng",
    "miet", "fiet", "cissp", "cisa", "cism", "ccna", "shrmcp", "shrmscp", "phr", "sphr", "gphr", "cipd", "mcipd",
    "fcipd", "acsw", "aprn", "bcba", "cgma", "cpcu", "crna", "cscp", "dnp", "dpt", "facp", "facs", "fnp", "frics",
    "lcsw", "lmft", "lmhc", "mrics", "rnbc", "obe", "mbe", "cbe", "qc", "kc", "frs", "frsa", "riba", "aia", "leedap",
    "dipling", "diplkfm", "diplwirting", "diplinf", "diplinform", "diplphys", "diplpsych", "diplbetriebsw",
    "diplvolksw", "dring", "drmed", "drphil",
))  # fmt: skip
"""Letters after a name without dots, hyphens and signs such as ®, a closed list: whatever else stands behind a comma is
a company.
"""

_ALSO_A_NAME: Final = frozenset((
    "ma", "do", "ba", "ca", "np", "pe", "ms", "md", "bed", "med", "qc", "kc", "v", "cia",
))  # fmt: skip
"""Of these, what is a family name too: letters only behind a comma. `Yo-Yo Ma` has no degree."""

_PARSER: Final = Constants(titles=set(), suffix_acronyms=set(), suffix_not_acronyms=set())
"""What stands before and after a name is taken off before it is read."""


@dataclass(frozen=True, kw_only=True)
class NameParts:
    """What a person is called; every part may be empty, not all of them."""

    prefix: str = ""
    given: str = ""
    family: str = ""
    suffix: str = ""
    nickname: str = ""


def is_after_a_name(text: str) -> bool:
    """Whether this is nothing but letters that stand after a name: `PhD`, `M.D.`, `MBA CPA`."""
    words = text.split()
    return bool(words) and all(_bare(word) in AFTER_A_NAME for word in words)


def without_letters_after(text: str) -> tuple[str, str]:
    """A name, and the letters after its last commas: `Hale, PhD` is `Hale` and `PhD`."""
    name, *after = (part.strip() for part in text.split(","))
    if name and after and all(is_after_a_name(part) for part in after):
        return name, ", ".join(after)
    return text, ""


def without_titles(text: str) -> tuple[str, str]:
    """The titles before a name, and the name: `Dr. med. Ada` is `Dr. med.` and `Ada`; who is but `Dr.` has no name."""
    words = text.split()
    number = 0
    while number < len(words) and _is_title(words[number], follows=number > 0):
        number += 1
    return " ".join(words[:number]), " ".join(words[number:])


def split_name(typed: str) -> NameParts:
    """The parts of a name typed into one field; a single word is a given name.

    Signs that nobody can say, such as an emoji, are no part: the whole name stands as it was typed.
    """
    whole = " ".join(typed.split())
    told = " ".join(word for word in whole.split() if says_something(word)) or whole
    with_titles, after = without_letters_after(told)
    prefix, name = without_titles(with_titles)
    name, letters = _without_last_letters(name)
    read = HumanName(name, constants=_PARSER)
    given = " ".join(part for part in (str(read.title), read.first, read.middle) if part)
    family = str(read.last)
    if prefix and given and not family and _bare(prefix.split()[-1]) not in _WITH_A_GIVEN_NAME:
        given, family = "", given
    parts = NameParts(
        prefix=prefix[:60],
        given=given[:120],
        family=family[:120],
        suffix=", ".join(part for part in (str(read.suffix), letters, after) if part)[:60],
        nickname=str(read.nickname)[:120],
    )  # as wide as their columns: the whole name stands as it was typed
    if not parts.given and not parts.family:
        return NameParts(given=told[:120])
    return parts


def compared(name: str, given: str, family: str) -> tuple[str, str]:
    """How a name is compared, and how it is sorted: the two copies that a contact carries."""
    return compared_name(name), compared_name(f"{family} {given}".strip() or name)


def compared_name(name: str) -> str:
    """Folded, without Hebrew points and Arabic vowel signs, as wide as the columns: who is looked up is read so too."""
    return fold(without_optional_signs(name))[:240]


def _is_title(word: str, *, follows: bool) -> bool:
    bare = _bare(word)
    dotted = _WITH_A_DOT | _OF_A_DOCTOR if follows else _WITH_A_DOT
    return bare in BEFORE_A_NAME or (word.endswith(".") and bare in dotted)


def _without_last_letters(name: str) -> tuple[str, str]:
    """A name, and the letters that stand behind it without a comma: `Jane Doe PMP®` is `Jane Doe` and `PMP®`."""
    words = name.split()
    number = len(words)
    while number > 1 and _bare(words[number - 1]) in AFTER_A_NAME - _ALSO_A_NAME:
        number -= 1
    return " ".join(words[:number]), " ".join(words[number:])


def _bare(word: str) -> str:
    if word.isascii() and word.isalnum():
        return word.casefold()
    return "".join(letter for letter in fold(word) if letter.isalnum())
