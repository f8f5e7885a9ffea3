import pytest

from meetings.rules.time_plan import BACKGROUND, BECAME, CLOSE, QUESTION, THEY, time_plan


@pytest.mark.parametrize(
    ("minutes", "parts"),
    [
        (5, [5]),
        (10, [2, 2, 5, 1]),
        (15, [4, 2, 8, 1]),
        (20, [5, 3, 10, 2]),
        (30, [8, 3, 16, 3]),
        (60, [15, 3, 37, 5]),
        (600, [15, 3, 577, 5]),
    ],
)
def test_the_question_gets_half_of_the_time_and_more(minutes: int, parts: list[int]) -> None:
    plan = time_plan(minutes, has_given=False)

    assert [part.minutes for part in plan] == parts
    assert [part.words for part in plan] == ([THEY, BACKGROUND, QUESTION, CLOSE] if len(parts) > 1 else [QUESTION])


def test_who_gave_something_hears_what_became_of_it() -> None:
    assert [part.words for part in time_plan(20, has_given=True)] == [THEY, BECAME, QUESTION, CLOSE]


def test_the_parts_take_the_time_together() -> None:
    plans = {minutes: time_plan(minutes, has_given=False) for minutes in range(5, 601)}

    wrong = {
        minutes
        for minutes, plan in plans.items()
        if sum(part.minutes for part in plan) != minutes or min(part.minutes for part in plan) < 1
    }
    assert wrong == set()
