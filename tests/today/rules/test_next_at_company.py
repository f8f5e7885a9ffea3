"""Whom to turn to at a company."""

from functools import partial

import pytest

from relationships.rules.steps import NextStep, StepKind, Timing
from today.rules.next_at_company import NextThere, Reached, Turn, next_there


def person(name: str, timing: Timing = Timing.LATER, kind: StepKind = StepKind.REST, tie: str = "") -> Reached:
    step = NextStep(kind=kind, words=f"Step of {name}", timing=timing)
    return Reached(pk=1, name=f"{name} Marrick", short_name=name, step=step, tie=tie)


LATER, NOW = person("Later"), person("Now", Timing.NOW)
BOOK = Reached(pk=2, name="Alma Book", short_name="Alma")
RESTS = person("Rests", tie="Worked there")
FREE = person("Free", Timing.MAY_ASK, StepKind.ASK, tie="Knows about: Norda")
VIEW = "Whose view of Norda do you trust?"
there = partial(next_there, "Norda")


@pytest.mark.parametrize(
    ("found", "whom", "turn", "words", "why"),
    [
        (there([LATER, NOW], [BOOK], [FREE]), NOW, Turn.PERSON, "Step of Now", "Now Marrick works there."),
        (there([LATER], [BOOK], [FREE]), LATER, Turn.PERSON, "Step of Later", "Later Marrick works there."),
        (there([], [BOOK], [FREE]), BOOK, Turn.INVITE, "Ask Alma for 20 minutes",
         "Alma Book works there, and is in your address book."),
        (there([], [], [RESTS, FREE]), FREE, Turn.INVITE, f"Ask Free: {VIEW}", "Free Marrick: Knows about: Norda."),
        (there([], [], [RESTS]), RESTS, Turn.PERSON, f"Ask Rests: {VIEW}",
         "Rests Marrick: Worked there. First: Step of Rests."),
        (there([], [], []), None, Turn.CHOOSE, f"Ask whom you meet next: {VIEW}",
         "Your notes do not say who could introduce you."),
    ],
)  # fmt: skip
def test_somebody_there_stands_before_anybody_between(
    found: NextThere, whom: Reached | None, turn: Turn, words: str, why: str
) -> None:
    assert (found.whom, found.turn, found.words, found.why) == (whom, turn, words, why)
