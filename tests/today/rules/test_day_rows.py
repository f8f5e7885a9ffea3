"""R19: at most five rows, promises and introductions always, one to ask, at most two who went quiet."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from campaigns.rules.business_days import NO_DAYS_OFF, DaysOff
from relationships.rules.steps import Group, NextStep, StepKind, Timing
from today.rules.day_rows import asks_today, enough_asked, rows_of_the_day

MONDAY = date(2026, 11, 23)
TUESDAY = date(2026, 11, 24)
SATURDAY = date(2026, 11, 28)


def step(group: Group | None, due: date | None = MONDAY, kind: StepKind = StepKind.DO) -> NextStep:
    timing = Timing.NOW if group else Timing.LATER
    return NextStep(kind=kind, words="Something.", timing=timing, group=group, due=due)


def steps(groups: Iterable[Group | None]) -> dict[int, NextStep]:
    return dict(enumerate((step(group) for group in groups), start=1))


def test_the_rows_stand_in_the_order_of_the_groups() -> None:
    every = list(Group)

    found = rows_of_the_day(steps(reversed(every)), to_ask=())

    placed = [list(reversed(every))[contact_id - 1] for contact_id in found]
    assert placed == [Group.SENT, Group.INTRODUCED, Group.PROMISED, Group.AGREE, Group.SILENCE]


@pytest.mark.parametrize(("promises", "others", "rows"), [(0, 9, 5), (2, 9, 5), (5, 9, 5), (9, 9, 9), (9, 0, 9)])
def test_five_rows_and_promises_beyond_them_always(promises: int, others: int, rows: int) -> None:
    found = rows_of_the_day(steps([Group.PROMISED] * promises + [Group.THANK_TELL] * others), to_ask=())

    assert len(found) == rows
    assert sum(contact_id <= promises for contact_id in found) == promises


def test_within_a_group_what_is_due_first_comes_first() -> None:
    days = [MONDAY, MONDAY - timedelta(days=3), MONDAY - timedelta(days=1)]

    found = rows_of_the_day({n: step(Group.THANK_TELL, day) for n, day in enumerate(days)}, to_ask=())

    assert found == [1, 2, 0]


def test_at_most_two_went_quiet_each_with_a_reason_to_write() -> None:
    quiet = {n: replace(step(Group.QUIET), reason="Ask next time: the audits" if n > 1 else "") for n in (1, 2, 3, 4)}
    assert rows_of_the_day(quiet, to_ask=()) == [2, 3]


def test_one_is_asked_and_no_other() -> None:
    asking = {n: step(Group.ASK, None, StepKind.ASK) for n in (1, 2, 3)}

    assert rows_of_the_day(asking, to_ask=(2,)) == [2]
    assert rows_of_the_day(asking, to_ask=()) == []


def test_somebody_of_the_address_book_can_be_asked() -> None:
    book = {1: step(None, None, StepKind.ADD), 2: step(Group.PROMISED), 3: step(Group.WAITING)}

    assert rows_of_the_day(book, to_ask=(1,)) == [2, 1, 3]
    assert rows_of_the_day(book, to_ask=()) == [2, 3]


def test_with_whom_there_is_nothing_to_do_has_no_row() -> None:
    assert rows_of_the_day(steps([None, Group.TO_USE]), to_ask=()) == [2]


@pytest.mark.parametrize(
    ("invited", "wanted", "booked", "day", "off", "asks"),
    [
        (2, 3, 5, MONDAY, False, True),
        (3, 3, 5, MONDAY, False, False),
        (3, 3, 2, MONDAY, False, False),
        (3, 3, 1, MONDAY, False, True),
        (3, 3, 0, SATURDAY, False, False),
        (2, 3, 0, SATURDAY, False, True),
        (0, 3, 0, MONDAY, True, False),
    ],
)
def test_one_row_a_day_is_somebody_to_ask_while_the_own_figure_wants_more(
    invited: int, wanted: int, booked: int, day: date, off: bool, asks: bool
) -> None:
    days = DaysOff(((day, day),)) if off else NO_DAYS_OFF

    assert asks_today(invited=invited, wanted=wanted, booked=booked, today=day, off=days) is asks


@pytest.mark.parametrize(
    ("sent_on", "words"),
    [
        ([MONDAY] * 4, ""),
        ([MONDAY, TUESDAY], "One a day is enough"),
        ([MONDAY] * 5, "Five asked. No more asking needed this week."),
        ([TUESDAY] * 13, "13 asked. No more"),
    ],
)
def test_it_is_said_once_enough_were_asked(sent_on: list[date], words: str) -> None:
    said = enough_asked(sent_on, 5, TUESDAY)
    assert said.startswith(words)
    assert bool(said) is bool(words)
