"""What is kept in versions: which was said when, how long it takes aloud, and what changed (R12)."""

from dataclasses import dataclass
from datetime import date

import pytest

from pitch.rules.comparing import compared
from pitch.rules.spoken_time import estimated, spoken_time
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


@pytest.mark.parametrize(("words", "seconds"), [(0, 0), (1, 1), (150, 60), (151, 61), (171, 69)])
def test_aloud_a_minute_has_a_hundred_and_fifty_words(words: int, seconds: int) -> None:
    assert estimated(words) == seconds


def test_what_was_measured_counts_and_no_estimate() -> None:
    time = spoken_time("plant " * 171, 58)

    assert (time.seconds, time.words, time.is_measured, time.is_over) == (58, 171, True, False)
    assert spoken_time("plant " * 171).is_over


def test_side_by_side_the_changed_words_are_marked() -> None:
    before, after = compared("I run late plants. Ask me.", "I run plants well. Ask me.")

    assert [part.words for part in before if part.changed] == ["late plants. "]
    assert [part.words for part in after if part.changed] == ["plants well. "]
    assert "".join(part.words for part in after) == "I run plants well. Ask me."
