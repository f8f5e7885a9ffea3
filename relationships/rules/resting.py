"""R21: somebody with whom there is nothing to do rests, always with why and until when. Source: docs/method.md."""

from datetime import date

from campaigns.rules.days import day_in_sentence
from relationships.rules.history import History, Moment
from relationships.rules.may_be_asked import Bound, bounds
from relationships.rules.steps import NextStep, StepKind


def rest(history: History, now: Moment) -> NextStep:
    """Why they are left in peace today: what holds without end first, then what holds longest."""
    today = now.today
    if today in history.days_off:
        until = day_in_sentence(history.days_off.last_of(today), today)
        why = f"{history.called} said yes. " if history.yes_without_a_day else ""
        return NextStep(kind=StepKind.REST, words=f"{why}Your days off last until {until}.")
    if history.opened:
        return NextStep(kind=StepKind.REST, words=f"You are writing to {history.called}.")
    holding = [bound for bound in bounds(history, today) if bound.until is None or bound.until > today]
    longest = max(holding, key=_how_long, default=Bound(until=None, why=f"Nothing to do with {history.called} today."))
    return NextStep(kind=StepKind.REST, words=longest.why, until=longest.until)


def _how_long(bound: Bound) -> date:
    return bound.until or date.max
