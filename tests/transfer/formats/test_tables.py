"""Rows that are not as they should be cost themselves at most, never another row."""

from collections.abc import Callable

import pytest

from transfer.formats.reading import open_upload
from transfer.formats.records import Reading, Refusal, Row, Severity

Rows = Callable[[str | bytes], list[Row]]
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"


def names(found: list[Row]) -> list[str]:
    return [row.person.name for row in found if row.person]


def in_file(name: str, number: int = 1) -> str:
    return f"{name},Example,https://www.linkedin.com/in/{name.lower()}-{number},,Acme,Engineer,05 Jul 2023\n"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_in_the_header(delimiter: str, rows: Rows) -> None:
    text = HEADER.replace(",", delimiter) + "\n" + in_file("Ana").replace(",", delimiter)

    assert names(rows(text.encode())) == ["Ana Example"]


@pytest.mark.parametrize(
    "header",
    [
        "first name,LAST NAME,Connected on",
        "\ufeff First\xa0Name , Last  Name,Connected_On",
        '"First Name","Last Name","Connected On"',
        "Ｆｉｒｓｔ　Ｎａｍｅ,Last Name,Connected On",
        "Vorname,Nachname,Verbunden am",
        "Prénom,Nom,Date de connexion",
    ],
)
def test_the_header_is_known_however_it_is_spelt(header: str, rows: Rows) -> None:
    assert names(rows(f"{header}\nAna,Example,05 Jul 2023\n".encode())) == ["Ana Example"]


@pytest.mark.parametrize(
    "preamble",
    [
        "",
        "Notes:\n",
        'Notes:\n"One, two, three, four"\n\n',
        "Notes:\nUnquoted, with commas\n\n\n",
        'Notes:\n"Spread over\nthree\nlines"\n\n',
        'Notes:\n"Never closed\n\n',
        "sep=,\n",
        "\n" * 30,
    ],
)
def test_the_header_is_looked_for_and_no_lines_are_counted_off(preamble: str, rows: Rows) -> None:
    found = rows(f"{preamble}{HEADER}\n{in_file('Ana')}".encode())

    assert names(found) == ["Ana Example"]
    assert found[0].line == preamble.count("\n") + 2


def test_a_mark_that_is_never_closed_costs_no_other_row(rows: Rows) -> None:
    lone = in_file("Bob").replace("Acme", '"Acme')
    found = rows(in_file("Ana") + lone + "".join(in_file("Cyd", number) for number in range(1000)))

    assert len(found) == 1002
    assert names(found)[1] == "Bob Example"
    assert [problem.severity for problem in found[1].problems] == [Severity.WARNING]
    assert not found[2].problems


def test_a_lone_mark_does_not_pair_with_the_next_one(rows: Rows) -> None:
    lone, quoted = in_file("Bob").replace("Acme", '"Acme'), in_file("Dee").replace("Acme", '"Acme, Inc."')
    found = rows(in_file("Ana") + lone + in_file("Cyd") + quoted)

    assert names(found) == ["Ana Example", "Bob Example", "Cyd Example", "Dee Example"]
    assert [len(row.problems) for row in found] == [0, 1, 0, 0]


def test_two_lone_marks_join_no_rows_where_nothing_else_tells_them_apart() -> None:
    """Without addresses and days no line is surely a row; a cell of several lines leaves to each a part of its row."""
    header = "First Name,Last Name,Email Address,Company,Position,Connected On"
    text = f'{header}\nAna,Lee,,"Acme,,\nBob,Lee,,Acme,,\nCyd,Lee,,Acme",,\nDee,Lee,,"Acme,\nInc.",,\n'
    reading = open_upload(text.encode(), "Connections.csv")

    assert isinstance(reading, Reading)
    lost, dee = reading.rows()
    assert (lost.person, lost.problems[0].reason[:12]) == (None, "Lines 2 to 4")
    assert (dee.person.name, dee.person.company) == ("Dee Lee", "Acme, Inc.") if dee.person else None


