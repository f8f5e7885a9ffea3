"""R13: at most two stories that this contact has not heard, the one whose trigger fits their company or the purpose
first. Source: docs/method.md.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from meetings.rules.purpose import shares_a_word

MOST: Final = 2
ALL_HEARD: Final = "Ask which one stayed with them."
"""For who has heard every story: the answer is a recall."""


@dataclass(frozen=True, kw_only=True)
class KnownStory:
    """A story of the user's, and the sentence that should bring it back."""

    story_id: int
    title: str
    trigger: str = ""


def to_tell(stories: Iterable[KnownStory], heard: Collection[int], about: Iterable[str]) -> list[KnownStory]:
    """At most two of those not heard; `about` names their company, and what the meeting is for."""
    wanted = " ".join(about)
    unheard = [story for story in stories if story.story_id not in heard]
    return sorted(unheard, key=lambda story: not shares_a_word(story.trigger, wanted))[:MOST]
