"""R12: how long a text takes aloud: as it was measured, else estimated by how it is written.

With spaces between its words: 150 words a minute, as fast as English is spoken on average (National Center for Voice
and Speech), and what the meter of the design counts by. Without spaces the letters count. Read aloud, one and the same
text went at 228 words of English, 255 characters of Chinese and 357 of Japanese a minute (International Reading Speed
Texts, Trauzettel-Klosinski and Dietz, 2012); at the pace of 150 words these are 170 and 235. Thai, Lao, Khmer and
Burmese are not among those texts: they are taken at 160 syllables a minute, a slow language at the same pace, and three
letters to a syllable. A verbal business card takes at most 60 seconds. Source: docs/method.md.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

WORDS_A_MINUTE: Final = 150
CHINESE_A_MINUTE: Final = 170
JAPANESE_A_MINUTE: Final = 235
LETTERS_A_MINUTE: Final = 480
"""Of the scripts of South East Asia that set no spaces between words."""

MOST_SECONDS: Final = 60
A_SECOND: Final = 4
"""Units of the meter, which is 75 seconds long."""

METER: Final = 300

KANA: Final = re.compile("[\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9f]")
HAN: Final = re.compile("[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
NO_SPACES: Final = re.compile(
    "[\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd-\u0ec6\u0edc-\u0edf\u1000-\u102a\u1780-\u17b3]"
)
"""Letters of Thai, Lao, Burmese and Khmer; vowels and tones that stand above or below a letter are none."""


@dataclass(frozen=True, kw_only=True)
class SpokenTime:
    seconds: int
    words: int
    characters: int
    """Of what is written without spaces; it is not among the words."""

    is_measured: bool

    @property
    def is_over(self) -> bool:
        """Longer than a business card may be."""
        return self.seconds > MOST_SECONDS

    @property
    def bar(self) -> int:
        """How far the meter is filled."""
        return min(self.seconds * A_SECOND, METER)

    @property
    def length(self) -> str:
        """`122 words`, `240 characters`, `3 words and 240 characters`."""
        words = f"{self.words:,} word{'' if self.words == 1 else 's'}"
        characters = f"{self.characters:,} character{'' if self.characters == 1 else 's'}"
        if not self.characters:
            return words
        return f"{words} and {characters}" if self.words else characters


def spoken_time(text: str, measured: int | None = None) -> SpokenTime:
    kana, han, letters = (len(script.findall(text)) for script in (KANA, HAN, NO_SPACES))
    spaced = text
    for script in (KANA, HAN, NO_SPACES):
        spaced = script.sub(" ", spaced)
    words = sum(any(sign.isalnum() for sign in word) for word in spaced.split())
    east_asian = Fraction(kana + han, JAPANESE_A_MINUTE if kana else CHINESE_A_MINUTE)
    minutes = Fraction(words, WORDS_A_MINUTE) + east_asian + Fraction(letters, LETTERS_A_MINUTE)
    return SpokenTime(
        seconds=measured or estimated(minutes),
        words=words,
        characters=kana + han + letters,
        is_measured=bool(measured),
    )


def estimated(minutes: Fraction) -> int:
    """A begun second counts."""
    return -(-minutes * 60 // 1)
