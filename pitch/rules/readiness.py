"""R12: ready to meet people is who can say where they stand, a position in one sentence, three skills, two or three
stories in all, the background for one-to-one, and a business card of at most 60 seconds with an ask.

What is missing is named until it is there; nothing is blocked by it. In the first two days of a search only what is
there is named. Source: docs/method.md.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from accounts.rules.words import capitalised, counted, number_word
from pitch.rules.spoken_time import MOST_SECONDS, spoken_time

SKILLS: Final = 3
STORIES: Final = 2
SENTENCES: Final = 4
TWO_DAYS: Final = timedelta(days=2)

NOT_SETTLED: Final = "Say what you would say today; every version is kept."
"""For who has not settled on a position."""

_NO_END: Final = "".join(rf"(?<!\b{short})" for short in ("St", "Dr", "Mr", "Mrs", "Ms", "Co", "Ltd", "Inc", "No"))
_END_OF_SENTENCE: Final = re.compile(rf"{_NO_END}(?<![.!?…])[.!?…]+[\"”’)]*\s+(?=[\"“‘(]*[^\W\d_a-z])")


@dataclass(frozen=True, kw_only=True)
class Told:
    """A story as far as it is written: what was wrong, what I did, what came of it, and the skill that it proves."""

    wrong: str = ""
    did: str = ""
    came_of_it: str = ""
    proves_a_skill: bool = False

    @property
    def is_whole(self) -> bool:
        parts = (self.wrong, self.did, self.came_of_it)
        return self.proves_a_skill and all(part.strip() for part in parts)


@dataclass(frozen=True, kw_only=True)
class Card:
    """The verbal business card; its seconds as they were measured."""

    text: str
    ask: str = ""
    seconds: int | None = None


@dataclass(frozen=True, kw_only=True)
class Pitch:
    """What the user says of themselves."""

    situation: str = ""
    position: str = ""
    skills: Sequence[str] = ()
    stories: Sequence[Told] = ()
    background: str = ""
    card: Card | None = None


@dataclass(frozen=True, kw_only=True)
class Check:
    """One thing that should be ready, and in words what it is or what it lacks."""

    ok: bool
    words: str


def checks(pitch: Pitch) -> list[Check]:
    """What should be ready before you meet anyone, in the order of the method."""
    return [
        _situation(pitch), _position(pitch), _skills(pitch), _stories(pitch), _background(pitch), _card(pitch),
    ]  # fmt: skip


def counts_what_is_missing(started_on: date, today: date) -> bool:
    """Nothing counts what is missing before the third day of a search."""
    return today >= started_on + TWO_DAYS


def lacking(pitch: Pitch) -> list[Check]:
    """The checks that are not met yet."""
    return [check for check in checks(pitch) if not check.ok]


def _situation(pitch: Pitch) -> Check:
    return Check(ok=bool(pitch.situation), words="How you say where you stand, in half a sentence")


def _position(pitch: Pitch) -> Check:
    sentences = count_sentences(pitch.position)
    if sentences <= 1:
        return Check(ok=sentences == 1, words="Position in one sentence")
    return Check(ok=False, words=f"Position in one sentence: it takes {number_word(sentences)}")


def _skills(pitch: Pitch) -> Check:
    there = sum(bool(skill.strip()) for skill in pitch.skills)
    so_far = f": {number_word(there)} so far" if 0 < there < SKILLS else ""
    return Check(ok=there >= SKILLS, words=f"Three skills that support it{so_far}")


def _stories(pitch: Pitch) -> Check:
    whole = sum(story.is_whole for story in pitch.stories)
    if whole >= STORIES:
        return Check(ok=True, words=f"{capitalised(counted(whole, 'story', 'stories'))} that show them")
    begun = len(pitch.stories)
    if whole:
        so_far = f": {number_word(whole)} so far"
    elif begun:
        so_far = f": {number_word(begun)} begun"
    else:
        so_far = ""
    return Check(ok=False, words=f"Two or three stories that show them{so_far}")


def _background(pitch: Pitch) -> Check:
    sentences = count_sentences(pitch.background)
    if sentences <= SENTENCES:
        return Check(ok=sentences > 0, words="Background for one-to-one, in words of your own")
    return Check(ok=False, words=f"Background for one-to-one in four sentences: it takes {number_word(sentences)}")


def _card(pitch: Pitch) -> Check:
    wanted, card = f"Business card of {MOST_SECONDS} seconds with an ask", pitch.card
    if card is None:
        return Check(ok=False, words=wanted)
    time = spoken_time(f"{card.text} {card.ask}", card.seconds)
    lacks = [
        f"it takes {time.seconds}" if time.is_over else "",
        "" if card.ask.strip() else "the ask is missing",
    ]
    said = " and ".join(filter(None, lacks))
    return Check(ok=not said, words=f"{wanted}: {said}" if said else wanted)


def count_sentences(text: str) -> int:
    """How many sentences a text is made of; the commonest abbreviations (`St. Ives`) end none."""
    return len(_END_OF_SENTENCE.split(text.strip())) if text.strip() else 0
