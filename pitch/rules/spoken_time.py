"""R12: how long a text takes aloud: as it was measured, else estimated from its words.

150 words a minute is how fast English is spoken on average (National Center for Voice and Speech), and what the meter
of the design counts by. A verbal business card takes at most 60 seconds. Source: docs/method.md.
"""

from dataclasses import dataclass
from typing import Final

WORDS_A_MINUTE: Final = 150
MOST_SECONDS: Final = 60
A_SECOND: Final = 4
"""Units of the meter, which is 75 seconds long."""

METER: Final = 300


@dataclass(frozen=True, kw_only=True)
class SpokenTime:
    seconds: int
    words: int
    is_measured: bool

    @property
    def is_over(self) -> bool:
        """Longer than a business card may be."""
        return self.seconds > MOST_SECONDS

    @property
    def bar(self) -> int:
        """How far the meter is filled."""
        return min(self.seconds * A_SECOND, METER)


def spoken_time(text: str, measured: int | None = None) -> SpokenTime:
    words = len(text.split())
    return SpokenTime(seconds=measured or estimated(words), words=words, is_measured=bool(measured))


def estimated(words: int) -> int:
    """A begun second counts."""
    return -(-words * 60 // WORDS_A_MINUTE)
