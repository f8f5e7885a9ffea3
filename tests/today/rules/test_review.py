from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from today.rules.review import (
    Arranged,
    Group,
    Late,
    Row,
    arrange,
    fades,
    folded_words,
    nothing_due,
    welcome_back,
)

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 20)


def row(contact_id: int, group: Group, due: date | None = MONDAY) -> Row:
    return Row(contact_id=contact_id, group=group, key=f"{group}-{contact_id}", due=due)


def arranged(rows: list[Row], *, meetings: int = 0, booked: int = 2) -> Arranged:
    return arrange(rows, meetings=meetings, booked_next_7_days=booked, today=MONDAY)


ROWS = st.lists(
    st.builds(
        row, st.integers(1, 12), st.sampled_from(Group), st.none() | st.dates(date(2026, 11, 1), date(2026, 11, 30))
    ),
    max_size=30,
    unique_by=lambda row: row.key,
)


def test_the_rows_stand_in_the_order_of_the_method() -> None:
    groups = [group for group in Group if group is not Group.ASK][:7]
    rows = [row(number, group) for number, group in enumerate(reversed(groups))]

    assert [row.group for row in arranged(rows).shown] == groups


def test_within_a_group_what_is_due_first_comes_first() -> None:
    rows = [row(1, Group.PROMISED), row(2, Group.PROMISED, FRIDAY), row(3, Group.PROMISED, None)]

    assert [row.contact_id for row in arranged(rows).shown] == [2, 1, 3]


def test_the_day_of_the_prototype_has_ten_on_its_badge() -> None:
    rows = [
        *(row(number, group) for number, group in enumerate(list(Group)[:3])),
        *(row(number, group) for number, group in enumerate(list(Group)[4:8], start=10)),
        *(row(number, Group.NO_STEP, None) for number in range(20, 31)),
        row(40, Group.ASK, None),
    ]

    review = arranged(rows, meetings=3, booked=3)

    assert review.badge == 10
    assert len(review.shown) == 7
    assert review.folded_counts == {Group.NO_STEP: 11}


def test_one_person_has_one_row_and_the_rest_can_wait() -> None:
    review = arranged([row(1, Group.TO_USE), row(1, Group.PROMISED), row(2, Group.FOLLOW_UP)])

    assert [row.group for row in review.shown] == [Group.PROMISED, Group.FOLLOW_UP]
    assert review.folded == (row(1, Group.TO_USE),)


def test_what_is_due_tomorrow_is_no_matter_of_today() -> None:
    review = arranged([row(1, Group.PROMISED, MONDAY + timedelta(days=1))])

    assert review == Arranged(shown=(), folded=(), badge=0)


@pytest.mark.parametrize(("booked", "asked"), [(0, True), (1, True), (2, False), (5, False)])
def test_somebody_to_ask_has_a_row_while_few_are_booked(booked: int, asked: bool) -> None:
    rows = [*(row(number, Group.PROMISED) for number in range(9)), row(20, Group.ASK, None), row(21, Group.ASK, None)]

    review = arranged(rows, booked=booked)

    assert (row(20, Group.ASK, None) in review.shown) is asked
    assert len(review.shown) == 7
    assert review.folded_counts == {Group.PROMISED: 3 if asked else 2}


def test_the_best_to_ask_is_taken_and_stands_in_its_place() -> None:
    rows = [row(9, Group.ASK, None), row(1, Group.ASK, None), row(2, Group.TO_USE), row(3, Group.PROMISED)]

    assert [row.contact_id for row in arranged(rows, booked=0).shown] == [3, 9, 2]


def test_who_is_written_to_for_another_reason_is_not_asked_as_well() -> None:
    rows = [row(1, Group.ASK, None), row(2, Group.ASK, None), row(1, Group.PROMISED), row(2, Group.NO_STEP, None)]

    review = arranged(rows, booked=0)

    assert [(row.contact_id, row.group) for row in review.shown] == [(1, Group.PROMISED), (2, Group.ASK)]
    assert review.folded == (row(2, Group.NO_STEP, None),)


