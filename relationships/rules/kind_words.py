"""R21: what is said to the user beside a next step that hurts: after a no. Source: docs/method.md."""

from typing import Final

from meetings.rules.touch import Direction
from relationships.rules.history import History, Moment
from relationships.rules.may_be_asked import said_no_on
from relationships.rules.steps import NextStep, StepKind

A_NO: Final = "A no is seldom about you, and it closes no door."


def rests_after_a_no(history: History, step: NextStep, now: Moment) -> bool:
    """Whether they rest because they said no, and for no other reason."""
    other_reason = history.not_for_this or history.only_promised_by or history.opened or now.today in history.days_off
    return step.kind is StepKind.REST and said_no_on(history) is not None and not other_reason


def wrote_after_a_no(history: History) -> bool:
    """Whether something was written to them since: the thanks are said."""
    day = said_no_on(history)
    return day is not None and any(one.day >= day for one in history.touches if one.direction is Direction.SENT)


def rests_for_the_giver(history: History, step: NextStep, now: Moment) -> bool:
    """Whether they rest because somebody wants to introduce them."""
    other_reason = history.not_for_this or history.opened or now.today in history.days_off
    return step.kind is StepKind.REST and bool(history.only_promised_by) and not other_reason
