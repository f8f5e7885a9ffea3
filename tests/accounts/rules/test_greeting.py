import pytest

from accounts.rules.greeting import day_sentence, greeting


@pytest.mark.parametrize(
    ("hour", "words"),
    [
        (0, "Good evening, Marta"),
        (4, "Good evening, Marta"),
        (5, "Good morning, Marta"),
        (11, "Good morning, Marta"),
        (12, "Good afternoon, Marta"),
        (17, "Good afternoon, Marta"),
        (18, "Good evening, Marta"),
        (23, "Good evening, Marta"),
    ],
)
def test_the_greeting_goes_by_the_hour(hour: int, words: str) -> None:
    assert greeting(hour, "Marta") == words


def test_who_gave_no_name_is_greeted_too() -> None:
    assert greeting(9, "") == "Good morning"


@pytest.mark.parametrize(
    ("coffees", "to_note", "to_do", "words"),
    [
        (2, 1, 7, "Two coffees, one to note, seven things to do."),
        (1, 0, 1, "One coffee, one thing to do."),
        (0, 3, 0, "Three to note."),
        (13, 0, 0, "13 coffees."),
        (0, 0, 0, ""),
    ],
)
def test_one_sentence_says_what_the_day_holds(coffees: int, to_note: int, to_do: int, words: str) -> None:
    assert day_sentence(coffees=coffees, to_note=to_note, to_do=to_do) == words
