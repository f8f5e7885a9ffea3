"""R2 and R19: every contact has one next step, and it is the main button of their page.

What is agreed or owed comes first, in the order of the daily review; then what waits for them; then what the method
proposes: find what you share, ask for a one-on-one, ask again. Source: docs/method.md.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Final

from campaigns.rules.days import on_day
from meetings.rules.asking import Answer, Step, asks_for_a_day, carries_a_referral, invitation_step
from outcomes.rules.due import FollowUpKind, is_red, overdue_words
from relationships.rules.facts import Facts, OpenFollowUp
from relationships.rules.steps import NextStep, StepKind

AGAIN_AFTER: Final = timedelta(weeks=3)


def next_step(facts: Facts, today: date) -> NextStep:
    """The one next step. Everybody has one: the last of them is to meet again."""
    return next(step for find in IN_ORDER if (step := find(facts, today)) is not None)


def _take_up(facts: Facts, _today: date) -> NextStep | None:
    if facts.is_away:
        return NextStep(kind=StepKind.BACK, words=f"You left {facts.name} for now.")
    if not facts.in_network:
        return NextStep(kind=StepKind.ADD, words=f"{facts.name} is in your address book.")
    return None


def _log(facts: Facts, today: date) -> NextStep | None:
    met = facts.to_log
    if met is None:
        return None
    words = f"How did it go {on_day(met.day, today)}?"
    return NextStep(kind=StepKind.LOG, words=words, about=met.meeting_id, due=met.day)


def _prepare_now(facts: Facts, today: date) -> NextStep | None:
    return _prepare(facts, today) if facts.planned and (facts.planned.day - today).days <= 1 else None


def _prepare(facts: Facts, today: date) -> NextStep | None:
    planned = facts.planned
    if planned is None:
        return None
    words = f"Meet {facts.name} {on_day(planned.day, today)}{f' at {planned.at}' if planned.at else ''}."
    return NextStep(kind=StepKind.PREPARE, words=words, about=planned.meeting_id, due=planned.day)


def _owed(facts: Facts, today: date) -> NextStep | None:
    """Due by today: introductions made, promises, thanks and news, in this order."""
    due = [follow_up for follow_up in facts.follow_ups if follow_up.due <= today]
    return (
        _first((follow_up for follow_up in due if follow_up.is_introduction), today)
        or _first(_of(due, FollowUpKind.PROMISE), today)
        or _first(_of(due, FollowUpKind.THANK_YOU, FollowUpKind.TELL), today)
    )


def _plan(facts: Facts, today: date) -> NextStep | None:
    invitation = facts.invitation
    if invitation is None or facts.planned or not asks_for_a_day(invitation.answer, invitation.answered_on, today):
        return None
    return NextStep(kind=StepKind.PLAN, words=f"{facts.name} said yes. Agree on a day.", about=invitation.invitation_id)


def _use(facts: Facts, _today: date) -> NextStep | None:
    item = facts.to_use
    if item is None:
        return None
    words = f"Put {facts.name}’s {item.kind.label.lower()} to use{f': {item.what}' if item.what else ''}"
    return NextStep(kind=StepKind.USE, words=words, about=item.item_id)


def _action_due(facts: Facts, today: date) -> NextStep | None:
    return _first((one for one in _of(facts.follow_ups, FollowUpKind.ACTION) if one.due <= today), today)


def _silence(facts: Facts, today: date) -> NextStep | None:
    """What they said they would do is due to be asked for, or an invitation stays without an answer."""
    overdue = _first((one for one in _of(facts.follow_ups, FollowUpKind.WAITING) if one.due <= today), today)
    if overdue or (invitation := facts.invitation) is None:
        return overdue
    match invitation_step(invitation.sent_on, invitation.reminded_on, invitation.answer, today):
        case Step.REMIND:
            words = f"One short reminder. You asked {facts.name} {on_day(invitation.sent_on, today)}."
            return NextStep(kind=StepKind.REMIND, words=words, about=invitation.invitation_id)
        case Step.LEAVE:
            words = f"You asked {facts.name} twice. Leave them for now?"
            return NextStep(kind=StepKind.LEAVE, words=words, about=invitation.invitation_id)
        case _:
            return None


def _to_come(facts: Facts, today: date) -> NextStep | None:
    """What the user wants to do later."""
    return _first((one for one in facts.follow_ups if one.kind is not FollowUpKind.WAITING), today)


def _their_turn(facts: Facts, today: date) -> NextStep | None:
    """What they said they would do, or an invitation that waits for an answer."""
    invitation = facts.invitation
    if invitation is None or invitation.answer is not Answer.WAITING:
        return _first(facts.follow_ups, today)
    asked = f"reminded {facts.name}" if invitation.reminded_on else f"asked {facts.name}"
    words = f"It is their turn. You {asked} {on_day(invitation.reminded_on or invitation.sent_on, today)}."
    return NextStep(kind=StepKind.WAIT, words=words, about=invitation.invitation_id)


def _propose(facts: Facts, today: date) -> NextStep | None:
    """What the method proposes where nothing is agreed, owed or waited for."""
    if not (facts.shares_something or facts.known_from_before):
        return NextStep(
            kind=StepKind.SHARE,
            words=f"Note what you and {facts.name} share.",
            hint="A place, a job, a person or a hobby.",
        )
    if facts.times_met:
        return _meet_again(facts, today)
    if facts.invitation and facts.invitation.answer in {Answer.NO, Answer.NO_ANSWER}:
        said = "said no" if facts.invitation.answer is Answer.NO else "did not answer"
        return NextStep(kind=StepKind.LEAVE, words=f"{facts.name} {said}. Leave them for now?")
    return NextStep(kind=StepKind.INVITE, words=f"Ask {facts.name} for 20 minutes.")


def _meet_again(facts: Facts, today: date) -> NextStep:
    carries = carries_a_referral(
        times_met=facts.times_met, told_of_use=facts.told_of_use, known_from_before=facts.known_from_before
    )
    if carries and facts.last_met is not None and today - facts.last_met >= AGAIN_AFTER:
        return NextStep(kind=StepKind.NAME, words=f"Ask {facts.name} who else you should talk to.")
    words = f"Meet {facts.name} again." if facts.gave_something else f"Ask {facts.name} for advice or a suggestion."
    return NextStep(kind=StepKind.AGAIN, words=words)


IN_ORDER: Final[tuple[Callable[[Facts, date], NextStep | None], ...]] = (
    _take_up,
    _log,
    _prepare_now,
    _owed,
    _plan,
    _use,
    _action_due,
    _silence,
    _prepare,
    _to_come,
    _their_turn,
    _propose,
)


def _of(follow_ups: Iterable[OpenFollowUp], *kinds: FollowUpKind) -> list[OpenFollowUp]:
    return [follow_up for follow_up in follow_ups if follow_up.kind in kinds]


def _first(follow_ups: Iterable[OpenFollowUp], today: date) -> NextStep | None:
    """The one that is due first, as a step."""
    first = min(follow_ups, key=lambda one: (one.due, one.follow_up_id), default=None)
    if first is None:
        return None
    return NextStep(
        kind=_act(first),
        words=first.what,
        about=first.follow_up_id,
        due=first.due,
        is_red=is_red(first.kind, first.due, today),
        hint=overdue_words(first.kind, first.due, today),
    )


def _act(follow_up: OpenFollowUp) -> StepKind:
    if follow_up.kind is FollowUpKind.WAITING:
        return StepKind.REMIND
    is_message = follow_up.is_introduction or follow_up.kind in {FollowUpKind.THANK_YOU, FollowUpKind.TELL}
    return StepKind.WRITE if is_message else StepKind.DO
