"""R10: where nobody is left to ask, one row says what to do instead, in turn: each day another.

Whom did the last three people mention? Two prompts of *Who do I know?* An event. Choose ten of the address book.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from accounts.rules.words import Worded

TWO: Final = 2
WHERE_THEY_MEET: Final = "Where do people of your field meet? Two or three who agree to meet again are enough."


class Turn(Worded):
    """The things to do; the label is the button."""

    MENTIONED = "mentioned", "Add a person"
    PROMPTS = "prompts", "Who do I know?"
    EVENT = "event", "Plan an event"
    CHOOSE = "choose", "Choose ten"


@dataclass(frozen=True, kw_only=True)
class NobodyLeft:
    """One of them, in words."""

    turn: Turn
    words: str


def turn_of(*, talked: Sequence[str], prompts: Sequence[str], has_book: bool, today: date) -> NobodyLeft:
    """The one of the day among those that are possible.

    `talked` are the last people met, the latest first; `prompts` those of *Who do I know?* that nobody was named under.
    """
    possible = {Turn.MENTIONED: bool(talked), Turn.PROMPTS: bool(prompts), Turn.EVENT: True, Turn.CHOOSE: has_book}
    turns = [turn for turn in Turn if possible[turn]]
    turn = turns[today.toordinal() % len(turns)]
    match turn:
        case Turn.MENTIONED:
            return NobodyLeft(turn=turn, words=f"Whom did {_listed(talked)} mention?")
        case Turn.PROMPTS:
            return NobodyLeft(turn=turn, words=" ".join(["Who comes to mind?", *(f"{one}?" for one in prompts[:TWO])]))
        case Turn.EVENT:
            return NobodyLeft(turn=turn, words=WHERE_THEY_MEET)
        case _:
            return NobodyLeft(turn=turn, words="Ten people of your address book would be glad to hear from you.")


def _listed(names: Sequence[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last
