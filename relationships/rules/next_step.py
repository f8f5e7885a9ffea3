"""R21: every relationship has one next step, and every screen shows this one.

In this order: take up again, or add; how did it go?; the meeting of today or tomorrow; sent?; introduction made or
promise due; agree on a day; silence; thanks and news due; put to use; other follow-up or waiting due; a later meeting;
later follow-ups; their turn; ask, or ask again for a name; write to who went quiet; ask again; rest, with why and until
when. On a day off (R17) only meetings, introductions and promises are for that day. Source: docs/method.md.
"""

from collections.abc import Callable
from typing import Final

from campaigns.rules.days import day_in_sentence, on_day
from relationships.rules import what_stands
from relationships.rules.history import History, Moment
from relationships.rules.may_be_asked import carries, free_on, how_last
from relationships.rules.quiet import quiet_on, reason_to_write
from relationships.rules.resting import rest
from relationships.rules.steps import Group, NextStep, StepKind, Timing

Find = Callable[[History, Moment], NextStep | None]


def next_step(history: History, now: Moment) -> NextStep:
    """The one next step; everybody has one, and the last of them is to rest."""
    off = now.today in history.days_off
    order = ON_A_DAY_OFF if off else IN_ORDER
    return next((step for find in order if (step := find(history, now)) is not None), None) or rest(history, now)


def _take_up(history: History, now: Moment) -> NextStep | None:
    if history.is_away(now.today):
        until = history.left_until
        until_words = f"until {day_in_sentence(until, now.today)}" if until else "for now"
        words = f"You left {history.called} {until_words}."
        return NextStep(kind=StepKind.BACK, words=words, until=until)
    if not history.in_network:
        return NextStep(kind=StepKind.ADD, words=f"{history.called} is in your address book.")
    return None


def _ask(history: History, now: Moment) -> NextStep | None:
    free = free_on(history)
    if free is None or free > now.today:
        return None
    times_met = len(history.held)
    if not times_met:
        again = "again " if history.invitations else ""
        return _proposal(StepKind.ASK, f"Ask {history.called} {again}for 20 minutes.")
    if carries(history):
        return _proposal(StepKind.NAME, f"Ask {history.called} who else you should talk to.")
    words = f"Meet {history.called} again." if history.given else f"Ask {history.called} for advice or a suggestion."
    return _proposal(StepKind.AGAIN, words)


def _proposal(kind: StepKind, words: str) -> NextStep:
    return NextStep(kind=kind, words=words, timing=Timing.MAY_ASK, group=Group.ASK)


def _quiet(history: History, now: Moment) -> NextStep | None:
    day = quiet_on(history)
    if day is None or day > now.today:
        return None
    spoke, reason = history.last_spoke_on, reason_to_write(history)
    last = f"{how_last(history)} last {on_day(spoke, now.today)}." if spoke else ""
    hint = " ".join(filter(None, (last, reason)))
    words = f"Write to {history.called}."
    return NextStep(
        kind=StepKind.QUIET, words=words, timing=Timing.QUIET, group=Group.QUIET, due=day, hint=hint, reason=reason
    )


IN_ORDER: Final[tuple[Find, ...]] = (
    _take_up,
    what_stands.how_did_it_go,
    what_stands.meeting_now,
    what_stands.sent,
    what_stands.owed,
    what_stands.agree_on_a_day,
    what_stands.silence,
    what_stands.thanks_and_news,
    what_stands.put_to_use,
    what_stands.other_due,
    what_stands.later_meeting,
    what_stands.later_follow_up,
    what_stands.their_turn,
    _quiet,
    _ask,
)

ON_A_DAY_OFF: Final[tuple[Find, ...]] = (
    _take_up,
    what_stands.how_did_it_go,
    what_stands.meeting_now,
    what_stands.owed,
    what_stands.later_meeting,
    what_stands.later_follow_up,
    what_stands.their_turn,
)
