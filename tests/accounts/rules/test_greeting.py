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


@pytest.mark.parametrize(("number", "words"), [(11, "11 for today."), (1, "1 for today."), (0, "Done for today.")])
def test_one_sentence_says_how_much_the_day_holds(number: int, words: str) -> None:
    assert day_sentence(number) == words
