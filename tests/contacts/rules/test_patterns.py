"""A typed word is found in a text however it is written there."""

import re

import pytest

from contacts.rules.patterns import pattern_of, plain_spellings


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("zoe", "met Zoë there"), ("Zoë", "met Zoe"), ("mueller", "Herr Müller"), ("müller", "MUELLER"),
        ("müller", "Muller"), ("mueller", "Mu\u0308ller"), ("garcia", "GARCÍA"), ("straße", "STRASSE"),
        ("soeren", "Søren"), ("århus", "AARHUS"), ("istanbul", "İstanbul"), ("oeuvre", "Œuvre"), ("小明", "王小明です"),
        ("ИВАНОВ", "иванов"), ("мАКдОН", "МакДональд"), ("елка", "Ёлка"), ("Σοφός", "ΣΟΦΟΣ"), ("Արմեն", "ԱՐՄԵՆ"),
        ("שלום", "שָׁלוֹם"), ("محمد", "مُحَمَّد"), ("علی", "علي"), ("राम", "श्री राम शर्मा"),
        ("한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8"),
        ("nec", "ＮＥＣ"), ("o'neil", "O’Neil"), ("well-known", "well\u2011known"), ("a+b", "A+B"),
        ("new york", "New\nYork"),
        ("soft", "so\u00adft"),
    ],
)  # fmt: skip
def test_a_word_is_found_however_it_is_written(typed: str, text: str) -> None:
    assert re.search(pattern_of(typed), text)


@pytest.mark.parametrize(("typed", "text"), [("राम", "रीमा"), ("muler", "Müller"), ("a.c", "abc"), ("ß", "s")])
def test_another_word_is_not(typed: str, text: str) -> None:
    assert not re.search(pattern_of(typed), text)


def test_in_plain_letters_there_are_two_spellings_at_most() -> None:
    assert plain_spellings("Müller") == ["muller", "mueller"]
    assert plain_spellings("Mueller") == ["mueller"]
    assert plain_spellings("小明") == []
