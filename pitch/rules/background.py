"""The background for one-to-one (R12): at most four sentences, said briefly, and no ask.

Until it is a text of the user's own it is put together from what is stored; what is not stored is left out.
Source: docs/method.md.
"""

from collections.abc import Sequence
from typing import Final

from accounts.rules.words import capitalised

MOST_PLACES: Final = 3


def background(*, worked_at: Sequence[str], situation: str, position: str, skills: Sequence[str]) -> str:
    """Where I worked, where I stand, what I look for, what I bring; empty where nothing is stored."""
    sentences = (
        f"I have worked at {_listed(worked_at[:MOST_PLACES])}." if worked_at else "",
        f"{capitalised(situation)}." if situation else "",
        looking_for(position),
        f"What I bring: {'; '.join(skill.strip().rstrip('.') for skill in skills)}." if skills else "",
    )
    return " ".join(sentence for sentence in sentences if sentence)


def looking_for(position: str) -> str:
    """`The position that I look for: operations director in a food maker.`"""
    said = position.strip().rstrip(". ")
    return f"The position that I look for: {said}." if said else ""


def _listed(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
