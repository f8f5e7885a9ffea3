"""Where the user worked or studied is read alike wherever it is asked for."""

import pytest

from contacts.rules.places import (
    OwnPlace,
    employer,
    own_places,
    place_of,
    places_named_in,
    speaks_of,
    which_employer,
)
from contacts.rules.words import fold


@pytest.mark.parametrize(
    ("line", "name", "since", "until"),
    [
        ("Tillerman", "Tillerman", None, None),
        ("Tillerman, 2009 to 2019", "Tillerman", 2009, 2019),
        ("Tillerman 2009–2019", "Tillerman", 2009, 2019),
        ("Tillerman from 2009 until 2019", "Tillerman", 2009, 2019),
        ("Tillerman (until 2019)", "Tillerman", None, 2019),
        ("Tillerman, 2019", "Tillerman", None, 2019),
        ("Tillerman since 2019", "Tillerman", 2019, None),
        ("Tillerman, Inc., 2009 to 2019", "Tillerman", 2009, 2019),
        ("Studio 2000 Ltd", "Studio 2000 Ltd", None, None),
        ("Studio 2000 Ltd, 2012", "Studio 2000 Ltd", None, 2012),
        ("Built to Last", "Built to Last", None, None),
        ("3M", "3M", None, None),
        ("टाटा स्टील, 2009 to 2011", "टाटा स्टील", 2009, 2011),
    ],
)
def test_a_place_may_say_its_years(line: str, name: str, since: int | None, until: int | None) -> None:
    (place,) = own_places(f"{line}\n\n  \n, 2009").values()

    assert place == OwnPlace(name=name, since=since, until=until)


@pytest.mark.parametrize(
    ("line", "company", "is_it"),
    [
        ("Greenlow", "Greenlow Foods", True),
        ("Greenlow", "GREENLOW, Ltd.", True),
        ("Greenlow", "Greenlowell", False),
        ("Greenlow Foods", "Greenlow", False),
        ("Greenlow", "", False),
        ("Studio 2000 Ltd", "Studio 1999", False),
        ("Müller & Söhne, 2001", "Müller & Söhne KG", True),
    ],
)
def test_a_company_is_a_place_by_its_first_words(line: str, company: str, is_it: bool) -> None:
    assert (place_of(fold(company), own_places(line)) is not None) is is_it


def test_a_text_speaks_of_a_place_by_its_whole_words() -> None:
    places = own_places("Aldermoor College (1998)\nLow")

    assert [place.name for place in places_named_in(["Aldermoor College, 1997 – 2000", "Greenlow"], places)] == [
        "Aldermoor College"
    ]


@pytest.mark.parametrize(
    ("company", "name"),
    [
        ("Norda GmbH & Co. KG", "norda"), ("NORDA", "norda"), ("Käserei Grün AG", "kaserei grun"), ("Co", "co"),
        ("The Limited", "the"), ("トヨタ自動車", "トヨタ自動車"),
    ],
)  # fmt: skip
def test_an_employer_is_named_without_its_legal_form(company: str, name: str) -> None:
    assert employer(company) == name


@pytest.mark.parametrize(
    ("company", "is_it"),
    [("norda", "norda"), ("Norda Foods, Ltd.", "norda foods"), ("Norda Sport", "norda"), ("Nordavia", ""), ("", "")],
)
def test_a_company_is_the_employer_whose_name_it_begins_with(company: str, is_it: str) -> None:
    assert which_employer(company, {"norda": 1, "norda foods": 2}) == is_it


def test_a_text_speaks_of_an_employer_in_words_of_its_own() -> None:
    assert speaks_of("She left SAP.", "sap")
    assert not speaks_of("A sapling", "sap")
    assert speaks_of("彼女はトヨタ自動車にいた", "トヨタ自動車")
