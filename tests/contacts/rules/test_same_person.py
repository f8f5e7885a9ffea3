import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contacts.rules.same_person import KnownName, close_names, email_key, linkedin_key
from contacts.rules.words import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Desmond \t Achterby\n", "desmond achterby"),
        ("ZOË Brandt", "zoe brandt"),
        ("Zoe\u0308 Brandt", "zoe brandt"),
        ("Straße", "strasse"),
        ("Søren Łukasz", "soren lukasz"),
        ("Æsa Þór", "aesa thor"),
        ("O’Brien", "o'brien"),
        ("\uff21\uff4e\uff4e", "ann"),
        ("Ann\u00a0Lee", "ann lee"),
        ("\u202eAnn\u200b Lee", "ann lee"),
        ("Ёлкин", "елкин"),
        ("Jean\u2011Luc \u2013 Lee", "jean-luc - lee"),
        ("田中 太郎", "田中 太郎"),
        ("がく", "がく"),
        ("नीति", "नीति"),
        ("İpek", "ipek"),
        ("", ""),
    ],
)
def test_folding_leaves_what_makes_a_name(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(codec="ascii")))
def test_plain_text_takes_the_same_way(text: str) -> None:
    assert fold(text + "é") == fold(text + "e")


def known(contact_id: int, name: str, *, in_network: bool = True) -> KnownName:
    return KnownName(contact_id=contact_id, name=name, in_network=in_network)


@pytest.mark.parametrize(
    ("typed", "name", "close"),
    [
        ("Desmond Achterby", "desmond  achterby", True),
        ("Achterby, Desmond", "Desmond Achterby", True),
        ("Desmond Acherby", "Desmond Achterby", True),
        ("Zoe Brandt", "Zoë Brandt", True),
        ("D. Achterby", "Desmond Achterby", True),
        ("Desmond Achterby", "D. Achterby", True),
        ("Desmond J. Achterby", "Desmond Achterby", True),
        ("Desmond", "Desmond Achterby", True),
        ("Achterby", "Desmond Achterby", True),
        ("Desmond Achterby", "Dr. med. Desmond Achterby, MBA", True),
        ("Prof. Achterby Desmond", "Desmond Achterby PMP®", True),
        ("מרים כהן", "מִרְיָם כֹּהֵן", True),
        ("محمد الاحمد", "مُحمَّد الأحمد", True),
        ("علی رضایی", "علي رضايي", True),
        ("Dagmar Achterby", "Desmond Achterby", False),
        ("E. Achterby", "Desmond Achterby", False),
        ("Thandi Wexcombe", "Desmond Achterby", False),
        ("Ann", "Anna Lee", False),
        ("", "Desmond Achterby", False),
        ("...", "Desmond Achterby", False),
        ("Desmond", "", False),
    ],
)
def test_a_name_that_is_close_to_somebody_known_is_found(typed: str, name: str, close: bool) -> None:
    assert bool(close_names(typed, [known(1, name)])) is close


def test_a_first_name_alone_is_not_looked_for_in_the_address_book() -> None:
    assert close_names("Anna", [known(1, "Anna Lee", in_network=False)]) == []


def test_the_same_name_comes_first_then_the_network_then_the_likest() -> None:
    people = [
        known(1, "Jon Smithe", in_network=False),
        known(2, "Jon Smyth"),
        known(3, "J. Smith"),
        known(4, "Jon Smith", in_network=False),
        known(5, "Jon Smith"),
        known(6, "Ruth Archer"),
    ]

    found = close_names("Jon Smith", people)

    assert [close.known.contact_id for close in found] == [5, 4, 3, 2, 1]
    assert [close.is_exact for close in found] == [True, True, False, False, False]
    assert close_names("Jon Smith", people, limit=2) == found[:2]


@settings(deadline=None)
@given(st.text(max_size=30), st.lists(st.text(max_size=30), max_size=8))
def test_the_same_words_are_the_same_name_and_no_others(typed: str, names: list[str]) -> None:
    for close in close_names(typed, [known(number, name) for number, name in enumerate(names)], limit=99):
        same = sorted(close_words(typed)) == sorted(close_words(close.known.name))
        assert close.is_exact is same


def close_words(name: str) -> list[str]:
    return "".join(letter if letter.isalnum() or letter == "'" else " " for letter in fold(name)).split()


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.linkedin.com/in/zo%C3%AB-brandt", "/in/zoë-brandt"),
        ("https://www.linkedin.com/in/Zoe%CC%88-Brandt/", "/in/zoë-brandt"),
        ("http://de.linkedin.com/in/jonah-p?trk=people#top", "/in/jonah-p"),
        ("linkedin.com/in/jonah-p/de", "/in/jonah-p"),
        ("  https://LINKEDIN.com./in/jonah-p  ", "/in/jonah-p"),
        ("https://www.linkedin.com/in/", None),
        ("https://www.linkedin.com/in/a%2Fb", None),
        ("https://www.linkedin.com/in/a%0Ab", None),
        ("https://www.linkedin.com/company/tillerman", None),
        ("https://www.linkedin.com/pub/jonah-p/1/2/3", None),
        ("https://evil-linkedin.com/in/jonah-p", None),
        ("https://linkedin.com.evil.example/in/jonah-p", None),
        ("https://linkedin.com@evil.example/in/jonah-p", None),
        ("javascript://linkedin.com/in/jonah-p", None),
        ("https://[linkedin.com/in/jonah-p", None),
        ("jonah-p", None),
        ("", None),
    ],
)
def test_a_profile_is_known_by_its_key(url: str, key: str | None) -> None:
    assert linkedin_key(url) == key


@given(st.text())
def test_no_address_breaks_the_keys(text: str) -> None:
    for key in (linkedin_key(text), linkedin_key(f"https://linkedin.com/in/{text}")):
        assert key is None or key.startswith("/in/")
    address = email_key(text)
    assert address is None or email_key(address) == address


@pytest.mark.parametrize(
    ("address", "key"),
    [
        (" Graham@Example.org ", "graham@example.org"),
        ("mailto:graham@example.org", "graham@example.org"),
        ('"a@b"@example.org', '"a@b"@example.org'),
        ("graham", None),
        ("@example.org", None),
        ("graham@", None),
        ("graham e@example.org", None),
        ("graham@example.org\r\nBcc: all", None),
        ("", None),
    ],
)
def test_an_address_is_known_by_its_key(address: str, key: str | None) -> None:
    assert email_key(address) == key
