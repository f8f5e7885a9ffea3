"""R19: the rows of a day, one a person, in the order of the groups of Today.

At most five; promises and introductions have a row also beyond the five. Who went quiet has at most two rows. One row
is somebody to ask, while this week's own figure wants more invitations, and on a working day that begins with fewer
than two one-on-ones booked in the next seven days. Source: docs/method.md.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from accounts.rules.words import capitalised, number_word
from campaigns.rules.business_days import DaysOff, is_business_day
from relationships.rules.steps import Group, NextStep, StepKind

ROWS: Final = 5
QUIET_ROWS: Final = 2
BOOKED_ENOUGH: Final = 2
ONE_A_DAY: Final = "One a day is enough."


def group_of_row(step: NextStep) -> Group | None:
    """The heading under which a step stands on Today; somebody of the address book is there to be asked."""
    return Group.ASK if step.kind is StepKind.ADD else step.group


def order(contact_id: int, step: NextStep) -> tuple[int, date, int]:
    """By group, then by the day since when it is due."""
    group = group_of_row(step)
    return group.place if group else len(Group), step.due or date.max, contact_id


def rows_of_the_day(steps: Mapping[int, NextStep], to_ask: Collection[int]) -> list[int]:
    """Who has a row, by the primary key of the contact and in order; `to_ask` are those who are to be asked."""
    in_order = sorted(_wanted(steps, to_ask), key=lambda contact_id: order(contact_id, steps[contact_id]))
    owed = {contact_id for contact_id in in_order if _is_owed(steps[contact_id])}
    others = [contact_id for contact_id in in_order if contact_id not in owed]
    kept = owed.union(others[: max(0, ROWS - len(owed))])
    return [contact_id for contact_id in in_order if contact_id in kept]


def _wanted(steps: Mapping[int, NextStep], to_ask: Collection[int]) -> Iterator[int]:
    quiet = sorted(
        (contact_id for contact_id, step in steps.items() if step.group is Group.QUIET and step.reason),
        key=lambda contact_id: order(contact_id, steps[contact_id]),
    )[:QUIET_ROWS]
    for contact_id, step in steps.items():
        group = group_of_row(step)
        if group is Group.ASK:
            if contact_id in to_ask:
                yield contact_id
        elif group is not None and (group is not Group.QUIET or contact_id in quiet):
            yield contact_id


def _is_owed(step: NextStep) -> bool:
    return step.group is not None and step.group.always_shown


def asks_today(*, invited: int, wanted: int, booked: int, today: date, off: DaysOff) -> bool:
    """Whether a row is somebody to ask: `invited` this week, of so many `wanted`; `booked` in the next seven days."""
    if today in off:
        return False
    return invited < wanted or (booked < BOOKED_ENOUGH and is_business_day(today))


def enough_asked(sent_on: Sequence[date], wanted: int, today: date) -> str:
    """Once as many were asked this week as the user wants, or somebody today; `sent_on` are this week's days."""
    if len(sent_on) < wanted:
        return ONE_A_DAY if today in sent_on else ""
    return f"{capitalised(number_word(len(sent_on)))} asked. No more asking needed this week."
