from datetime import date

import pytest

from campaigns.rules.progress import Pause, Week, is_paused, week_of, week_start

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("day", "monday"),
    [
        (date(2026, 11, 23), MONDAY),
        (date(2026, 11, 29), MONDAY),
        (date(2026, 11, 22), date(2026, 11, 16)),
        (date(2027, 1, 1), date(2026, 12, 28)),
    ],
)
def test_weeks_begin_on_monday(day: date, monday: date) -> None:
    assert week_start(day) == monday


def test_the_week_counts_what_was_done_from_monday_to_sunday() -> None:
    week = week_of(
        date(2026, 11, 25),
        invited=[date(2026, 11, 22), MONDAY, date(2026, 11, 29), date(2026, 11, 30)],
        held=[date(2026, 11, 22), date(2026, 11, 24), date(2026, 11, 24)],
        invitations_wanted=5,
        conversations_wanted=2,
    )

    assert week == Week(
        starts_on=MONDAY,
        invitations=2,
        invitations_wanted=5,
        conversations=2,
        conversations_wanted=2,
        paused=False,
    )


@pytest.mark.parametrize(
    ("pause", "paused"),
    [
        (Pause(start=date(2026, 11, 23), end=date(2026, 11, 27)), True),
        (Pause(start=date(2026, 11, 27), end=date(2026, 12, 4)), True),
        (Pause(start=date(2026, 11, 1), end=None), True),
        (Pause(start=date(2026, 11, 28), end=date(2026, 11, 29)), False),
        (Pause(start=date(2026, 11, 16), end=date(2026, 11, 22)), False),
        (Pause(start=date(2026, 12, 1), end=None), False),
    ],
)
def test_a_pause_that_takes_a_business_day_leaves_the_week_out(pause: Pause, paused: bool) -> None:
    assert is_paused(MONDAY, [pause]) is paused
