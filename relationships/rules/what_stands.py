"""R21: the steps that follow from what stands with somebody: what is agreed, owed, to do, or their turn.

Each answers for one kind of thing, None where there is none of it; the order is relationships.rules.next_step's.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from campaigns.rules.days import on_day
from meetings.rules.meeting import Status
from outcomes.rules.due import FollowUpKind, is_message, is_red, overdue_words
from relationships.rules.days import agree_on, silent_on, times_offered_on
from relationships.rules.history import ArrangedMeeting, History, Moment, OpenFollowUp
from relationships.rules.steps import Group, NextStep, StepKind, Timing

GROUPS: Final = {
    FollowUpKind.PROMISE: Group.PROMISED,
    FollowUpKind.THANK_YOU: Group.THANK_TELL,
    FollowUpKind.TELL: Group.THANK_TELL,
    FollowUpKind.ACTION: Group.FOLLOW_UP,
    FollowUpKind.WAITING: Group.WAITING,
}


def how_did_it_go(history: History, now: Moment) -> NextStep | None:
    over = next((meeting for meeting in history.planned if meeting.is_over(now)), None)
    if over is None:
        return None
    words = f"How did it go {on_day(over.day, now.today)}?"
    return NextStep(kind=StepKind.LOG, words=words, timing=Timing.NOW, about=over.meeting_id, due=over.day)


def meeting_now(history: History, now: Moment) -> NextStep | None:
    soon = next((one for one in history.planned if one.day - now.today <= timedelta(days=1)), None)
    return _meeting(soon, history, now, Timing.NOW) if soon else None


def later_meeting(history: History, now: Moment) -> NextStep | None:
    return _meeting(history.planned[0], history, now, Timing.LATER) if history.planned else None


def _meeting(meeting: ArrangedMeeting, history: History, now: Moment, timing: Timing) -> NextStep:
    at = f" at {meeting.hour}" if meeting.hour else ""
    words = f"Meet {history.called} {on_day(meeting.day, now.today)}{at}."
    return NextStep(kind=StepKind.PREPARE, words=words, timing=timing, about=meeting.meeting_id, due=meeting.day)


def sent(history: History, now: Moment) -> NextStep | None:
    waiting = [message for message in history.opened if message.opened_on < now.today]
    if not waiting:
        return None
    first = min(waiting, key=lambda message: (message.opened_on, message.message_id))
    words = f"Did you send it to {history.called}?"
    return NextStep(
        kind=StepKind.SENT,
        words=words,
        timing=Timing.NOW,
        group=Group.SENT,
        about=first.message_id,
        due=first.opened_on,
    )


def owed(history: History, now: Moment) -> NextStep | None:
    """Introductions made, then promises."""
    introductions = [one for one in history.follow_ups if one.is_introduction]
    return _due(introductions, now) or _due(_of(history, FollowUpKind.PROMISE), now)


def agree_on_a_day(history: History, now: Moment) -> NextStep | None:
    yes = history.yes_without_a_day
    if yes is None or agree_on(yes, history) > now.today:
        return None
    ended = [one for one in history.meetings if one.status in {Status.CANCELLED, Status.NO_SHOW}]
    came_to_nothing = any((one.planned_on or one.day) >= yes.sent_on for one in ended)
    words = "Agree on another day." if came_to_nothing else "Agree on a day."
    return NextStep(
        kind=StepKind.PLAN,
        words=f"{history.called} said yes. {words}",
        timing=Timing.NOW,
        group=Group.AGREE,
        about=yes.invitation_id,
        due=agree_on(yes, history),
    )


def silence(history: History, now: Moment) -> NextStep | None:
    """Five business days without an answer: one reminder; five more: leave them for now; never a third try (R17)."""
    waiting = history.waiting_invitation
    if waiting is None or now.today < silent_on(waiting, history):
        return None
    asked = f"You asked {history.called} {on_day(waiting.sent_on, now.today)}"
    if waiting.reminded_on:
        kind, words = StepKind.LEAVE, f"Leave {history.called} for now?"
        hint = f"{asked}, and once more {on_day(waiting.reminded_on, now.today)}."
    else:
        kind, words, hint = StepKind.REMIND, f"One short reminder to {history.called}.", f"{asked}."
    return NextStep(
        kind=kind,
        words=words,
        timing=Timing.NOW,
        group=Group.SILENCE,
        about=waiting.invitation_id,
        due=silent_on(waiting, history),
        hint=hint,
    )


def thanks_and_news(history: History, now: Moment) -> NextStep | None:
    return _due(_of(history, FollowUpKind.THANK_YOU, FollowUpKind.TELL), now)


def put_to_use(history: History, now: Moment) -> NextStep | None:
    items = [item for item in history.given if item.to_use_on and item.to_use_on <= now.today]
    if not items:
        return None
    item = min(items, key=lambda one: (one.to_use_on or one.day, one.item_id))
    words = f"Put {history.called}’s {item.kind.label.lower()} to use{f': {item.what}' if item.what else '.'}"
    return NextStep(
        kind=StepKind.USE, words=words, timing=Timing.NOW, group=Group.TO_USE, about=item.item_id, due=item.to_use_on
    )


def other_due(history: History, now: Moment) -> NextStep | None:
    return _due(_of(history, FollowUpKind.ACTION), now) or _due(_of(history, FollowUpKind.WAITING), now)


def later_follow_up(history: History, now: Moment) -> NextStep | None:
    mine = [one for one in history.follow_ups if one.kind is not FollowUpKind.WAITING]
    return _follow_up(mine, now, Timing.LATER)


def their_turn(history: History, now: Moment) -> NextStep | None:
    """An invitation that waits for an answer, two times that wait for theirs, or what they said they would do."""
    waiting, yes = history.waiting_invitation, history.yes_without_a_day
    if yes and (wrote_on := times_offered_on(yes, history)):
        words = f"It is their turn. You wrote to {history.called} {on_day(wrote_on, now.today)}."
        return NextStep(kind=StepKind.PLAN, words=words, about=yes.invitation_id, due=agree_on(yes, history))
    if waiting is None:
        return _follow_up(history.follow_ups, now, Timing.LATER)
    asked = "reminded" if waiting.reminded_on else "asked"
    day = on_day(waiting.reminded_on or waiting.sent_on, now.today)
    words = f"It is their turn. You {asked} {history.called} {day}."
    return NextStep(kind=StepKind.WAIT, words=words, about=waiting.invitation_id, due=silent_on(waiting, history))


def _of(history: History, *kinds: FollowUpKind) -> list[OpenFollowUp]:
    return [one for one in history.follow_ups if one.kind in kinds and not one.is_introduction]


def _due(follow_ups: Iterable[OpenFollowUp], now: Moment) -> NextStep | None:
    return _follow_up([one for one in follow_ups if one.due <= now.today], now, Timing.NOW)


def _follow_up(follow_ups: Iterable[OpenFollowUp], now: Moment, timing: Timing) -> NextStep | None:
    """The one that is due first, as a step."""
    first = min(follow_ups, key=lambda one: (one.due, one.follow_up_id), default=None)
    if first is None:
        return None
    return NextStep(
        kind=_act(first),
        words=first.what,
        timing=timing,
        group=group_of(first.kind, is_introduction=first.is_introduction) if timing is Timing.NOW else None,
        about=first.follow_up_id,
        due=first.due,
        is_red=is_red(first.kind, first.due, now.today),
        hint=overdue_words(first.kind, first.due, now.today),
    )


def _act(follow_up: OpenFollowUp) -> StepKind:
    if follow_up.kind is FollowUpKind.WAITING:
        return StepKind.CHASE
    is_to_write = is_message(follow_up.kind, to_ask=follow_up.is_to_ask)
    return StepKind.WRITE if is_to_write else StepKind.DO


def group_of(kind: FollowUpKind, *, is_introduction: bool) -> Group:
    """Where a follow-up that is due stands on Today."""
    return Group.INTRODUCED if is_introduction else GROUPS[kind]
