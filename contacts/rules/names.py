"""A typed name in its parts, and the name that is shown. Source: formats.md, section 8 (nothing of a name is lost)."""

from dataclasses import dataclass
from typing import Final

from nameparser import HumanName
from nameparser.config import Constants

from contacts.rules.words import fold, says_something

BEFORE_A_NAME: Final = frozenset((
    "dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "rev", "reverend", "herr", "frau",
    "mme", "mlle", "monsieur", "madame", "ing", "eng", "mag", "dipl", "capt", "col", "lt", "sgt",
))  # fmt: skip
"""Titles, a closed list: `Prince`, `King`, `Major` and `Hon` are given names of as many people."""

AFTER_A_NAME: Final = frozenset((
    "jr", "sr", "ii", "iii", "iv", "esq", "phd", "dphil", "edd", "psyd", "dba", "md", "do", "dds", "dmd", "dvm",
    "rn", "np", "pharmd", "jd", "llb", "llm", "mba", "emba", "bba", "ba", "bs", "bsc", "ma", "msc", "ms", "mpa",
    "mph", "mphil", "meng", "beng", "btech", "mtech", "mfa", "bfa", "msw", "med", "bed", "cpa", "ca", "aca", "acca",
    "fcca", "fca", "cfa", "cfp", "cma", "cia", "frm", "pmp", "prince2", "csm", "cspo", "psm", "pspo", "pe", "ceng",
    "miet", "fiet", "cissp", "cisa", "cism", "ccna", "shrmcp", "shrmscp", "phr", "sphr", "gphr", "cipd", "mcipd",
    "fcipd", "obe", "mbe", "cbe", "qc", "kc", "frs", "frsa", "riba", "aia", "leedap", "dipling", "dring", "drmed",
    "drphil",
))  # fmt: skip
"""Letters after a name, without dots and hyphens, a closed list: whatever else stands behind a comma is a company."""

_ALSO_A_NAME: Final = frozenset((
    "ma", "do", "ba", "ca", "np", "pe", "ms", "md", "bed", "med", "qc", "kc", "v", "cia",
))  # fmt: skip
"""Of these, what is a family name too: letters only behind a comma. `Yo-Yo Ma` has no degree."""

_PARSER: Final = Constants(
    titles=set(BEFORE_A_NAME),
    suffix_acronyms=set(AFTER_A_NAME - _ALSO_A_NAME),
    suffix_not_acronyms={"jr", "sr"},
)


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


def split_name(typed: str) -> NameParts:
    """The parts of a name typed into one field; a single word is a given name.

    Signs that nobody can say, such as an emoji, are no part: the whole name stands as it was typed.
    """
    whole = " ".join(typed.split())
    told = " ".join(word for word in whole.split() if says_something(word)) or whole
    name, after = without_letters_after(told)
    read = HumanName(name, constants=_PARSER)
    title = str(read.title)
    is_title = all(_bare(word) in BEFORE_A_NAME for word in title.split())
    given = " ".join(part for part in ("" if is_title else title, read.first, read.middle) if part)
    suffix = ", ".join(part for part in (str(read.suffix), after) if part)
    parts = NameParts(
        prefix=title[:60] if is_title else "",
        given=given[:120],
        family=str(read.last)[:120],
        suffix=suffix[:60],
        nickname=str(read.nickname)[:120],
    )  # as wide as their columns: the whole name stands as it was typed
    if not parts.given and not parts.family:
        return NameParts(given=told[:120])
    return parts


def compared(name: str, given: str, family: str) -> tuple[str, str]:
    """How a name is compared, and how it is sorted: the two copies that a contact carries, as wide as their columns."""
    return fold(name)[:240], fold(f"{family} {given}".strip() or name)[:240]


def _bare(word: str) -> str:
    return fold(word).replace(".", "").replace("-", "").strip("()")
