from datetime import date

import pytest

from contacts.rules.part_days import birthday_words, first_day, is_birthday, parts_of, since_words


@pytest.mark.parametrize(
    ("day", "month", "year", "is_one"),
    [
        (17, 5, None, True),
        (29, 2, None, True),
        (29, 2, 1981, False),
        (29, 2, 1980, True),
        (31, 4, None, False),
        (1, 13, None, False),
    ],
)
def test_a_birthday_may_do_without_its_year(day: int, month: int, year: int | None, is_one: bool) -> None:
    assert is_birthday(day, month, year) is is_one


def test_a_birthday_in_words() -> None:
    assert birthday_words(17, 5, None) == "17 May"
    assert birthday_words(17, 5, 1980) == "17 May 1980"
    assert birthday_words(None, None, None) == ""


@pytest.mark.parametrize(
    ("parts", "day", "words"),
    [
        ((2009, None, None), date(2009, 1, 1), "2009"),
        ((2009, 5, None), date(2009, 5, 1), "May 2009"),
        ((2009, 5, 17), date(2009, 5, 17), "17 May 2009"),
    ],
)
def test_what_is_known_of_a_day_is_what_is_shown(
    parts: tuple[int, int | None, int | None], day: date, words: str
) -> None:
    assert first_day(*parts) == day
    assert parts_of(day) == parts
    assert since_words(day) == words


def test_no_day_comes_of_a_day_without_its_month_or_of_nonsense() -> None:
    assert first_day(2009, None, 17) is None
    assert first_day(2009, 2, 30) is None
    assert parts_of(None) == (None, None, None)
