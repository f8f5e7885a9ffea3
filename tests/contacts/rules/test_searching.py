import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts.rules.searching import LONGEST_WORD, words_of, words_to_find, words_to_look_for


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Desmond Achterby", ["desmond", "achterby"]),
        ("O’Brien-Sørensen GmbH", ["obrien", "sorensen", "gmbh"]),
        ("L'Oréal", ["loreal"]),
        ("Harrow & Vane Dairy", ["harrow", "vane", "dairy"]),
        ("Smith, Ph.D.", ["smith", "ph", "d"]),
        ("snake_case 3M", ["snake", "case", "3m"]),
        ("Ann Ann ann", ["ann"]),
        ("田中 太郎", ["田中", "太郎"]),
        ("— … 🙂", []),
        ("", []),
    ],
)
def test_words_are_folded_and_each_stands_once(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@given(st.text())
def test_every_word_fits_its_column_and_is_found_again(text: str) -> None:
    words = words_of(text)

    assert all(0 < len(word) <= LONGEST_WORD for word in words)
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ruth Müller", "Ruth Mueller"),
        ("Søren Ågård", "Soeren Aagaard"),
        ("מִרְיָם כֹּהֵן", "מרים כהן"),
        ("مُحمَّد الأحمد", "محمد الاحمد"),
        ("علی", "علي"),
        ("Jean\u2011Luc O’Neil", "jean-luc o'neil"),
        ("J.P. Morgan", "JP Morgan"),
        ("AT&T", "ATT"),
        ("Wren Hale, Ph.D.", "wren hale phd"),
    ],
)
def test_two_spellings_of_a_name_find_each_other(one: str, other: str) -> None:
    for typed, name in ((one, other), (other, one)):
        found = words_to_find(name)
        assert all(any(word.startswith(begun) for word in found) for begun in words_to_look_for(typed)), (typed, name)
