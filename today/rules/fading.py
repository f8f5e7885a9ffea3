"""R19: what a rule created and nobody promised goes by itself 21 days after its day, and so does a yes without a day.

Days off are not counted (R17). What somebody said they would do was promised too, by them. Source: docs/method.md.
"""

from datetime import date
from typing import Final

from campaigns.rules.business_days import DaysOff
from meetings.rules.meeting import Status
from outcomes.rules.due import FollowUpKind
from relationships.rules.history import History, SentInvitation

FADES_AFTER: Final = 21
"""Calendar days, those off not counted."""

PROMISED: Final = frozenset({FollowUpKind.PROMISE, FollowUpKind.WAITING})


def has_faded(day: date, today: date, off: DaysOff) -> bool:
    """Whether what was for that day is let go by today."""
    return off.later(day, FADES_AFTER) <= today


def yes_that_faded(history: History, today: date) -> SentInvitation | None:
    """The yes for which no day was found in time. A meeting that was called off starts the time anew."""
    yes = history.yes_without_a_day
    if yes is None or yes.answered_on is None:
        return None
    ended = [one.day for one in history.meetings if one.status in {Status.CANCELLED, Status.NO_SHOW}]
    since = max([yes.answered_on, *(day for day in ended if day <= today)])
    return yes if has_faded(since, today, history.days_off) else None
