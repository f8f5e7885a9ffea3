"""R7: days are calendar days, business days Monday to Friday; nothing is created overdue, and red is for promises.

Source: docs/method.md.
"""

from datetime import date
from typing import Final

from accounts.rules.words import Worded
from campaigns.rules.business_days import add_business_days, next_business_day
from campaigns.rules.days import day_in_sentence, on_day, written_day

__all__ = [
    "FollowUpKind",
    "add_business_days",
    "is_message",
    "is_red",
    "is_to_ask",
    "never_overdue",
    "next_business_day",
    "overdue_words",
    "snooze_days",
    "thank_you_due",
]

SNOOZES: Final = (1, 3, 7)


class FollowUpKind(Worded):
    """Why something is to be done for, or by, a contact."""

    ACTION = "action", "You wanted to"
    PROMISE = "promise", "Promised"
    THANK_YOU = "thank_you", "Thank-you"
    TELL = "tell", "Tell"
    WAITING = "waiting", "They said they would"


def thank_you_due(met_on: date, logged_on: date) -> date:
    """The next business day after the meeting, or after it was logged if that is later."""
    return next_business_day(max(met_on, logged_on))


def never_overdue(due: date, today: date) -> date:
    """Nothing is created overdue: a day that is past becomes today."""
    return max(due, today)


def snooze_days(today: date) -> list[date]:
    """The days that putting off offers: 1, 3 and 7 business days from today, whenever it had been due."""
    return [add_business_days(today, number) for number in SNOOZES]


def is_to_ask(*, introduction: bool, encounter: int | None, invitation: int | None) -> bool:
    """Whether it is there to ask somebody for a talk: they were introduced, agreed at an event, or had said later."""
    return introduction or encounter is not None or invitation is not None


def is_message(kind: FollowUpKind, *, to_ask: bool) -> bool:
    """Whether doing it is to write, and is noted as sent (R8, R18)."""
    return to_ask or kind in {FollowUpKind.THANK_YOU, FollowUpKind.TELL}


def is_red(kind: FollowUpKind, due: date, today: date) -> bool:
    """Red is only for what was promised to a person, and its day is past."""
    return kind is FollowUpKind.PROMISE and due < today


def overdue_words(kind: FollowUpKind, due: date, today: date) -> str:
    """`Promised for Friday`; for all others `Since Friday` once the day is past, and before it the day itself."""
    if kind is FollowUpKind.PROMISE:
        return f"Promised for {day_in_sentence(due, today)}"
    if due < today:
        return f"Since {day_in_sentence(due, today)}"
    if kind is FollowUpKind.WAITING and due > today:
        return f"Ask {on_day(due, today)}"
    return written_day(due, today)
