"""R21: somebody with whom there is nothing to do rests, always with why and until when. Source: docs/method.md."""

from datetime import date, timedelta
from typing import Final

from campaigns.rules.days import MONTHS, day_in_sentence, on_day
from relationships.rules.history import History, Moment
from relationships.rules.may_be_asked import Bound, bounds
from relationships.rules.steps import NextStep, StepKind

SOON: Final = timedelta(days=60)
ALMOST_A_YEAR: Final = timedelta(days=330)


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
    free = f" Free again {_free_on(longest.until, today)}." if longest.until else ""
    return NextStep(kind=StepKind.REST, words=f"{longest.why}{free}", until=longest.until)


def _free_on(day: date, today: date) -> str:
    """`on 11 December`; months ahead the month alone: `in May`."""
    if day - today < SOON:
        return on_day(day, today)
    return f"in {MONTHS[day.month - 1]}{f' {day.year}' if day - today > ALMOST_A_YEAR else ''}"


def _how_long(bound: Bound) -> date:
    return bound.until or date.max
