"""Four days from which lists, counts and Today know whether there is something to do with somebody (R21, R19).

Each is the start of something that ends only by a write, so that none of them changes as days go by: on a day off there
is something to do exactly when `owed_on` has come; otherwise when `acts_on` has come; else they may be asked when
`free_on` has come; else they have gone quiet when `quiet_on` has come. A random test holds them against the rule of the
next step.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from campaigns.rules.business_days import add_business_days
from meetings.rules.asking import PATIENCE
from outcomes.rules.due import FollowUpKind
from relationships.rules.history import History, SentInvitation
from relationships.rules.may_be_asked import free_on
from relationships.rules.quiet import quiet_on

A_DAY: Final = timedelta(days=1)


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
        yield yes.answered_on or yes.sent_on
    if waiting := history.waiting_invitation:
        yield silent_on(waiting, history)
    for item in history.given:
        if item.to_use_on:
            yield item.to_use_on


def _not_before(earliest: date | None, day: date | None) -> date | None:
    return max(earliest, day) if earliest and day else day
