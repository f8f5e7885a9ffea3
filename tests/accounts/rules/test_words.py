import pytest

from accounts.rules.words import Worded, as_line, capitalised, counted, number_word


class Colour(Worded):
    RED = "red", "Red as a promise"
    DEEP_BLUE = "deep_blue", "Blue"


def test_a_kind_is_stored_by_its_value_and_shown_by_its_label() -> None:
    assert Colour.RED.value == "red"
    assert str(Colour.DEEP_BLUE) == "deep_blue"
    assert Colour("red") is Colour.RED
    assert Colour("red").label == "Red as a promise"
    assert Colour.choices() == [("red", "Red as a promise"), ("deep_blue", "Blue")]


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "no"), (1, "one"), (11, "eleven"), (12, "twelve"), (13, "13"), (1402, "1,402"), (-1, "-1")],
)
def test_numbers_are_words_up_to_twelve(number: int, words: str) -> None:
    assert number_word(number) == words


@pytest.mark.parametrize(
    ("number", "words"), [(0, "no coffees"), (1, "one coffee"), (2, "two coffees"), (13, "13 coffees")]
)
def test_what_is_counted_agrees_with_its_number(number: int, words: str) -> None:
    assert counted(number, "coffee", "coffees") == words


def test_a_capital_leaves_the_names_alone() -> None:
    assert capitalised("tell Annika") == "Tell Annika"
    assert capitalised("") == ""


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("Ask Tove for 20 minutes.", "Ask Tove for 20 minutes"),
        ("Send Priya the summary", "Send Priya the summary"),
        ("Did the boat pass?", "Did the boat pass?"),
        ("It is their turn. You asked Maud on Tuesday.", "It is their turn. You asked Maud on Tuesday."),
        ("How did it go? You met.", "How did it go? You met."),
        ("And then ...", "And then ..."),
        ("", ""),
    ],
)
def test_one_sentence_in_a_list_has_no_full_stop(words: str, line: str) -> None:
    assert as_line(words) == line
