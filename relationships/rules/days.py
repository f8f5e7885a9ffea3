"""Four days from which lists, counts and Today know whether there is something to do with somebody (R21, R19).

Each is the start of something that ends only by a write, so that none of them changes as days go by: on a day off there
is something to do exactly when `owed_on` has come; otherwise when `acts_on` has come; else they have gone quiet when
`quiet_on` has come; else they may be asked when `free_on` has come. A random test holds them against the rule of the
next step.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from campaigns.rules.business_days import add_business_days
from meetings.rules.asking import PATIENCE
from meetings.rules.touch import Direction
from outcomes.rules.due import FollowUpKind
from relationships.rules.history import History, SentInvitation
from relationships.rules.may_be_asked import free_on
from relationships.rules.quiet import quiet_on

A_DAY: Final = timedelta(days=1)
THEIR_TURN: Final = timedelta(weeks=1)
"""So long two times that were offered in reply to a yes wait for an answer."""


@dataclass(frozen=True, kw_only=True)
class FourDays:
    """Copies on the contact; None where there is no such day. In the address book there is none."""

    owed_on: date | None = None
    acts_on: date | None = None
    free_on: date | None = None
    quiet_on: date | None = None


def four_days(history: History) -> FourDays:
    """The four days. None lies before the day until which somebody was left for now (R15)."""
    if not history.in_network or (history.left_on and not history.left_until):
        return FourDays()
    owed = list(_owed(history))
    return FourDays(
        owed_on=_not_before(history.left_until, min(owed, default=None)),
        acts_on=_not_before(history.left_until, min([*owed, *_acting(history)], default=None)),
        free_on=_not_before(history.left_until, free_on(history)),
        quiet_on=_not_before(history.left_until, quiet_on(history)),
    )


def is_owed(follow_up_kind: FollowUpKind, *, is_introduction: bool) -> bool:
    """Introductions made and promises: they stand on days off too, and always on Today."""
    return is_introduction or follow_up_kind is FollowUpKind.PROMISE


def silent_on(invitation: SentInvitation, history: History) -> date:
    """The day on which a waiting invitation asks for its reminder, or for leaving them for now (R17)."""
    return add_business_days(invitation.reminded_on or invitation.sent_on, PATIENCE, history.days_off)


def agree_on(invitation: SentInvitation, history: History) -> date:
    """The day on which a yes asks for its day: at once, or a week after it was answered in writing, while they have not
    written since: it is their turn (R21).
    """
    said = invitation.answered_on or invitation.sent_on
    offered = times_offered_on(invitation, history)
    return offered + THEIR_TURN if offered else said


def times_offered_on(invitation: SentInvitation, history: History) -> date | None:
    """The day of the user's answer to their yes; None where the last word is theirs, or a day came of it."""
    said = invitation.answered_on or invitation.sent_on
    last = next((touch for touch in reversed(history.touches) if touch.day >= said), None)
    if last is None or last.direction is not Direction.SENT:
        return None
    planned_since = any((one.planned_on or one.day) >= last.day for one in history.meetings)
    return None if planned_since else last.day


def _owed(history: History) -> Iterator[date]:
    for meeting in history.planned:
        yield meeting.day - A_DAY
    for one in history.follow_ups:
        if is_owed(one.kind, is_introduction=one.is_introduction):
            yield one.due


def _acting(history: History) -> Iterator[date]:
    for one in history.follow_ups:
        yield one.due
    for message in history.opened:
        yield message.opened_on + A_DAY
    if yes := history.yes_without_a_day:
        yield agree_on(yes, history)
    if waiting := history.waiting_invitation:
        yield silent_on(waiting, history)
    for item in history.given:
        if item.to_use_on:
            yield item.to_use_on


def _not_before(earliest: date | None, day: date | None) -> date | None:
    return max(earliest, day) if earliest and day else day
