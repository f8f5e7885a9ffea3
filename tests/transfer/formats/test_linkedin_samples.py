"""The invented exports, each with what its row of the index of samples expects."""

from collections.abc import Callable
from datetime import date

from transfer.formats.linkedin_rows import NOT_A_LINK
from transfer.formats.reading import open_upload
from transfer.formats.records import Reading, Row, Severity
from transfer.rules.person import Person

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
Sample = Callable[[str], Reading]


def people(reading: Reading) -> list[Person]:
    return [row.person for row in reading.rows() if row.person is not None]


def reasons(row: Row) -> list[str]:
    return [problem.reason for problem in row.problems]


def test_a_file_that_went_through_windows_is_read_as_linkedin_sent_it(sample: Sample) -> None:
    reading = sample("li-bom-crlf.csv")

    assert (reading.encoding, reading.delimiter, reading.header_line, reading.records) == ("UTF-8", ",", 4, 5)
    assert [person.name for person in people(reading)] == [
        "Mira Castellano",
        "Søren Bækgaard",
        "Jean-Luc D'Arcy",
        "Wu 伟",
    ]
    soren = people(reading)[1]
    assert soren == Person(
        given_name="Søren",
        family_name="Bækgaard",
        company="Fjord, Fisk & Co. A/S",
        position="CTO, Co-founder",
        emails=("soren@example.org",),
        url="https://www.linkedin.com/in/s%C3%B8ren-b%C3%A6kgaard",
        linkedin_key="/in/søren-bækgaard",
        connected_on=date(2024, 2, 29),
    )
    assert people(reading)[2].company == 'He said "Hello" GmbH'


def test_a_hidden_profile_is_counted_and_makes_nobody(sample: Sample) -> None:
    *_, last = sample("li-bom-crlf.csv").rows()

    assert (last.line, last.number, last.person, last.hidden) == (9, 5, None, True)
    assert [problem.severity for problem in last.problems] == [Severity.HIDDEN]


def test_a_file_that_a_german_excel_saved_again_is_read(sample: Sample) -> None:
    reading = sample("li-excel-de-semicolon-cp1252.csv")

    assert (reading.encoding, reading.delimiter, reading.header_line) == ("Windows-1252", ";", 4)
    assert [note for note in reading.notes if "Windows-1252" in note]
    assert [(person.name, person.company, person.connected_on) for person in people(reading)] == [
        ("Jürgen Groß", "Bäckerei Süß & Söhne", date(2023, 7, 5)),
        ("Ana Núñez", "Muster; Partner", date(2022, 12, 31)),
        ("Zoë Müller-Lüdenscheidt", "", date(2021, 2, 1)),
    ]


def test_dates_that_excel_spoilt_cost_no_person(sample: Sample) -> None:
    reading = sample("li-excel-us-dates.csv")
    fifth_of_july = date(2023, 7, 5)

    assert [person.connected_on for person in people(reading)] == [fifth_of_july, None, fifth_of_july, None]
    assert (reading.dates.order, reading.dates.unsettled, reading.dates.example) == (None, 1, "7/5/2023")
    _, tom, _, ravi = reading.rows()
    assert tom.person is not None
    assert tom.person.details == {"Connected On": "7/5/2023"}
    assert "can be 7 May or 5 July" in reasons(tom)[0]
    assert ravi.person is not None
    assert ravi.person.details == {"Connected On": "########"}
    assert "a column is too narrow" in reasons(ravi)[0]


def test_names_of_all_scripts_are_kept_and_unseen_marks_are_not(sample: Sample) -> None:
    reading = sample("li-emoji-rtl.csv")

    assert [person.name for person in people(reading)] == [
        "Dana 🚀 Kestrel 🧑🏽\u200d💻",
        "محمد الخطيب",
        "נועה כהן־לוי",
        "Wren Hale, PhD, PMP®",
        "Madonna",
        "Sukarno",
        "Zo\xe9 Br\xe4ndle",
        "Leo Ortiz",
    ]
    assert people(reading)[2].company == 'דוגמה בע"מ'
    assert people(reading)[6].position == "Product Owner"
    assert [row.line for row in reading.rows()][-2:] == [11, 13], (
        "the row with a line break in a cell counts as two lines"
    )


def test_ragged_rows_lose_nothing(sample: Sample) -> None:
    reading = sample("li-ragged.csv")
    ida, otto, nia, stone = reading.rows()

    assert reading.unknown_columns == ("Favourite Colour",)
    assert [row.line for row in (ida, otto, nia, stone)] == [3, 4, 5, 8]
    assert ida.person is not None
    assert ida.person.details == {"Favourite Colour": "blue"}
    assert otto.person is not None
    assert not otto.problems
    assert nia.person is not None
    assert nia.person.details["Surplus cells"] == "EXTRA · CELLS"
    assert "2 cells more than there are columns" in reasons(nia)[0]
    assert stone.person is not None
    assert (stone.person.url, stone.person.linkedin_key, stone.person.connected_on) == ("", "", None)
    assert stone.person.details == {
        "Favourite Colour": "<b>green</b>",
        "URL": "javascript:alert(1)",
        "Connected On": "31 Feb 2023",
    }
    assert reasons(stone) == [
        f'"javascript:alert(1)" {NOT_A_LINK}',
        '"31 Feb 2023" is not a date. February has 28 days.',
    ]


def test_thirty_thousand_rows_are_all_accounted_for() -> None:
    lines = [
        ",,,,,,05 Jul 2023\n"
        if number % 400 == 399
        else f"Ana,Number {number},www.linkedin.com/in/ana-{number},,,,05 Jul 2023\n"
        for number in range(30_000)
    ]
    reading = open_upload((HEADER + "".join(lines)).encode(), "Connections.csv")

    assert isinstance(reading, Reading)
    found = list(reading.rows())
    assert reading.records == len(found) == 30_000
    assert sum(row.hidden for row in found) == 75
    assert len(people(reading)) == 29_925
    assert (found[-1].line, found[-1].number) == (30_001, 30_000)


def test_cells_that_a_spreadsheet_would_run_are_kept_as_they_are(sample: Sample) -> None:
    found = people(sample("formula-cells.csv"))

    assert [person.name for person in found] == [
        "=1+1 Formula",
        "+Plus -Minus",
        "=cmd|' /C calc'!A0 Dde",
        "＝full ＋width",
        "- –",
    ]
    assert (found[0].company, found[0].position) == ('=HYPERLINK("https://example.com","x")', "@SUM(A1)")
    assert (found[1].position, found[2].position) == ("'quoted", "|pipe")
