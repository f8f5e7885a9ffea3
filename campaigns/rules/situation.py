"""R12, *How I say it*: where the user stands, in half a sentence, asked once and said in every message.

Source: docs/method.md.
"""

from typing import Final

from accounts.rules.words import Worded


class Situation(Worded):
    """How it begins; what follows is typed."""

    ENDED = "ended", "My job ended in …"
    STUDIES = "studies", "I finish my studies …"
    BACK = "back", "I am coming back after …"
    NEW_HERE = "new_here", "I am new here"
    LOOKING = "looking", "I have been looking since …"
    OWN = "own", "In my own words"


_BEFORE_WHAT_IS_TYPED: Final = {
    Situation.ENDED: "my job ended in",
    Situation.STUDIES: "I finish my studies",
    Situation.BACK: "I am coming back after",
    Situation.LOOKING: "I have been looking since",
}
_ALONE: Final = {
    Situation.ENDED: "my job has ended",
    Situation.STUDIES: "I am finishing my studies",
    Situation.BACK: "I am coming back to work",
    Situation.NEW_HERE: "I am new here",
    Situation.LOOKING: "I am looking for work",
}


def half_sentence(situation: Situation | None, typed: str) -> str:
    """`my job ended in October`, without a full stop; empty where nothing was said."""
    words = " ".join(typed.split()).rstrip(".!")
    if situation is None:
        return ""
    if situation in _BEFORE_WHAT_IS_TYPED and words:
        return f"{_BEFORE_WHAT_IS_TYPED[situation]} {words}"
    if situation is Situation.NEW_HERE and words:
        return f"{_ALONE[situation]}: {words}"
    return _ALONE.get(situation, words)
