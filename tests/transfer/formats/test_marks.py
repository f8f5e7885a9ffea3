"""A repair makes up nobody: a row whose marks leave it in doubt what belongs to it is refused with its lines."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transfer.formats.reading import open_upload
from transfer.formats.records import Reading, Refusal, Row

Rows = Callable[[str | bytes], list[Row]]
OLD = "First Name,Last Name,Email Address,Company,Position,Connected On\n"
NOTED = "First Name,Last Name,URL,Connected On,Notes\n"


def told(found: list[Row]) -> list[str]:
    """Who stands in the rows, and the lines of what is refused."""
    return [row.person.name if row.person else row.problems[0].reason.partition(":")[0] for row in found]


def old(*rows: str) -> bytes:
    return (OLD + "\n".join(rows)).encode()


ANA, CYD = "Ana,Example,,Acme,Engineer,05 Jul 2023", "Cyd,Example,,Acme,Engineer,7/5/2023"


@pytest.mark.parametrize("lines", [2, 499, 501, 3_000])
@pytest.mark.parametrize("between", ["line {}", "line {}, and more", "", "{},,,,", 'said ""{}""'])
def test_a_quoted_cell_may_have_any_number_of_lines(lines: int, between: str, rows: Rows) -> None:
    cell = "\n".join(between.format(number) for number in range(lines))

    found = rows(old(ANA, f'Bob,Example,,Acme,"{cell}",06 Jul 2023', CYD))

    assert told(found)[0] == "Ana Example"
    assert [told(found)[-1], len(found)] == ["Cyd Example", 3]
    assert found[1].person is None or found[1].person.name == "Bob Example"
    assert found[2].line == lines + 3


@pytest.mark.parametrize("lines", [1, 600])
def test_the_last_cell_of_a_row_may_have_them_too(lines: int, rows: Rows) -> None:
    cell = "\n".join(f"line {number}, of many" for number in range(lines))
    bob = f'Bob,Example,https://www.linkedin.com/in/bob,05 Jul 2023,"{cell}"'

    assert told(rows(f"{NOTED}{bob}\nCyd,Example,,06 Jul 2023,".encode())) == ["Bob Example", "Cyd Example"]


@pytest.mark.parametrize("apart", [0, 1, 5, 700])
def test_two_stray_marks_swallow_no_row_between_them(apart: int, rows: Rows) -> None:
    first, last = ANA.replace("Acme", '"Acme'), CYD.replace("Acme", 'Acme"')
    between = [f"Bob,Number {number},,Fjord,,06 Jul 2023" for number in range(apart)]

    found = rows(old(first, *between, last))

    assert len(found) == apart + 2
    assert sum(row.person is not None for row in found) == apart + 2
    assert "never closed" in found[0].problems[0].reason


def test_a_table_inside_of_a_cell_makes_nobody(rows: Rows) -> None:
    pasted = "\n".join(["First,Last,x,y,z,Day", *[CYD.replace("Cyd", f"Pasted {number}") for number in range(600)]])

    found = rows(old(ANA, f'Bob,Example,,Acme,"{pasted}",06 Jul 2023', ANA.replace("Ana", "Dee")))

    assert told(found) == ["Ana Example", "Lines 3 to 603", "Dee Example"]


@pytest.mark.parametrize(
    "damaged",
    [
        'Bob,Example,,"Acme\nline 1\nline 2',
        'Bob,"He said "hi" and\nleft",Acme,,,',
        'Bob,,,,"Acme,\nline 1\n\nline, 3',
        'Bob,"Acme\nEve,"Acme\nKim,"Acme',
    ],
)
def test_a_mark_that_is_never_closed_refuses_its_lines(damaged: str, rows: Rows) -> None:
    found = rows(old(ANA, damaged, CYD))

    assert told(found) == ["Ana Example", f"Lines 3 to {3 + damaged.count(chr(10))}", "Cyd Example"]


LINE = st.sampled_from(
    [ANA, CYD, "line 1", "a, b", "", 'Bob,"Acme', 'x",06 Jul 2023', '"', 'Eve,E,,"Acme, Inc.",,01 May 2020', 'a "b" c']
)


@settings(deadline=None, max_examples=400)
@given(st.lists(LINE, max_size=14), st.booleans())
def test_whatever_is_damaged_every_line_is_told_and_nobody_is_made_up(lines: list[str], doubled: bool) -> None:
    """Who is called `line 1` or `x` stood there as a row of their own: no mark was open above them."""
    answer = open_upload(old(ANA, *lines), "Connections.csv")
    assert isinstance(answer, Reading)
    found = list(answer.rows())

    opened = False
    for row in found:
        if row.person and row.person.given_name == 'x"':
            assert not opened, "the end of a damaged row became a person"
        opened = bool(row.problems and "never closed" in row.problems[0].reason)
    assert [row.line for row in found] == sorted({row.line for row in found})


def test_one_row_that_is_too_long_is_called_so() -> None:
    answer = open_upload(old("x" * (2 * 1024 * 1024)), "Connections.csv")

    assert isinstance(answer, Refusal)
    assert "Line 2: This row is longer than 1 MB" in answer.reason
