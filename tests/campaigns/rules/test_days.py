from datetime import date

import pytest

from campaigns.rules.days import day_in_sentence, full_day, on_day, short_day, weekday, written_day

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 23), "Today"),
        (date(2026, 11, 22), "Yesterday"),
        (date(2026, 11, 24), "Tomorrow"),
        (date(2026, 11, 20), "Friday"),
        (date(2026, 11, 17), "Tuesday"),
        (date(2026, 11, 16), "16 November"),
        (date(2026, 11, 29), "Sunday"),
        (date(2026, 11, 30), "30 November"),
        (date(2027, 1, 4), "4 January 2027"),
        (date(2025, 11, 23), "23 November 2025"),
    ],
)
def test_a_day_is_written_as_people_say_it(day: date, words: str) -> None:
    assert written_day(day, MONDAY) == words


def test_near_days_keep_their_words_over_the_turn_of_the_year() -> None:
    assert written_day(date(2026, 12, 31), date(2027, 1, 1)) == "Yesterday"
    assert written_day(date(2026, 12, 28), date(2027, 1, 1)) == "Monday"
    assert written_day(date(2026, 12, 20), date(2027, 1, 1)) == "20 December 2026"


@pytest.mark.parametrize(
    ("day", "inside", "on"),
    [
        (date(2026, 11, 22), "yesterday", "yesterday"),
        (date(2026, 11, 23), "today", "today"),
        (date(2026, 11, 20), "Friday", "on Friday"),
        (date(2026, 11, 4), "4 November", "on 4 November"),
    ],
)
def test_inside_a_sentence_only_names_keep_their_capital(day: date, inside: str, on: str) -> None:
    assert day_in_sentence(day, MONDAY) == inside
    assert on_day(day, MONDAY) == on


def test_tables_have_the_short_form() -> None:
    assert short_day(date(2026, 11, 18), MONDAY) == "18 Nov"
    assert short_day(date(2027, 5, 1), MONDAY) == "1 May 2027"


def test_choices_name_the_weekday_and_the_day() -> None:
    assert full_day(date(2026, 12, 2), MONDAY) == "Wednesday 2 December"
    assert full_day(date(2028, 2, 29), MONDAY) == "Tuesday 29 February 2028"
    assert weekday(MONDAY) == "Monday"
