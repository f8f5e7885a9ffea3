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
_END_OF_SENTENCE: Final = re.compile(
    rf"{_NO_END}(?<![.!?…।])[.!?…।]+[\"”’)]*\s+(?=[\"“‘(]*[^\W\d_a-z])"  # where a space follows
    r"|(?<![。！？])[。！？]+[」』”’）]*\s*(?=[^\s。！？」』”’）])"  # Chinese and Japanese set none
)


@dataclass(frozen=True, kw_only=True)
class Told:
    """A story as far as it is written: what was wrong, what I did, what came of it, and the skill that it proves."""

    wrong: str = ""
    did: str = ""
    came_of_it: str = ""
    proves_a_skill: bool = False

    @property
    def is_written(self) -> bool:
        return all(part.strip() for part in (self.wrong, self.did, self.came_of_it))

    @property
    def is_whole(self) -> bool:
        return self.is_written and self.proves_a_skill


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
    """One thing that should be ready, and in words what it is or what it lacks; `is_there`: something of it is."""

    ok: bool
    words: str
    is_there: bool = False

    @property
    def state(self) -> str:
        """Missing is only what nothing is there of."""
        if self.ok:
            return "Met"
        return "Not yet" if self.is_there else "Missing"


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
    takes = f"Your position takes {number_word(sentences)} sentences; one is wanted"
    return Check(ok=False, words=takes, is_there=True)


def _skills(pitch: Pitch) -> Check:
    there = sum(bool(skill.strip()) for skill in pitch.skills)
    so_far = f": {number_word(there)} so far" if 0 < there < SKILLS else ""
    return Check(ok=there >= SKILLS, words=f"Three skills that support it{so_far}", is_there=there > 0)


def _stories(pitch: Pitch) -> Check:
    whole = sum(story.is_whole for story in pitch.stories)
    if whole >= STORIES:
        return Check(ok=True, words=f"{capitalised(counted(whole, 'story', 'stories'))} that show them")
    no_skill = sum(story.is_written and not story.proves_a_skill for story in pitch.stories)
    begun = len(pitch.stories) - whole - no_skill
    so_far = [
        f"{number_word(whole)} so far" if whole else "",
        f"for {number_word(no_skill)} choose the skill it proves" if no_skill else "",
        f"{number_word(begun)} begun" if begun else "",
    ]
    said = ": ".join(filter(None, ["Two or three stories that show them", ", ".join(filter(None, so_far))]))
    return Check(ok=False, words=said, is_there=bool(pitch.stories))


def _background(pitch: Pitch) -> Check:
    sentences = count_sentences(pitch.background)
    if sentences <= SENTENCES:
        return Check(ok=sentences > 0, words="Background for one-to-one, in words of your own")
    takes = f"Your background takes {number_word(sentences)} sentences; {number_word(SENTENCES)} are wanted"
    return Check(ok=False, words=takes, is_there=True)


def _card(pitch: Pitch) -> Check:
    wanted, card = f"Business card of {MOST_SECONDS} seconds with an ask", pitch.card
    if card is None:
        return Check(ok=False, words=wanted)
    time = spoken_time(f"{card.text} {card.ask}", card.seconds)
    lacks = [
        f"takes {time.seconds} seconds; {MOST_SECONDS} are wanted" if time.is_over else "",
        "" if card.ask.strip() else "has no ask yet",
    ]
    said = ". It ".join(filter(None, lacks))
    return Check(ok=not said, words=f"Your card {said}" if said else wanted, is_there=True)


def count_sentences(text: str) -> int:
    """How many sentences a text is made of; the commonest abbreviations (`St. Ives`) end none."""
    return len(_END_OF_SENTENCE.split(text.strip())) if text.strip() else 0
