from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.rules.cups import (
    Cup,
    HeldMeeting,
    called,
    cups_and_refills,
    milestones,
    more_words,
    next_milestone,
    number_cups,
    saved_words,
)

DAY = date(2026, 9, 21)
GRAHAM, LOTTE = 1, 2


def held(contact_id: int, days: int, meeting_id: int) -> HeldMeeting:
    return HeldMeeting(contact_id=contact_id, day=DAY + timedelta(days=days), meeting_id=meeting_id)


MEETINGS = st.lists(
    st.builds(held, st.integers(1, 6), st.integers(0, 9), st.integers(1, 10_000)),
    unique_by=lambda meeting: meeting.meeting_id,
)


def test_the_first_meeting_with_a_person_is_a_cup_and_later_ones_are_refills() -> None:
    cups = number_cups([held(GRAHAM, 20, 3), held(LOTTE, 4, 2), held(GRAHAM, 0, 1), held(GRAHAM, 40, 4)])

    assert cups == [
        Cup(number=1, contact_id=GRAHAM, day=DAY, meeting_id=1, refills=(3, 4)),
        Cup(number=2, contact_id=LOTTE, day=DAY + timedelta(days=4), meeting_id=2),
    ]


def test_of_two_on_one_day_the_one_noted_first_is_first() -> None:
    assert [cup.contact_id for cup in number_cups([held(LOTTE, 0, 8), held(GRAHAM, 0, 7)])] == [GRAHAM, LOTTE]


@given(MEETINGS)
def test_there_are_as_many_cups_as_people_met(meetings: list[HeldMeeting]) -> None:
    cups = number_cups(meetings)

    assert {cup.contact_id for cup in cups} == {meeting.contact_id for meeting in meetings}
    assert [cup.number for cup in cups] == list(range(1, len(cups) + 1))
    assert [cup.day for cup in cups] == sorted(cup.day for cup in cups)
    assert sum(1 + len(cup.refills) for cup in cups) == len(meetings)


@given(MEETINGS)
def test_the_order_in_which_meetings_are_read_does_not_matter(meetings: list[HeldMeeting]) -> None:
    assert number_cups(reversed(meetings)) == number_cups(meetings)


def test_each_meeting_has_its_name() -> None:
    cups = number_cups([held(GRAHAM, day, 100 + day) for day in range(13)])

    names = called(cups)

    assert names[100] == "Cup 1"
    assert names[101] == "Second coffee"
    assert names[110] == "Coffee 11"
    assert names[112] == "Coffee 13"


@pytest.mark.parametrize(
    ("cups", "refills", "words"),
    [(0, 0, "None yet"), (1, 0, "1 cup"), (1, 1, "1 cup, 1 refill"), (1, 2, "1 cup, 2 refills"), (21, 0, "21 cups")],
)
def test_cups_and_refills_are_said_apart(cups: int, refills: int, words: str) -> None:
    assert cups_and_refills(cups, refills) == words


@pytest.mark.parametrize(
    ("goal", "marks"), [(50, [5, 10, 25, 50]), (30, [5, 10, 25, 30]), (100, [5, 10, 25, 50, 100]), (3, [3]), (5, [5])]
)
def test_the_goal_is_the_last_milestone(goal: int, marks: list[int]) -> None:
    assert milestones(goal) == marks


@pytest.mark.parametrize(
    ("count", "mark", "more", "saved"),
    [
        (0, 5, "five more", "Cup 0. Five to the next milestone."),
        (4, 5, "one more", "Cup 4. One to the next milestone."),
        (5, 10, "five more", "Cup 5. Five to the next milestone."),
        (21, 25, "four more", "Cup 21. Four to the next milestone."),
        (22, 25, "three more", "Cup 22. Three to the next milestone."),
        (25, 50, "25 more", "Cup 25. 25 to the next milestone."),
        (50, None, "", "Cup 50."),
        (61, None, "", "Cup 61."),
    ],
)
def test_the_next_milestone_is_named_until_the_goal_is_reached(
    count: int, mark: int | None, more: str, saved: str
) -> None:
    assert next_milestone(count, 50) == mark
    assert more_words(count, 50) == more
    assert saved_words(count, 50) == saved
