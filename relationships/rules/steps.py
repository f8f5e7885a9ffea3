"""The words of a next step: what kind it is, what it says, and where it stands on Today (R19, R21)."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from accounts.rules.words import Worded


class Group(Worded):
    """The kinds of rows of Today below the meetings, in the order in which they are shown (R19)."""

    SENT = "sent", "Sent?"
    INTRODUCED = "introduced", "Introduced"
    PROMISED = "promised", "Promised"
    ASK = "ask", "Somebody to ask"
    AGREE = "agree", "Agree on a day"
    SILENCE = "silence", "No answer yet"
    THANK_TELL = "thank_tell", "Thanks and news"
    TO_USE = "to_use", "Put to use"
    FOLLOW_UP = "follow_up", "Follow-ups"
    WAITING = "waiting", "They said they would"
    QUIET = "quiet", "Gone quiet"

    @property
    def place(self) -> int:
        """Where it stands in the order."""
        return PLACES[self]

    @property
    def always_shown(self) -> bool:
        """Promises and introductions have a row beyond the five, and join a day that was chosen already."""
        return self in {Group.INTRODUCED, Group.PROMISED}


PLACES: Final = {group: place for place, group in enumerate(Group)}


class StepKind(Worded):
    """What to do next with a contact; the label is the button."""

    BACK = "back", "Take up again"
    ADD = "add", "Add to your network"
    LOG = "log", "How did it go?"
    PREPARE = "prepare", "Prepare"
    SENT = "sent", "Did you send it?"
    WRITE = "write", "Write"
    DO = "do", "Done"
    PLAN = "plan", "Agree on a day"
    REMIND = "remind", "Remind"
    LEAVE = "leave", "Leave for now"
    USE = "use", "I have used it"
    CHASE = "chase", "Ask them about it"
    WAIT = "wait", "Note the answer"
    ASK = "ask", "Ask"
    AGAIN = "again", "Ask again"
    NAME = "name", "Ask for a name"
    QUIET = "quiet", "Write"
    REST = "rest", ""

    @property
    def is_asking(self) -> bool:
        """They may be asked today: nothing is agreed, owed or waited for (R10)."""
        return self in {StepKind.ASK, StepKind.AGAIN, StepKind.NAME}


OF_FOLLOW_UPS: Final = frozenset({StepKind.WRITE, StepKind.DO, StepKind.CHASE})
"""The steps that are about a follow-up."""


class Timing(Worded):
    """Whether the step is for today."""

    NOW = "now", "To do"
    MAY_ASK = "may_ask", "May be asked"
    QUIET = "quiet", "Gone quiet"
    LATER = "later", "Not today"


@dataclass(frozen=True, kw_only=True)
class NextStep:
    """One step in words.

    `about` is the id of the meeting, follow-up, invitation, item or message it is about; `due` its day; `group` where a
    row of Today for it stands, None for meetings and for what is not for today; `hint` stands beside the words; `until`
    is the day on which somebody who rests is free again, None without end.
    """

    kind: StepKind
    words: str
    timing: Timing = Timing.LATER
    group: Group | None = None
    about: int | None = None
    due: date | None = None
    is_red: bool = False
    hint: str = ""
    reason: str = ""
    """What there is to write to somebody who went quiet (R9)."""

    until: date | None = None
