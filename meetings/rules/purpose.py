"""R4: every planned meeting has a purpose of one of six kinds, and a new one each time.

Source: docs/method.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from accounts.rules.words import Worded
from contacts.rules.searching import words_of


class PurposeKind(Worded):
    """Why this meeting, with this person, now."""

    ACQUAINT = "acquaint", "Get to know each other"
    PATH = "path", "Their view of my path"
    SKILLS = "skills", "Whether my skills support it"
    POSITION = "position", "Their view of the position"
    SOMEBODY = "somebody", "Somebody I should talk to"
    CHANGED = "changed", "Show what I changed"

    @property
    def to_you(self) -> str:
        """As the program says it to the user: `Show what you changed`."""
        return TO_YOU[self]


TO_YOU: Final = {
    PurposeKind.ACQUAINT: "Get to know each other",
    PurposeKind.PATH: "Their view of your path",
    PurposeKind.SKILLS: "Whether your skills support it",
    PurposeKind.POSITION: "Their view of the position",
    PurposeKind.SOMEBODY: "Somebody you should talk to",
    PurposeKind.CHANGED: "Show what you changed",
}

SAYS_NOTHING: Final = frozenset(
    words_of("""
        a about all am an and any are as at be been but by can could did do does for from had has have how i if in
        into is it its just know like many me more most much my need no not of on one or our should so some than
        that the their them then there they thing things this to up us very was we were what when where which who
        whom whose why will with would you your
    """)
)
"""Words that two sentences may share without being about the same."""


@dataclass(frozen=True, kw_only=True)
class EarlierPurpose:
    """A meeting with this contact before now: its kind of purpose, and what came of it in words."""

    kind: PurposeKind
    day: date
    result: str = ""


def used_before(kind: PurposeKind, earlier: Iterable[EarlierPurpose]) -> EarlierPurpose | None:
    """The latest earlier meeting with the same kind of purpose."""
    return max((meeting for meeting in earlier if meeting.kind is kind), key=lambda meeting: meeting.day, default=None)


def first_choice(earlier: Iterable[EarlierPurpose], *, to_name: bool = False) -> PurposeKind:
    """What a new form proposes: the first kind not yet used with them. To ask for a name only where it is their turn to
    be asked for one (R3, R10), and once.
    """
    left = kinds_left(earlier)
    if to_name and PurposeKind.SOMEBODY in left:
        return PurposeKind.SOMEBODY
    left = [kind for kind in left if kind is not PurposeKind.SOMEBODY]
    return left[0] if left else PurposeKind.CHANGED


def kinds_left(earlier: Iterable[EarlierPurpose]) -> list[PurposeKind]:
    """The kinds not yet used with this contact, in their order."""
    used = {meeting.kind for meeting in earlier}
    return [kind for kind in PurposeKind if kind not in used]


def heading(kind: PurposeKind | None, own: str, ask: str) -> tuple[str, str]:
    """What stands in the largest type before a meeting, and the line above it: the ask, else why they meet."""
    why = kind.to_you if kind else ""
    if ask:
        return ask, ": ".join(words for words in (why, own) if words)
    return (own, why) if own else (why, "Purpose")


def shares_a_word(ask: str, knows_about: str) -> bool:
    """Whether both speak of the same thing, by one word at least, in the singular or the plural."""
    return bool(_telling(ask) & _telling(knows_about))


def _telling(text: str) -> set[str]:
    return {_singular(word) for word in words_of(text) if word not in SAYS_NOTHING and len(word) > 1}


def _singular(word: str) -> str:
    """Rough, and alike for both sides: `companies` and `company`, `depots` and `depot`, `boxes` and `box`."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
