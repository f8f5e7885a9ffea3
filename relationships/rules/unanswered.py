"""R18: *They answered* is one tap while no answer to the last message is noted; an invitation has its own answers."""

from datetime import date, timedelta
from typing import Final

from meetings.rules.touch import Direction
from relationships.rules.history import History

ANSWERED_WITHIN: Final = timedelta(days=60)


def last_is_unanswered(history: History, today: date) -> bool:
    """Whether the latest touch is a message to them that may still be answered."""
    last = next(reversed(history.touches), None)
    if last is None or last.direction is not Direction.SENT or history.waiting_invitation:
        return False
    return today - last.day <= ANSWERED_WITHIN
