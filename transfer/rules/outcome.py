"""What becomes of a row of a file. Every row has exactly one outcome, so that the outcomes add up to the rows.

Source: the format notes, section 10, rule 5.
"""

from typing import Final

from accounts.rules.words import Worded
from transfer.rules.matching import Match, Verdict


class Outcome(Worded):
    NEW = "new", "New"
    UPDATE = "update", "Update"
    SAME = "same", "Same"
    POSSIBLE = "possible", "Duplicate?"
    """Taken as a person of their own, who may be somebody known: a question that only the user can answer."""
    JOINED = "joined", "The same?"
    """Taken for somebody of that name: the user said so, or nothing speaks against it."""
    AGAIN = "again", "Twice"
    """The same person stands in an earlier row of the file, and this row adds nothing."""
    HIDDEN = "hidden", "Hidden"
    """Only a day is given: the profile is closed or hidden."""
    ERROR = "error", "Not taken"


TAKEN: Final = (Outcome.NEW, Outcome.UPDATE, Outcome.POSSIBLE, Outcome.JOINED)
"""What writes something."""

MAKING: Final = (Outcome.NEW, Outcome.POSSIBLE)
"""What makes somebody new."""

ASKED: Final = (Outcome.POSSIBLE, Outcome.JOINED)
"""What is a question, with what is preset as its answer."""

OFFERING: Final = (Outcome.SAME, Outcome.UPDATE, Outcome.JOINED)
"""Where a row may say something else than what stands, which can be taken."""

NOT_TAKEN: Final = (Outcome.ERROR, Outcome.HIDDEN)


def outcome_of(found: Match, *, adds_details: bool) -> Outcome:
    """The outcome of a row in which somebody was recognised."""
    match found.verdict:
        case Verdict.NEW:
            return Outcome.NEW
        case Verdict.POSSIBLE:
            return Outcome.POSSIBLE
        case Verdict.JOINED:
            return Outcome.JOINED
        case Verdict.SAME if not adds_details:
            return Outcome.AGAIN if found.in_file else Outcome.SAME
    return Outcome.UPDATE
