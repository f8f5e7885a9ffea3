"""R14: what the campaign wants to know; each question says how many people it wants to hear. Source: docs/method.md."""

from collections.abc import Iterable, Sequence
from typing import Final

from accounts.rules.words import Worded

A_FACT: Final = 1
PRESET: Final = 3
A_JUDGEMENT: Final = 5

WANTED: Final = (
    (A_FACT, "One person: it is a fact"),
    (PRESET, "Three people"),
    (A_JUDGEMENT, "Five people: it is a judgement"),
)
"""How many people are wanted, and what is asked for by it."""


class CameOfIt(Worded):
    """What became of an answer."""

    POSITION = "position", "My position changed"
    PITCH = "pitch", "What I say changed"
    QUESTION = "question", "It led to the next question"
    NOTHING = "nothing", "Nothing changed"


SHORTEST_TELLING: Final = 4
"""Letters; shorter words stand in every question."""

_IN_EVERY_QUESTION: Final = (
    "about after again also answer been before being best could does ever find from good have into just know like made"
    " make makes many more most much must need needs only other people person really should some such take than that"
    " their them then there these they thing this those time very want wants well were what when where whether which"
    " while whom whose will with work would your"
)


def telling_words(words: Iterable[str]) -> list[str]:
    """Of the folded words of a question those by which somebody who knows about it may be found, each once."""
    say_nothing = _IN_EVERY_QUESTION.split()
    return [
        word
        for word in dict.fromkeys(words)
        if len(word) >= SHORTEST_TELLING and word not in say_nothing and not word.isdecimal()
    ]


def moved(order: Sequence[int], which: int, *, above: int) -> list[int]:
    """The order in which one stands right above another; as it was where either is not in it. Twice is once."""
    if which == above or which not in order or above not in order:
        return list(order)
    left = [one for one in order if one != which]
    place = left.index(above)
    return [*left[:place], which, *left[place:]]
