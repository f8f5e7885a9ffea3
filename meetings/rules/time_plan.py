"""A plan for the time of a one-on-one: the relationship first, a brief background, the one question, the close.

The question gets what the others leave, which is half of it and more. Source: docs/method.md.
"""

from dataclasses import dataclass
from typing import Final

USUAL: Final = 20
"""Minutes that are asked for, and taken where none were agreed."""

TOO_SHORT: Final = 10
"""Below this there is time for the question alone."""

LONGEST_OPENING: Final = 15
LONGEST_CLOSE: Final = 5

THEY: Final = "How they are, and what you share"
BACKGROUND: Final = "Your background"
BECAME: Final = "What became of what they gave you"
QUESTION: Final = "Your question"
CLOSE: Final = "The close"


@dataclass(frozen=True, kw_only=True)
class PartOfTime:
    """So many minutes, and what for."""

    minutes: int
    words: str


def time_plan(minutes: int, *, has_given: bool) -> list[PartOfTime]:
    """The parts in their order, which take these minutes together; who gave something hears what became of it."""
    if minutes < TOO_SHORT:
        return [PartOfTime(minutes=minutes, words=QUESTION)]
    they = min(round(minutes / 4), LONGEST_OPENING)
    background = 2 if minutes < USUAL else 3
    close = min(minutes // 10, LONGEST_CLOSE)
    return [
        PartOfTime(minutes=they, words=THEY),
        PartOfTime(minutes=background, words=BECAME if has_given else BACKGROUND),
        PartOfTime(minutes=minutes - they - background - close, words=QUESTION),
        PartOfTime(minutes=close, words=CLOSE),
    ]
