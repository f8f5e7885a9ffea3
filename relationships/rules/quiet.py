"""R9: somebody who was met and not heard of has gone quiet: after 30 days or 90, or never.

After two messages without an answer it is their turn for 90 days. Days off count for no silence (R17).
Source: docs/method.md.
"""

from datetime import date
from typing import Final

from meetings.rules.touch import Direction
from outcomes.rules.items import ItemKind
from relationships.rules.history import History
from relationships.rules.may_be_asked import is_open_with

SOON: Final = 30
LATE: Final = 90
UNANSWERED: Final = 2


def quiet_on(history: History) -> date | None:
    """From when on they have gone quiet; None where they cannot: never met, something is open, or set so."""
    met = [*(meeting.day for meeting in history.held), *history.agreed_encounters]
    if not history.in_network or not met or history.never_quiet or is_open_with(history):
        return None
    heard_of = max([*met, *(touch.day for touch in history.touches)])
    off = history.days_off
    day = off.later(heard_of, SOON if _is_close(history) else LATE)
    their_turn_since = _unanswered_since(history, max(met))
    return max(day, off.later(their_turn_since, LATE)) if their_turn_since else day


def _is_close(history: History) -> bool:
    """They made or promised a referral, work at a target company, or are starred."""
    return history.starred or history.at_target or any(item.kind is ItemKind.REFERRAL for item in history.given)


def _unanswered_since(history: History, last_met: date) -> date | None:
    """The day of the last of two or more messages to them since they were met or wrote."""
    received = [touch.day for touch in history.touches if touch.direction is Direction.RECEIVED]
    heard = max([last_met, *received])
    sent = [touch.day for touch in history.touches if touch.direction is Direction.SENT and touch.day > heard]
    return max(sent) if len(sent) >= UNANSWERED else None
