from datetime import date

import pytest

from meetings.rules.asking import (
    COME_BACK,
    INTRODUCE,
    TOO_EARLY,
    WHOSE_VIEW,
    AskKind,
    carries_a_referral,
    is_first_silence,
    own_rate,
    ready_words,
    the_close,
    warning,
)
from meetings.rules.purpose import PurposeKind

TUESDAY = date(2026, 11, 17)


@pytest.mark.parametrize(
    ("times_met", "told_of_use", "we_talk", "carries"),
    [
        (0, False, False, False),
        (1, False, False, False),
        (2, False, False, True),
        (1, True, False, True),
        (0, True, False, True),
        (0, False, True, True),
    ],
)
def test_a_referral_is_carried_by_a_relationship(
    times_met: int, told_of_use: bool, we_talk: bool, carries: bool
) -> None:
    assert carries_a_referral(times_met=times_met, told_of_use=told_of_use, we_talk=we_talk) is carries
    words = ready_words(times_met=times_met, told_of_use=told_of_use, we_talk=we_talk)
    assert words.startswith("Yes" if carries else "Not yet")


@pytest.mark.parametrize(
    ("times_met", "words"),
    [
        (0, "Not yet. After two meetings, or once you used one thing of theirs and they know"),
        (1, "Not yet. After a second meeting, or once you used one thing of theirs and they know"),
        (2, "Yes. Met twice"),
        (3, "Yes. Met three times"),
    ],
)
def test_what_is_still_to_come_is_said(times_met: int, words: str) -> None:
    assert ready_words(times_met=times_met, told_of_use=False, we_talk=False) == words


@pytest.mark.parametrize(
    ("ask", "purpose", "carries", "at_transition", "warned"),
    [
        (AskKind.REFERRAL, None, False, False, True),
        (AskKind.VIEW, PurposeKind.SOMEBODY, False, False, True),
        (None, PurposeKind.SOMEBODY, False, False, True),
        (AskKind.REFERRAL, None, True, False, False),
        (AskKind.REFERRAL, None, False, True, False),
        (AskKind.VIEW, PurposeKind.PATH, False, False, False),
        (None, None, False, False, False),
    ],
)
def test_asking_for_a_name_too_early_is_answered_with_a_better_ask(
    ask: AskKind | None, purpose: PurposeKind | None, carries: bool, at_transition: bool, warned: bool
) -> None:
    assert warning(ask, purpose, carries=carries, at_transition=at_transition) == (TOO_EARLY if warned else "")


def test_an_introduction_is_asked_for_at_the_close_only_where_it_is_carried() -> None:
    assert the_close(carries=False) == [COME_BACK, WHOSE_VIEW]
    assert the_close(carries=True) == [COME_BACK, f"{WHOSE_VIEW} {INTRODUCE}"]
    assert warning(AskKind.REFERRAL, None, WHOSE_VIEW, carries=False) == ""


def test_only_the_first_silence_is_explained() -> None:
    assert is_first_silence(0)
    assert not is_first_silence(1)


@pytest.mark.parametrize(
    ("asked", "yes", "words"),
    [
        (0, 0, None),
        (9, 9, None),
        (10, 0, "You asked 10, nobody said yes."),
        (12, 7, "You asked 12, 7 said yes."),
        (32, 24, "You asked 32, 24 said yes."),
    ],
)
def test_the_own_rate_is_said_from_ten_on(asked: int, yes: int, words: str | None) -> None:
    assert own_rate(asked, yes) == words
