"""What is kept in versions: which was said when, how long it takes aloud, and what changed (R12)."""

from dataclasses import dataclass
from datetime import date

import pytest

from pitch.rules.comparing import compared
from pitch.rules.spoken_time import spoken_time
from pitch.rules.versions import said_on


@dataclass(frozen=True)
class Version:
    name: str
    day: date | None


FIRST, SECOND, THIRD = Version("1", None), Version("2", date(2026, 11, 9)), Version("3", date(2026, 11, 18))


@pytest.mark.parametrize(
    ("versions", "day", "current"),
    [
        ([], 18, None),
        ([FIRST, SECOND, THIRD], 8, FIRST),
        ([FIRST, SECOND, THIRD], 9, SECOND),
        ([FIRST, SECOND, THIRD], 30, THIRD),
        ([SECOND, THIRD], 1, SECOND),  # told before it was written down
    ],
)
def test_told_was_what_was_current_that_day(versions: list[Version], day: int, current: Version | None) -> None:
    assert said_on(versions, date(2026, 11, day)) == current


@pytest.mark.parametrize(
    ("text", "seconds", "length"),
    [
        ("", 0, "0 words"),
        ("plant", 1, "1 word"),
        ("plant " * 150, 60, "150 words"),
        ("plant – " * 151, 61, "151 words"),  # a dash is no word
        ("राम शर्मा ने काम किया", 2, "5 words"),
        ("저는 식품 공장에서 일했습니다", 2, "4 words"),
        ("我经营食品厂。" * 30, 64, "180 characters"),
        ("食品工場で働いてきました。" * 20, 62, "240 characters"),
        ("ผมทำงานในโรงงานอาหาร" * 24, 60, "480 characters"),
        ("I led 王小明 well", 3, "3 words and 3 characters"),
    ],
)
def test_aloud_a_text_takes_what_its_script_takes(text: str, seconds: int, length: str) -> None:
    time = spoken_time(text)

    assert (time.seconds, time.length) == (seconds, length)


def test_what_was_measured_counts_and_no_estimate() -> None:
    time = spoken_time("plant " * 171, 58)

    assert (time.seconds, time.words, time.is_measured, time.is_over) == (58, 171, True, False)
    assert spoken_time("plant " * 171).is_over


def test_side_by_side_the_changed_words_are_marked() -> None:
    before, after = compared("I run late plants. Ask me.", "I run plants well. Ask me.")

    assert [part.words for part in before if part.changed] == ["late plants. "]
    assert [part.words for part in after if part.changed] == ["plants well. "]
    assert "".join(part.words for part in after) == "I run plants well. Ask me."
