from datetime import date

import pytest

from outcomes.rules.due import FollowUpKind, is_red, never_overdue, overdue_words, snooze_days, thank_you_due

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("met_on", "logged_on", "due"),
    [
        (date(2026, 11, 18), date(2026, 11, 18), date(2026, 11, 19)),
        (FRIDAY, FRIDAY, MONDAY),
        (FRIDAY, date(2026, 11, 22), MONDAY),
        (FRIDAY, MONDAY, date(2026, 11, 24)),
        (FRIDAY, date(2026, 11, 19), MONDAY),
        (date(2026, 10, 25), date(2026, 10, 25), date(2026, 10, 26)),
    ],
)
def test_thanks_are_due_on_the_next_business_day(met_on: date, logged_on: date, due: date) -> None:
    assert thank_you_due(met_on, logged_on) == due


def test_nothing_is_created_overdue() -> None:
    assert never_overdue(FRIDAY, MONDAY) == MONDAY
    assert never_overdue(MONDAY, MONDAY) == MONDAY
    assert never_overdue(date(2026, 12, 1), MONDAY) == date(2026, 12, 1)


def test_putting_off_counts_business_days_from_today() -> None:
    assert snooze_days(MONDAY) == [date(2026, 11, 24), date(2026, 11, 26), date(2026, 12, 2)]
    assert snooze_days(date(2026, 11, 21)) == [MONDAY, date(2026, 11, 25), date(2026, 12, 1)]


@pytest.mark.parametrize(
    ("kind", "due", "words", "red"),
    [
        (FollowUpKind.PROMISE, FRIDAY, "Promised for Friday", True),
        (FollowUpKind.PROMISE, date(2026, 11, 22), "Promised for yesterday", True),
        (FollowUpKind.PROMISE, date(2026, 11, 10), "Promised for 10 November", True),
        (FollowUpKind.PROMISE, MONDAY, "Promised for today", False),
        (FollowUpKind.PROMISE, date(2026, 11, 27), "Promised for Friday", False),
        (FollowUpKind.ACTION, FRIDAY, "Since Friday", False),
        (FollowUpKind.ACTION, MONDAY, "Today", False),
        (FollowUpKind.ACTION, date(2026, 11, 24), "Tomorrow", False),
        (FollowUpKind.ACTION, date(2026, 12, 1), "1 December", False),
        (FollowUpKind.THANK_YOU, date(2026, 11, 22), "Since yesterday", False),
        (FollowUpKind.TELL, date(2025, 11, 23), "Since 23 November 2025", False),
        (FollowUpKind.WAITING, FRIDAY, "Since Friday", False),
        (FollowUpKind.WAITING, MONDAY, "Today", False),
        (FollowUpKind.WAITING, date(2026, 11, 25), "Ask on Wednesday", False),
    ],
)
def test_red_is_only_for_what_was_promised_to_a_person(kind: FollowUpKind, due: date, words: str, red: bool) -> None:
    assert overdue_words(kind, due, MONDAY) == words
    assert is_red(kind, due, MONDAY) is red
