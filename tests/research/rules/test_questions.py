"""R14: whom to ask next, by which words they are looked for, and the user's own order."""

import pytest

from research.rules.coverage import Source
from research.rules.questions import moved, telling_words
from research.rules.whom_to_ask import Candidate, whom_to_ask


def test_the_best_is_asked_first() -> None:
    candidates = [
        Candidate(person=1, company="acme", is_ticked=True, fits=9),  # a colleague of who was heard
        Candidate(person=2, company="brill", fits=1),
        Candidate(person=3, company="coy", fits=4),
        Candidate(person=7, company="fen", fits=1, is_free=True),
        Candidate(person=4, company="dim", is_ticked=True),
        Candidate(person=5, company="eel", is_ticked=True, is_met=True),
        Candidate(person=6, is_ticked=True, fits=9),  # introduced by who was heard
        Candidate(person=9, company="acme", is_ticked=True),  # has said something already
    ]
    order = whom_to_ask(candidates, [Source(person=9, company="acme")], {6: 9})

    assert [one.person for one in order] == [5, 4, 1, 6, 7, 3, 2]


def test_only_telling_words_look_for_somebody() -> None:
    words = ["who", "hires", "directors", "at", "owned", "makers", "about", "makers", "2026"]

    assert telling_words(words) == ["hires", "directors", "owned", "makers"]


@pytest.mark.parametrize(
    ("which", "above", "order"),
    [(3, 1, [3, 1, 2, 4]), (1, 3, [2, 1, 3, 4]), (4, 4, [1, 2, 3, 4]), (9, 1, [1, 2, 3, 4]), (1, 9, [1, 2, 3, 4])],
)
def test_one_is_moved_above_another_and_twice_is_once(which: int, above: int, order: list[int]) -> None:
    once = moved([1, 2, 3, 4], which, above=above)

    assert once == order == moved(once, which, above=above)
