"""R22: smaller figures after two weeks below one's own, again after four, never to who reached them."""

from datetime import date, timedelta

import pytest

from campaigns.rules.progress import A_WEEK, Week
from today.rules.smaller_figures import full_weeks, smaller_figures

LAST = date(2026, 11, 16)
"""The Monday of the last week that is over."""


def weeks(*asked: int, met: int = 1, paused: tuple[int, ...] = ()) -> list[Week]:
    """The latest first; three invitations and one conversation are wanted."""
    return [
        Week(
            starts_on=LAST - number * A_WEEK,
            invitations=count,
            invitations_wanted=3,
            conversations=met,
            conversations_wanted=1,
            paused=number in paused,
        )
        for number, count in enumerate(asked)
    ]


@pytest.mark.parametrize(
    ("asked", "answered_weeks_ago", "is_offered"),
    [
        ((2,), None, False),
        ((2, 0), None, True),
        ((3, 0, 0, 0), None, False),
        ((2, 3, 0, 0), None, False),
        ((2, 2), 0, False),
        ((2, 2, 2), 1, False),
        ((2, 2, 2, 2), 2, True),
        ((2, 2, 2, 2, 2), 0, False),
        ((2, 2, 3, 2, 2), 2, True),
    ],
)
def test_it_is_offered_after_two_weeks_and_again_after_four(
    asked: tuple[int, ...], answered_weeks_ago: int | None, is_offered: bool
) -> None:
    answered = None if answered_weeks_ago is None else LAST + A_WEEK - answered_weeks_ago * A_WEEK + timedelta(days=1)

    assert (smaller_figures(weeks(*asked), answered) is not None) is is_offered


def test_only_what_was_missed_is_made_smaller_and_a_pause_does_not_count() -> None:
    offered = smaller_figures(weeks(1, 0, 1, paused=(1,)), None)

    assert offered is not None
    assert (offered.words, offered.weeks) == ("two invitations, one conversation", 2)
    assert smaller_figures(weeks(1, 0, 3, paused=(1,)), None) is None
    assert smaller_figures(weeks(3, 3, met=0), None) is None  # one conversation cannot be less
    assert smaller_figures([], None) is None


def test_the_week_in_which_the_search_began_is_no_full_one() -> None:
    assert full_weeks(date(2026, 11, 26), date(2026, 11, 3)) == [LAST, LAST - A_WEEK]
