"""R15: a contact is left for now for one of four reasons; who is left until a day comes back by itself.

Source: docs/method.md.
"""

from datetime import date

from accounts.rules.words import Worded


class LeftBecause(Worded):
    """The four reasons, one click each."""

    NO_ANSWER = "no_answer", "No answer after two tries"
    NOT_INTERESTED = "not_interested", "Not interested"
    NOT_RIGHT = "not_right", "Not the right person"
    WAIT = "wait", "Wait until"


def is_away(left_on: date | None, until: date | None, today: date) -> bool:
    """Left for now: out of board, review and proposals; on the day they are waited for they are back by themselves."""
    return left_on is not None and (until is None or today < until)
