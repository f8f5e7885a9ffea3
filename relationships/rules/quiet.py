"""R9: somebody who was met and not heard of has gone quiet: after 30 days or 90, or never.

After two messages without an answer it is their turn for 90 days. Days off count for no silence (R17). Who may be asked
and was never met one to one, or can be asked for a name, is asked instead. On Today they stand with a reason to write
or not at all. Source: docs/method.md.
"""

from datetime import date
from typing import Final

from meetings.rules.touch import Direction
from outcomes.rules.items import ItemKind, ReferralState, UsedAs
from relationships.rules.history import History
from relationships.rules.may_be_asked import carries, free_on, is_open_with

SOON: Final = 30
LATE: Final = 90
UNANSWERED: Final = 2


def quiet_on(history: History) -> date | None:
    """From when on they have gone quiet; None where they cannot: never met, something is open, or set so."""
    met = [*(meeting.day for meeting in history.held), *history.agreed_encounters]
    if not history.in_network or not met or history.never_quiet or is_open_with(history) or _is_asked(history):
        return None
    heard_of = max([*met, *(touch.day for touch in history.touches)])
    off = history.days_off
    day = off.later(heard_of, SOON if _is_close(history) else LATE)
    their_turn_since = _unanswered_since(history, max(met))
    return max(day, off.later(their_turn_since, LATE)) if their_turn_since else day


def reason_to_write(history: History) -> str:
    """What there is to say to them: what to ask next time, or news of what they gave; empty where there is nothing."""
    if history.ask_next_time:
        return f"Ask next time: {history.ask_next_time}"
    used = [item for item in history.given if item.used_as and item.used_as is not UsedAs.DECLINED]
    if used:
        what = f": {used[-1].what}" if used[-1].what else "."
        return f"You have used their {used[-1].kind.label.lower()}{what}"
    if any(item.referral_state is ReferralState.MET for item in history.given):
        return "You have met who they named."
    return ""


def _is_asked(history: History) -> bool:
    """They may be asked, now or later, with a reason: for a first cup, or for a name."""
    return free_on(history) is not None and (not history.held or carries(history))


def _is_close(history: History) -> bool:
    """They made or promised a referral, work at a target company, or are starred."""
    return history.starred or history.at_target or any(item.kind is ItemKind.REFERRAL for item in history.given)


def _unanswered_since(history: History, last_met: date) -> date | None:
    """The day of the last of two or more messages to them since they were met or wrote."""
    received = [touch.day for touch in history.touches if touch.direction is Direction.RECEIVED]
    heard = max([last_met, *received])
    sent = [touch.day for touch in history.touches if touch.direction is Direction.SENT and touch.day > heard]
    return max(sent) if len(sent) >= UNANSWERED else None