def test_no_more_than_two_quiet_people_are_shown() -> None:
    review = arranged([row(number, Group.QUIET, None) for number in range(5)])

    assert len(review.shown) == 2
    assert review.folded_counts == {Group.QUIET: 3}


def test_rows_stand_under_their_headings() -> None:
    rows = [row(1, Group.PROMISED), row(2, Group.PROMISED), row(3, Group.QUIET, None)]

    assert [(group, len(under)) for group, under in arranged(rows).by_group()] == [
        (Group.PROMISED, 2),
        (Group.QUIET, 1),
    ]


@given(ROWS, st.integers(0, 5), st.integers(0, 4))
def test_the_review_is_short_and_loses_nothing(rows: list[Row], meetings: int, booked: int) -> None:
    review = arranged(rows, meetings=meetings, booked=booked)
    tasks = {row for row in rows if row.group is not Group.ASK and (row.due is None or row.due <= MONDAY)}
    contacts = [row.contact_id for row in review.shown]

    assert len(review.shown) <= 7
    assert len(set(contacts)) == len(contacts)
    assert {row for row in (*review.shown, *review.folded) if row.group is not Group.ASK} == tasks
    assert len(review.folded) == len(set(review.folded))
    assert not set(review.folded) & set(review.shown)
    assert [row.group.place for row in review.shown] == sorted(row.group.place for row in review.shown)
    assert review.badge == len(review.shown) + meetings
    assert sum(row.group is Group.ASK for row in review.shown) <= (1 if booked < 2 else 0)


def test_what_can_wait_is_said_in_words() -> None:
    assert folded_words({Group.NO_STEP: 5, Group.FOLLOW_UP: 5}) == "five follow-ups, five people without a next step"
    assert folded_words({Group.QUIET: 1, Group.NO_STEP: 13}) == "one gone quiet, 13 people without a next step"
    assert folded_words({}) == ""


@pytest.mark.parametrize(
    ("last_seen", "promises", "others", "words"),
    [
        (date(2026, 11, 17), 3, 14, "Keep the promises (3) and spread the other 14 over the next five days?"),
        (date(2026, 11, 18), 3, 1, "Keep the promises (3) and spread the other one over the next five days?"),
        (date(2026, 11, 19), 3, 7, ""),
        (date(2026, 11, 19), 3, 8, "Keep the promises (3) and spread the other 8 over the next five days?"),
        (date(2026, 11, 22), 0, 11, "Spread 11 over the next five days?"),
        (date(2026, 11, 22), 0, 10, ""),
        (date(2026, 10, 1), 3, 0, ""),
        (date(2026, 10, 1), 0, 0, ""),
        (None, 0, 4, ""),
        (None, 1, 10, "Keep the promises (1) and spread the other 10 over the next five days?"),
    ],
)
def test_coming_back_is_one_question(last_seen: date | None, promises: int, others: int, words: str) -> None:
    assert welcome_back(last_seen, Late(promises=promises, others=others), MONDAY) == words


@pytest.mark.parametrize(
    ("created_by_rule", "promised", "age", "gone"),
    [(True, False, 20, False), (True, False, 21, True), (True, True, 99, False), (False, False, 99, False)],
)
def test_what_nobody_promised_fades(created_by_rule: bool, promised: bool, age: int, gone: bool) -> None:
    created_on = MONDAY - timedelta(days=age)

    assert fades(created_by_rule=created_by_rule, promised=promised, created_on=created_on, today=MONDAY) is gone


def test_an_empty_day_is_a_good_one_to_ask() -> None:
    assert nothing_due("Tove Marrick") == "Nothing due today. A good day to ask someone new: Tove Marrick."
    assert nothing_due("") == "Nothing due today."
