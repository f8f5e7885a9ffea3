"""R17 and R18: a follow-up that asks somebody for a talk is an invitation, by whichever way it is sent.

It asks where somebody was introduced, agreed at an event to meet again, or had said later; unless they are asked or
have agreed by now, or were met since. Who was met before somebody introduced them is written to and asked for nothing.
Source: docs/method.md.
"""

from collections.abc import Iterable

from meetings.rules.purpose import EarlierPurpose, PurposeKind, first_choice
from relationships.rules.history import History, OpenFollowUp
from relationships.rules.may_be_asked import carries


def asks_for_a_talk(follow_up: OpenFollowUp, history: History) -> bool:
    """Whether doing it is to invite them; `history` is theirs as it stands before it is done."""
    if not follow_up.is_to_ask or history.waiting_invitation or history.planned or history.yes_without_a_day:
        return False
    return not any(follow_up.is_introduction or meeting.day >= follow_up.noted_on for meeting in history.held)


def purpose_to_ask_for(earlier: Iterable[EarlierPurpose], history: History) -> PurposeKind:
    """What a new invitation proposes (R4): who was met and may be asked for a name is asked again because of that."""
    return first_choice(earlier, to_name=bool(history.held) and carries(history))
