"""R14: what the campaign wants to know; each question says how many people it wants to hear. Source: docs/method.md."""

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
