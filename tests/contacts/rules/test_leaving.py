from datetime import date

import pytest

from contacts.rules.leaving import LeftBecause, is_away

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("left_on", "until", "away"),
    [
        (None, None, False),
        (None, date(2026, 12, 1), False),
        (date(2026, 11, 1), None, True),
        (date(2026, 11, 1), date(2026, 11, 24), True),
        (date(2026, 11, 1), date(2026, 11, 23), False),
        (date(2026, 11, 1), date(2026, 11, 22), False),
        (TODAY, None, True),
    ],
)
def test_who_is_waited_for_comes_back_by_themselves(left_on: date | None, until: date | None, away: bool) -> None:
    assert is_away(left_on, until, TODAY) is away


def test_there_are_four_reasons_to_leave_for_now() -> None:
    assert [reason.label for reason in LeftBecause] == [
        "No answer after two tries", "Not interested", "Not the right person", "Wait until",
    ]  # fmt: skip
