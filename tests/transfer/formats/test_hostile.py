"""Files made to harm: a sentence with the number that was passed, in bounded time; and nothing ever raises."""

from collections.abc import Callable
from io import BytesIO
from time import process_time
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transfer.formats.reading import open_upload
from transfer.formats.records import Reading, Refusal

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ROW = "Ana,Example,https://www.linkedin.com/in/ana,,Acme,Engineer,05 Jul 2023\n"
MB = 1024 * 1024


def refusal(data: bytes) -> str:
    answer = open_upload(data, "Connections.csv")
    assert isinstance(answer, Refusal)
    return answer.reason


def reading(text: str) -> Reading:
    answer = open_upload(text.encode(), "Connections.csv")
    assert isinstance(answer, Reading)
    return answer


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"a" * (10 * MB + 1), "larger than 10 MB"),
        (b"PK\x03\x04" + bytes(50 * MB), "larger than 50 MB"),
        ((HEADER + "Ana,B,,,,,\n" * 30_001).encode(), "more than 30,000 rows"),
        ((HEADER.strip() + "," * 600 + "\n" + ROW).encode(), "607 columns; up to 500"),
        (HEADER.encode(), "no row below them"),
        ((HEADER + ",,,,,,05 Jul 2023\n" * 3).encode(), "all 3 rows are closed or hidden"),
        ((HEADER + ",,,,,Engineer,\n" * 3).encode(), "none of the 3 rows"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_beyond_the_limits_is_refused_with_the_number(data: bytes, said: str) -> None:
    assert said in refusal(data)


@pytest.mark.parametrize(
    "harm",
    [
        "x" * (2 * MB),
        '"' + "x" * (2 * MB) + '"',
        "," * (2 * MB),
        "," * 5_000,
        '"",' * 5_000,
        '"' + "\n" * 5_000,
        '"' * 4_999,
    ],
    ids=["cell", "quoted cell", "commas", "columns", "quoted columns", "lines", "marks"],
)
def test_one_hostile_row_takes_no_other_row_along(harm: str) -> None:
    found = reading(HEADER + ROW + harm + "\n" + ROW)
    people = [row.person.name for row in found.rows() if row.person]

    assert people[0] == people[-1] == "Ana Example"
    assert found.records == sum(1 for _ in found.rows())


def test_nothing_is_lost_to_nul_characters() -> None:
    (row,) = reading(HEADER + ROW.replace("Ana", "A\0n\0a")).rows()

    assert row.person is not None
    assert row.person.given_name == "Ana"


def test_ten_megabytes_of_line_breaks_hold_nothing() -> None:
    assert "no row below them" in refusal(HEADER.encode() + b"\n" * (9 * MB))


@settings(deadline=None, max_examples=300)
@given(st.binary(max_size=2_000))
def test_any_bytes_are_a_reading_or_a_refusal(data: bytes) -> None:
    walk(data)


@settings(deadline=None, max_examples=300)
@given(
    st.lists(
        st.sampled_from([*',;"\n\r\t\0|', "a", "é", "05 Jul 2023", "https://x.de", "7/5/23", "\u202e"]), max_size=80
    )
)
def test_any_rows_below_a_header_are_read(pieces: list[str]) -> None:
    walk((HEADER + ROW + "".join(pieces)).encode())


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=300), st.sampled_from(["utf-8", "utf-16", "utf-16-le", "utf-8-sig", "utf-32"]))
def test_any_text_in_any_encoding_is_read(text: str, encoding: str) -> None:
    walk((HEADER + ROW + text).encode(encoding, errors="ignore"))


@settings(deadline=None, max_examples=300)
@given(st.data())
def test_any_damage_to_an_archive_is_a_reading_or_a_refusal(data: st.DataObject) -> None:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("Connections.csv", HEADER + ROW)
    content = bytearray(packed.getvalue())
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(4, len(content) - 1))] = data.draw(st.integers(0, 255))

    walk(bytes(content))


def walk(data: bytes) -> None:
    answer = open_upload(data, "x")
    if isinstance(answer, Refusal):
        assert answer.reason
        return
    found = list(answer.rows())
    assert len(found) == answer.records
    assert any(row.person for row in found)
    for row in found:
        assert row.person or row.problems
        assert not row.person or (row.person.name and row.person == type(row.person).from_json(row.person.as_json()))


WORST: dict[str, Callable[[int], str]] = {
    "a day of blanks": lambda size: HEADER + ROW.replace("05 Jul 2023", "1 " + " " * size + "x"),
    "many days of blanks": lambda size: HEADER + "".join(f"Ana,B,,,,,1{' ' * 150}{n}x\n" for n in range(size // 160)),
    "no vCard": lambda size: "x" + "\n" * size + "y",
    "open quotes": lambda size: HEADER + 'A,"B,,,,,\n' * (size // 10),
    "quotes over lines": lambda size: HEADER + ('"' + "\n" * 499) * (size // 500),
    "blank lines": lambda size: HEADER + (" ," * 40 + "\n") * (size // 81),
    "blanks": lambda size: HEADER + "\n" + " " * size + "x",
    "addresses": lambda size: HEADER + "".join(f"Ana,B,,{'a' * 250},,,\n" for _ in range(size // 260)),
}  # each about so many characters long


@pytest.mark.parametrize("what", WORST)
def test_the_worst_file_of_a_kind_takes_time_that_grows_with_its_size(what: str) -> None:
    def seconds(size: int) -> float:
        data = WORST[what](size).encode()
        start = process_time()
        answer = open_upload(data, "Connections.csv")
        if isinstance(answer, Reading):
            list(answer.rows())
        return process_time() - start

    for size in (4_000, 40_000):  # a cell is measured, so what runs away in one has to do so below that
        small, large = (min(seconds(length) for _ in range(3)) for length in (size, size * 8))
        assert large < max(small, 0.01) * 24  # eight times the size: eight times the time, or sixty-four times


def test_a_cell_beyond_all_measure_costs_its_own_row_only() -> None:
    rows = list(reading(HEADER + ROW + ROW.replace("Engineer", "x" * 32_768) + ROW).rows())

    assert [row.person is None for row in rows] == [False, True, False]
    assert "longer than 32,767 characters" in rows[1].problems[0].reason
