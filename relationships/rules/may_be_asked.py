"""R10: who may be asked for a one-on-one, from when on, and why not before. Whether there is a reason is another rule.

Not asked is: with whom something other than an item is open; who was invited in the last ten business days, whatever
the answer; who did not answer twice, for six months or until somebody introduces; who said no, until something new is
recorded; with whom one spoke in the last three weeks; "Not now"; whose introduction is only promised. Source:
docs/method.md.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from campaigns.rules.business_days import add_business_days
from campaigns.rules.days import months_later, on_day
from contacts.rules.knowing import KnownAs
from meetings.rules.asking import Answer, carries_a_referral
from meetings.rules.touch import Channel, Direction
from relationships.rules.history import History, SentInvitation

JUST_ASKED: Final = 10
"""Business days after an invitation, whatever its answer."""

JUST_SPOKEN: Final = timedelta(weeks=3)
UNANSWERED_MONTHS: Final = 6
TWO_TRIES: Final = 2


@dataclass(frozen=True, kw_only=True)
class Bound:
    """One reason not to ask: until a day, on which they are free, or without end. `why` says it for that today."""

    until: date | None
    why: str


def bounds(history: History, today: date) -> list[Bound]:
    """Every reason that there is or was, for somebody of the network; the words are for this today."""
    return list(_bounds(history, today))


def free_on(history: History) -> date | None:
    """From when on they may be asked; None while something is open with them, or R10 excludes them without end."""
    if history.joined_on is None or history.not_for_this or is_open_with(history):
        return None
    days = [bound.until for bound in _bounds(history, history.joined_on)]
    known = [day for day in days if day]
    return max([history.joined_on, *known]) if len(known) == len(days) else None


def is_open_with(history: History) -> bool:
    """Whether something other than an item is open: a plan, a follow-up, an invitation, a yes, a message opened."""
    waits = history.waiting_invitation or history.yes_without_a_day
    return bool(history.planned or history.follow_ups or history.opened or waits)


def carries(history: History) -> bool:
    """Whether the relationship carries asking for a referral (R3)."""
    we_talk = history.known_as is KnownAs.WE_TALK
    return carries_a_referral(times_met=len(history.held), told_of_use=history.told_of_use, we_talk=we_talk)


def said_no_on(history: History) -> date | None:
    """The day of a no since which nothing new was recorded, whatever else they were asked before that day."""
    noes = [one for one in history.invitations if one.answer is Answer.NO and one.answered_on]
    latest = max(noes, key=lambda one: (one.answered_on or one.sent_on, one.sent_on, one.invitation_id), default=None)
    if latest is None or latest.answered_on is None:
        return None
    no_on = latest.answered_on
    asked_anew = any(
        one.sent_on > no_on or (one.sent_on == no_on and one.invitation_id > latest.invitation_id)
        for one in history.invitations
    )
    return None if asked_anew or _news_since(history, no_on) else no_on


def open_invitation(history: History) -> SentInvitation | None:
    """The one that a meeting agreed or held now comes of: it waits, was answered with later, or has no day yet."""
    latest = history.latest_invitation
    is_open = latest is not None and latest.answer in {Answer.WAITING, Answer.LATER}
    return latest if is_open else history.yes_without_a_day


def how_last(history: History) -> str:
    """What there was on the day of the last meeting or touch, as a sentence begins: who met or rang spoke."""
    day = history.last_spoke_on
    if day is None:
        return ""
    that_day = [touch for touch in history.touches if touch.day == day]
    if any(one.day == day for one in history.held) or any(one.channel is Channel.CALL for one in that_day):
        return "You spoke"
    if that_day[-1].channel is Channel.OTHER:
        return "You were in touch"
    return "You wrote" if that_day[-1].direction is Direction.SENT else "They wrote"


def _bounds(history: History, today: date) -> Iterator[Bound]:
    called, latest, spoke = history.called, history.latest_invitation, history.last_spoke_on
    if history.not_for_this:
        yield Bound(until=None, why="Not for this search.")
    if giver := history.only_promised_by:
        yield Bound(until=None, why=f"{giver} wants to introduce you.")
    if no_on := said_no_on(history):
        yield Bound(until=None, why=f"{called} said no {on_day(no_on, today)}.")
    if gave_up_on := _unanswered_twice(history):
        until = months_later(gave_up_on, UNANSWERED_MONTHS)
        yield Bound(until=until, why=f"{called} did not answer twice.")
    if history.not_now_until:
        yield Bound(until=history.not_now_until, why="Not now.")
    if latest:
        until = add_business_days(latest.sent_on, JUST_ASKED, history.days_off)
        yield Bound(until=until, why=f"You asked {called} {on_day(latest.sent_on, today)}.")
    if spoke:
        yield Bound(until=spoke + JUST_SPOKEN, why=f"{how_last(history)} {on_day(spoke, today)}.")
    if history.left_until:
        yield Bound(until=history.left_until, why=f"You left {called} for a while.")


def _unanswered_twice(history: History) -> date | None:
    """The day on which the second of two tries in a row was given up, unless somebody introduced them since."""
    alive_on = _last_sign(history)
    silent = [one for one in history.invitations if one.answer is Answer.NO_ANSWER and one.sent_on >= alive_on]
    if sum(_tries(one) for one in silent) < TWO_TRIES:
        return None
    gave_up_on = max(one.answered_on or one.sent_on for one in silent)
    return None if _introduced_since(history, gave_up_on) else gave_up_on


def _tries(invitation: SentInvitation) -> int:
    return TWO_TRIES if invitation.reminded_on else 1


def _last_sign(history: History) -> date:
    """When they last gave a sign: wrote, met, or answered."""
    answered = [
        one.answered_on
        for one in history.invitations
        if one.answer in {Answer.YES, Answer.LATER, Answer.NO} and one.answered_on
    ]
    return max([date.min, *answered, *_received(history), *(meeting.day for meeting in history.held)])


def _news_since(history: History, day: date) -> bool:
    """Whether something came of them or about them after a no; what the user sends, such as thanks, is nothing new."""
    came = [*_received(history), *(meeting.day for meeting in history.held), *(item.day for item in history.given)]
    return any(one > day for one in (*came, *history.agreed_encounters)) or _introduced_since(history, day)


def _introduced_since(history: History, day: date) -> bool:
    return any(one.introduced_on and one.introduced_on >= day for one in history.named_by)


def _received(history: History) -> list[date]:
    return [touch.day for touch in history.touches if touch.direction is Direction.RECEIVED]
