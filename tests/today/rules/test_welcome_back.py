"""R19: one question after four days away."""

from datetime import date, timedelta

import pytest

from today.rules.welcome_back import Late, question, was_away

MONDAY = date(2026, 11, 30)


@pytest.mark.parametrize(("days", "away"), [(1, False), (4, False), (5, True), (40, True), (-1, False)])
def test_after_four_days_away_is_asked(days: int, away: bool) -> None:
    assert was_away(MONDAY - timedelta(days=days), MONDAY) is away


def test_who_comes_for_the_first_time_was_not_away() -> None:
    assert not was_away(None, MONDAY)


@pytest.mark.parametrize(
    ("promises", "others", "words"),
    [
        (3, 14, "Keep the promises (3) and spread the other 14 over the next five days?"),
        (2, 1, "Keep the promises (2) and spread the other one over the next five days?"),
        (0, 4, "Spread 4 over the next five days?"),
        (3, 0, ""),
        (0, 0, ""),
    ],
)
def test_the_question_keeps_promises_and_spreads_the_rest(promises: int, others: int, words: str) -> None:
    assert question(Late(promises=promises, others=others)) == words
