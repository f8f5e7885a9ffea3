"""R12: half a sentence says where the user stands."""

import pytest

from campaigns.rules.situation import Situation, half_sentence


@pytest.mark.parametrize(
    ("situation", "typed", "words"),
    [
        (Situation.ENDED, "October", "my job ended in October"),
        (Situation.ENDED, " ", "my job has ended"),
        (Situation.STUDIES, "in June.", "I finish my studies in June"),
        (Situation.BACK, "three years  at home", "I am coming back after three years at home"),
        (Situation.NEW_HERE, "", "I am new here"),
        (Situation.NEW_HERE, "we moved to Hamburg in May", "I am new here: we moved to Hamburg in May"),
        (Situation.LOOKING, "February", "I have been looking since February"),
        (Situation.OWN, "after nine years I want to change", "after nine years I want to change"),
        (Situation.OWN, "", ""),
        (None, "October", ""),
    ],
)
def test_half_a_sentence(situation: Situation | None, typed: str, words: str) -> None:
    assert half_sentence(situation, typed) == words
