"""R6: what is typed into one field is read as a name and a company, and what the field shows reads back as itself."""

from random import Random

import pytest

from contacts.rules.names import split_name, without_letters_after
from contacts.rules.typed_person import TypedPerson, read_person, shown_person


@pytest.mark.parametrize(
    ("typed", "name", "company"),
    [
        ("Corwin Stroud", "Corwin Stroud", ""),
        ("Corwin Stroud, Fenwick Freight", "Corwin Stroud", "Fenwick Freight"),
        ("Jo Meier, DHL", "Jo Meier", "DHL"),
        ("Jo Meier, SAP", "Jo Meier", "SAP"),
        ("Jo Meier, KPMG AG", "Jo Meier", "KPMG AG"),
        ("Theo Grant, Contoso, Ltd.", "Theo Grant", "Contoso, Ltd."),
        ("Wren Hale, PhD", "Wren Hale, PhD", ""),
        ("Wren Hale, Ph.D., M.B.A., Acme, Inc.", "Wren Hale, Ph.D., M.B.A.", "Acme, Inc."),
        ("Martin Luther King, Jr.", "Martin Luther King, Jr.", ""),
        ('"Hale, Wren", "Stroud, Ltd."', "Hale, Wren", "Stroud, Ltd."),
        ('"Bob" Miller, Acme', '"Bob" Miller', "Acme"),
        ("  Jo   Meier ,  ", "Jo Meier", ""),
        ("王小明, 华为", "王小明", "华为"),
        ("Wren Hale, PMP®, CFA®, Acme", "Wren Hale, PMP®, CFA®", "Acme"),
        ("Wren Hale, RN-BC", "Wren Hale, RN-BC", ""),
    ],
)
def test_what_is_typed_is_read(typed: str, name: str, company: str) -> None:
    assert read_person(typed) == TypedPerson(name=name, company=company)


PIECES = (
    "Jo", "Meier", "PhD", "MA", "Ltd.", "GmbH", "DHL", "IBM", "O’Neil", '"Bob"', '"', "(Bob)", "A/S", "&", "Inc.",
    "王小明", "राम", "שָׁרוֹן", "Jr.", "3M", ",", ", ", ",,", "Müller-Lüdenscheidt", "'", "--", "v.", "Co. KG", "“quoted”",
)  # fmt: skip


def generated(chance: Random) -> str:
    between = chance.choice((" ", " ", " ", ", ", ""))
    return " ".join(between.join(chance.choice(PIECES) for _ in range(chance.randrange(1, 5))).split())


def test_what_a_field_shows_reads_back_as_itself() -> None:
    chance = Random(21)
    for _ in range(10_000):
        name, company = generated(chance), generated(chance) if chance.random() < 0.7 else ""
        assert read_person(shown_person(name, company)) == TypedPerson(name=name, company=company), (name, company)


def test_only_what_could_be_misread_stands_in_quotes() -> None:
    assert shown_person("Corwin Stroud", "Fenwick, Ltd.") == "Corwin Stroud, Fenwick, Ltd."
    assert shown_person("Wren Hale, PhD", "Acme") == "Wren Hale, PhD, Acme"
    assert shown_person("Hale, Wren", "MA") == '"Hale, Wren", "MA"'


@pytest.mark.parametrize(
    ("typed", "prefix", "given", "family", "suffix"),
    [
        ("Prince Okafor", "", "Prince", "Okafor", ""),
        ("King Adeyemi", "", "King", "Adeyemi", ""),
        ("Md. Rahim", "", "Md.", "Rahim", ""),
        ("Yo Yo Ma", "", "Yo Yo", "Ma", ""),
        ("Dr. Wren Hale, PhD", "Dr.", "Wren", "Hale", "PhD"),
        ("Prof. Dr. Ada King, MBA, PhD", "Prof. Dr.", "Ada", "King", "MBA, PhD"),
        ("Meier, Jo", "", "Jo", "Meier", ""),
        ("👩‍🚀 Zoë", "", "Zoë", "", ""),
        ("Sofia", "", "Sofia", "", ""),
        ("Ludwig van Beethoven", "", "Ludwig", "van Beethoven", ""),
        ("Dr. med. Ada King", "Dr. med.", "Ada", "King", ""),
        ("Dr. C. King", "Dr.", "C.", "King", ""),
        ("Mag. Ada King", "Mag.", "Ada", "King", ""),
        ("Mag King", "", "Mag", "King", ""),
        ("Eng Soon Tan", "", "Eng Soon", "Tan", ""),
        ("Mr. Bean", "Mr.", "", "Bean", ""),
        ("Sir Ian", "Sir", "Ian", "", ""),
        ("Ada King PMP®", "", "Ada", "King", "PMP®"),
    ],
)
def test_a_name_has_its_parts(typed: str, prefix: str, given: str, family: str, suffix: str) -> None:
    parts = split_name(typed)
    assert (parts.prefix, parts.given, parts.family, parts.suffix) == (prefix, given, family, suffix)


@pytest.mark.parametrize(
    ("text", "name", "letters"),
    [
        ("Hale, PhD", "Hale", "PhD"),
        ("Hale, Ph.D., MBA", "Hale", "Ph.D., MBA"),
        ("Hale, Oslo", "Hale, Oslo", ""),
        ("PhD", "PhD", ""),
    ],
)
def test_letters_after_a_family_name(text: str, name: str, letters: str) -> None:
    assert without_letters_after(text) == (name, letters)
