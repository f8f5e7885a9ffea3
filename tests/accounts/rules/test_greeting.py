import pytest

from accounts.models import User
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
    ("number", "coffees", "to_note", "to_ask", "words"),
    [
        (11, 2, 1, 2, "11 for today: two coffees, one to note, six things to do, two people to ask."),
        (2, 1, 0, 1, "2 for today: one coffee, one person to ask."),
        (1, 0, 0, 0, "1 for today: one thing to do."),
        (0, 0, 0, 0, "Done for today."),
    ],
)
def test_one_sentence_says_what_the_day_holds(number: int, coffees: int, to_note: int, to_ask: int, words: str) -> None:
    assert day_sentence(number, coffees=coffees, to_note=to_note, to_ask=to_ask) == words


@pytest.mark.parametrize(
    ("name", "called"),
    [("Marta Reyes", "Marta"), ("👩‍🚀 Zoë", "Zoë"), ("  ليلى  حداد", "ليلى"), ("", "marta"), ("—", "marta")],
)
def test_who_is_greeted_has_a_name_that_can_be_read(name: str, called: str) -> None:
    assert User(name=name, email="marta@example.com").get_short_name() == called