def test_a_mark_inside_a_word_is_a_letter(rows: Rows) -> None:
    (row,) = rows(in_file("Ana").replace("Acme", 'בע"מ'))

    assert row.person is not None
    assert row.person.company == 'בע"מ'
    assert not row.problems


def test_a_damaged_file_is_refused_rather_than_read_row_by_row() -> None:
    lone = 'a"b,"x\n' * 5_000
    refusal = open_upload(f"{HEADER}\n{lone}".encode(), "Connections.csv")

    assert isinstance(refusal, Refusal)
    assert "More than 100 rows" in refusal.reason


def test_blank_rows_are_no_records(rows: Rows) -> None:
    found = rows("\n , ,\t,,\n,,,,,,\n" + in_file("Ana") + "\n\n")

    assert [(row.line, row.number) for row in found] == [(5, 1)]


def test_captions_that_come_again_are_no_person(rows: Rows) -> None:
    found = rows(in_file("Ana") + HEADER + "\n" + in_file("Bob"))

    assert names(found) == ["Ana Example", "Bob Example"]
    assert [problem.reason for problem in found[1].problems] == ["This row repeats the column names."]


def test_a_row_without_anybody_is_an_error_with_a_remedy(rows: Rows) -> None:
    _, row = rows(in_file("Ana") + ",,,,,Engineer,05 Jul 2023\n")

    assert row.person is None
    assert [(problem.line, problem.number, problem.severity) for problem in row.problems] == [(3, 2, Severity.ERROR)]
    assert row.raw == ("", "", "", "", "", "Engineer", "05 Jul 2023")


def test_texts_longer_than_their_field_are_cut_and_kept_whole_beside(rows: Rows) -> None:
    (row,) = rows(in_file("Ana").replace("Acme", "A" * 300))

    assert row.person is not None
    assert row.person.company == "A" * 200
    assert row.person.details == {"Company": "A" * 300}
    assert "longer than the 200 characters" in row.problems[0].reason


@pytest.mark.parametrize(
    ("cell", "url"),
    [
        ("www.linkedin.com/in/ana", "https://www.linkedin.com/in/ana"),
        ("HTTPS://www.linkedin.com/in/Ana", "https://www.linkedin.com/in/Ana"),
        ("https://example.com/ana", "https://example.com/ana"),
        ("javascript:alert(1)", ""),
        ("JaVaScRiPt://www.linkedin.com/in/ana", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("//[", ""),
        ("nonsense", ""),
    ],
)
def test_only_web_addresses_become_links(cell: str, url: str, rows: Rows) -> None:
    (row,) = rows(f'Ana,Example,"{cell}",,,,05 Jul 2023\n')

    assert row.person is not None
    assert row.person.url == url
    assert bool(row.problems) == (url == "")


def test_what_is_no_email_address_is_kept_as_text(rows: Rows) -> None:
    (row,) = rows("Ana,Example,,not an address,,,05 Jul 2023\n")

    assert row.person is not None
    assert row.person.emails == ()
    assert row.person.details == {"Email Address": "not an address"}


def test_somebody_without_a_name_is_called_by_what_is_known(rows: Rows) -> None:
    found = rows(",,,ana@example.com,,,\n,,https://www.linkedin.com/in/bob,,,,\n")

    assert names(found) == ["ana@example.com", "bob"]


def test_the_old_header_without_a_profile_is_read(rows: Rows) -> None:
    header = "First Name,Last Name,Email Address,Company,Position,Connected On"
    ana, hidden = rows(f"{header}\nAna,Example,,Acme,,01 May 2019\n,,,,,02 May 2019".encode())

    assert ana.person is not None
    assert ana.person.company == "Acme"
    assert hidden.hidden


def test_a_file_can_be_read_as_often_as_one_likes() -> None:
    reading = open_upload(f"{HEADER}\n{in_file('Ana')}".encode(), "Connections.csv")

    assert isinstance(reading, Reading)
    assert list(reading.rows()) == list(reading.rows())
