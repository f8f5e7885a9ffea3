"""What a word is, in every script: two different names stay two, and one stays one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts.rules.same_person import KnownName, close_names
from contacts.rules.searching import words_of, words_to_find
from contacts.rules.words import fold, folded_words, says_something, words

TWO_NAMES = [
    ("Zoë Brandt", "Zara Brandt"),
    ("Γιώργος Παππάς", "Γεωργία Παππά"),
    ("Алексей Ёлкин", "Алексей Йолкин"),
    ("محمد علي", "محمود علي"),
    ("שָׁרוֹן כֹּהֵן", "שֵׁרוֹן כֹּהֵן"),
    ("राम शर्मा", "रीमा शर्मा"),
    ("நிலா செல்வன்", "நீலா செல்வன்"),
    ("สมชาย ใจดี", "สมชัย ใจดี"),
    ("রাম সেন", "রীমা সেন"),
    ("王小明", "王小民"),
    ("山田 太郎", "山田 次郎"),
    ("김철수", "김철호"),
]
ONE_NAME = [
    ("Zoe Brandt", "ZOË BRANDT"),
    ("ΓΙΏΡΓΟΣ ΠΑΠΠΆΣ", "Γιώργος Παππάς"),
    ("алексей елкин", "Алексей Ёлкин"),
    ("राम शर्मा", "शर्मा, राम"),
    ("山田太郎", "山田 太郎"),
    ("김 철수", "김철수"),
    ("สมชาย  ใจดี", "สมชาย ใจดี"),
]


def is_same(one: str, other: str) -> bool:
    return any(close.is_exact for close in close_names(one, [KnownName(contact_id=1, name=other, in_network=True)]))


@pytest.mark.parametrize(("one", "other"), TWO_NAMES)
def test_two_different_names_are_two(one: str, other: str) -> None:
    assert not is_same(one, other)
    assert not is_same(unicodedata.normalize("NFD", one), other)
    assert set(words_of(one)) != set(words_of(other))


@pytest.mark.parametrize("name", [name for pair in TWO_NAMES for name in pair])
def test_a_name_is_itself_however_it_is_composed(name: str) -> None:
    assert is_same(name, unicodedata.normalize("NFD", name))
    assert fold(unicodedata.normalize("NFD", name)) == fold(name)
    assert len(words(name)) == len(name.split())


@pytest.mark.parametrize(("one", "other"), ONE_NAME)
def test_one_name_is_one(one: str, other: str) -> None:
    assert is_same(one, other)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("mueller", "Jürgen Müller"),
        ("muller", "Jürgen Müller"),
        ("neil", "Ann O’Neil"),
        ("oneil", "Ann O'Neil"),
        ("小明", "王小明"),
        ("明", "王小明"),
        ("山田太郎", "山田 太郎"),
        ("太郎", "山田太郎"),
        ("철수", "김철수"),
        ("शर्मा", "राम शर्मा"),
        ("राम", "राम शर्मा"),
        ("ใจดี", "สมชาย ใจดี"),
        ("שרון", "שָׁרוֹן כֹּהֵן"),
        ("محمد", "مُحَمَّد علي"),
        ("strasse", "Straße AG"),
        ("oedegaard", "Brandt-Ødegård"),
    ],
)
def test_a_name_is_found_by_what_people_type(typed: str, name: str) -> None:
    (word,) = words_of(typed)
    assert any(found.startswith(word) for found in words_to_find(name))


def test_a_vowel_more_is_another_word() -> None:
    assert not any(word.startswith("रीमा") for word in words_to_find("राम शर्मा"))


@given(st.text())
def test_every_word_of_a_text_finds_it(text: str) -> None:
    assert set(words_of(text)) <= set(words_to_find(text))


@given(st.text())
def test_a_word_holds_letters_marks_and_digits_alone(text: str) -> None:
    for word in folded_words(text):
        assert all(letter.isalnum() or unicodedata.category(letter)[0] == "M" for letter in word)


@pytest.mark.parametrize(
    ("text", "says"), [("\u200b", False), ("👩‍🚀", False), ("—", False), ("Zoë", True), ("7", True)]
)
def test_signs_alone_say_nothing(text: str, says: bool) -> None:
    assert says_something(text) is says


@pytest.mark.parametrize(
    ("typed", "known", "asks"),
    [
        ("Bob Miller", 'Robert "Bob" Miller', True),
        ('Robert "Bob" Miller', "Robert Miller", True),
        ("Bob Miller", "Robert Miller", False),
    ],
)
def test_a_nickname_asks(typed: str, known: str, asks: bool) -> None:
    found = close_names(typed, [KnownName(contact_id=1, name=known, in_network=True)])
    assert bool(found) is asks
    assert not any(close.is_exact for close in found)


def test_a_nickname_of_its_own_field_asks_too() -> None:
    known = KnownName(contact_id=1, name="Robert Miller", in_network=False, nickname="Bob")
    assert [close.is_exact for close in close_names("Bob Miller", [known])] == [False]
