"""R12: what the user says of themselves is kept in versions, each with its day and the reason for the change.

The position is one of them; a pitch is a text to be spoken, for an audience. Source: docs/method.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from accounts.rules.words import Worded


class Spoken(Worded):
    """What is kept in versions: the position, and a pitch for each audience."""

    POSITION = "position", "Position sought"
    ONE_TO_ONE = "one_to_one", "Background, one to one"
    CARD = "card", "Verbal business card"


PITCHES = (Spoken.ONE_TO_ONE, Spoken.CARD)
"""Those that are told to somebody: a one-to-one, and a transition event."""


class ChangeReason(Worded):
    """Why it is said otherwise now: one click, words are optional."""

    ADVICE = "advice", "Somebody’s advice"
    ALOUD = "aloud", "It did not sound right aloud"
    CLEARER = "clearer", "I know better what I want"
    WORDING = "wording", "Only the wording"


@dataclass(frozen=True, kw_only=True)
class Said:
    """The words of a version; `ask` is the one specific ask of a business card, the others have none."""

    text: str
    ask: str = ""


@dataclass(frozen=True, kw_only=True)
class Why:
    """The reason for a change, as far as it was given."""

    reason: ChangeReason | None = None
    words: str = ""


class Dated(Protocol):
    """A version; without a day it was said before versions were kept."""

    @property
    def day(self) -> date | None: ...


Version = TypeVar("Version", bound=Dated)


def one_line(text: str) -> str:
    """A position is one line, however it was typed."""
    return " ".join(text.split())


def said_on(versions: Sequence[Version], day: date) -> Version | None:
    """Of the versions, in their order, the one that was current on this day; what was said before the first was
    written down is the first.
    """
    until_then = [version for version in versions if version.day is None or version.day <= day]
    found = until_then or versions[:1]
    return found[-1] if found else None
