"""The words of a next step: what kind it is, and what it says (R2, R19)."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from accounts.rules.words import Worded


class StepKind(Worded):
    """What to do next with a contact; the label is the button."""

    ADD = "add", "Add to your network"
    BACK = "back", "Take up again"
    LOG = "log", "Log it"
    PREPARE = "prepare", "Prepare"
    WRITE = "write", "Write"
    DO = "do", "Done"
    PLAN = "plan", "Plan"
    USE = "use", "I have used it"
    REMIND = "remind", "Remind"
    LEAVE = "leave", "Leave for now"
    WAIT = "wait", "Note the answer"
    SHARE = "share", "Note it"
    INVITE = "invite", "Ask"
    NAME = "name", "Ask for a name"
    AGAIN = "again", "Ask"

    @property
    def is_proposal(self) -> bool:
        """Whether only the method proposes it: nothing is agreed, owed or waited for."""
        return self in PROPOSALS


PROPOSALS: Final = frozenset(
    {StepKind.ADD, StepKind.LEAVE, StepKind.SHARE, StepKind.INVITE, StepKind.NAME, StepKind.AGAIN}
)


@dataclass(frozen=True, kw_only=True)
class NextStep:
    """One step in words; `about` is the id of the meeting, follow-up, invitation or item it is about."""

    kind: StepKind
    words: str
    about: int | None = None
    due: date | None = None
    is_red: bool = False
    hint: str = ""
