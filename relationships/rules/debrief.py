"""R6: a debrief as it was written, in plain values. Nothing in it is required: saving says that the meeting took place.

Source: docs/method.md.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from meetings.rules.asking import AskResult
from meetings.rules.events import QuestionResult
from meetings.rules.meeting import Mode
from outcomes.rules.due import never_overdue, thank_you_due
from outcomes.rules.items import ItemKind, ReferralState, Stance
from pitch.rules.versions import Spoken

_AGAIN: Final = re.compile("Meet .{1,240} again")


@dataclass(frozen=True, kw_only=True)
class Given:
    """One line of what they gave. `item_id` is the saved line it corrects, `known_id` who is meant by the name,
    `said` what the giver said of a referral: that they will introduce, or that their name may be used; None leaves what
    stands, and is a promise where nothing does. `question_id`: it answers this question of the meeting (R14); None
    leaves where it is filed.
    """

    kind: ItemKind = ItemKind.ADVICE
    text: str = ""
    name: str = ""
    company: str = ""
    item_id: int | None = None
    known_id: int | None = None
    said: ReferralState | None = None
    removed: bool = False
    question_id: int | None = None
    stance: Stance = Stance.ADDS


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What became of a question that was planned for the meeting; None: nothing was said of it."""

    question_id: int
    result: QuestionResult | None = None


@dataclass(frozen=True, kw_only=True)
class Promise:
    """A sentence and its day."""

    text: str
    due: date


@dataclass(frozen=True, kw_only=True)
class Debrief:
    """All that one form says. None in `ask_next_time` and `knows_about` leaves what stands on the contact alone."""

    day: date
    mode: Mode = Mode.IN_PERSON
    place: str = ""
    minutes: int | None = None
    ask: str = ""
    ask_result: AskResult | None = None
    remember: str = ""
    share: str = ""
    given: tuple[Given, ...] = ()
    asked: tuple[Asked, ...] = ()
    """The planned questions of which the form spoke; the answers stand among what they gave."""

    thank: bool = False
    promised: Promise | None = None
    waiting: Promise | None = None
    again: date | None = None
    settled: frozenset[int] = field(default_factory=frozenset)
    """The open follow-ups with this person that were ticked off."""

    stories: frozenset[int] = field(default_factory=frozenset)
    recalled: frozenset[int] = field(default_factory=frozenset)
    """The stories that came back to them."""

    pitches: frozenset[Spoken] = field(default_factory=frozenset)
    """What was said aloud, in the version of that day."""

    ask_next_time: str | None = None
    knows_about: str | None = None

    @property
    def kept(self) -> tuple[Given, ...]:
        """The lines that stand after saving."""
        return tuple(line for line in self.given if not line.removed)

    @property
    def kept_kinds(self) -> tuple[ItemKind, ...]:
        return tuple(line.kind for line in self.kept)


@dataclass(frozen=True, kw_only=True)
class Next:
    """A row that saving adds to what is to be done."""

    text: str
    due: date


def thank_words(name: str) -> str:
    return f"Thank {name}"


def again_words(name: str) -> str:
    return f"Meet {name} again"


def again_text(stood: str, name: str) -> str:
    """The words of what stands already, where they are the user's own; else the rule's, with today's name."""
    return stood if stood and not _AGAIN.fullmatch(stood) else again_words(name)


def thanks(debrief: Debrief, name: str, today: date) -> Next | None:
    """A thank-you is due on the next business day after the meeting, or after it was logged if that is later (R7)."""
    return Next(text=thank_words(name), due=thank_you_due(debrief.day, today)) if debrief.thank else None


def promised(promise: Promise | None, today: date) -> Next | None:
    """What was promised; nothing is created overdue (R7)."""
    return Next(text=promise.text, due=never_overdue(promise.due, today)) if promise else None


def again(debrief: Debrief, name: str, today: date) -> Next | None:
    return Next(text=again_words(name), due=never_overdue(debrief.again, today)) if debrief.again else None
