"""An uploaded spreadsheet as a table of texts: text files by the reader of the import, workbooks in bounds."""

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from io import BytesIO
from itertools import islice
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from contacts.rules.words import fold
from transfer.formats import limits
from transfer.formats.encodings import decode
from transfer.formats.lines import DamagedTable
from transfer.formats.tables import Header, headers, records

LARGEST: Final = 4 * limits.MB
UNPACKED: Final = 10 * limits.MB
ROWS: Final = 6_000
CELLS: Final = 100_000  # of a workbook, whose every cell is a piece of XML
ELSEWHERE: Final = "The import page takes larger files; or divide it, each part with the column names at the top."
UNREADABLE: Final = (
    "This file cannot be read as a table. Save it as CSV or as an Excel workbook (.xlsx), and upload that."
)
BROKEN: Final = (
    zipfile.BadZipFile, InvalidFileException, SyntaxError, KeyError, ValueError, TypeError, OSError, AttributeError,
    IndexError, EOFError, NotImplementedError, RuntimeError,
)  # fmt: skip


class NoTable(Exception):
    """Why there is nothing to read; the message is for the person."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """A row below the column names; `number` is its line, or its row in a workbook."""

    number: int
    cells: list[str]
    error: str = ""


@dataclass(frozen=True, kw_only=True)
class Table:
    head: list[str]
    lines: list[Line]
    notes: list[str] = field(default_factory=list)


def read_table(data: bytes, captions: Iterable[str]) -> Table:
    """The table in which some of these captions stand, as `fold` writes them. NoTable: there is none, or too much."""
    if len(data) > LARGEST:
        raise NoTable(f"This file is larger than {LARGEST // limits.MB} MB. {ELSEWHERE}")
    known = frozenset(captions)
    found = _workbook(data, known) if data.startswith(b"PK\x03\x04") else _text(data, known)
    if len(found.lines) > ROWS:
        raise NoTable(f"This file has more than {ROWS:,} rows. {ELSEWHERE}")
    return found


def _text(data: bytes, known: frozenset[str]) -> Table:
    text = decode(data)
    header = _header(text.content, known)
    width = len(header.cells)
    try:
        read = list(
            islice(records(text.content, header, lambda cells: len(cells) == width and cells[0].isdecimal()), ROWS + 1)
        )
    except DamagedTable as error:
        raise NoTable(str(error)) from error
    lines = [Line(number=row.line, cells=row.cells, error=row.error or row.warning) for row in read]
    return Table(head=list(header.cells), lines=lines, notes=list(text.notes))


def _header(text: str, known: frozenset[str]) -> Header:
    """The line that holds the most of our captions; a single column has no delimiter to be divided by."""
    first, _, _ = text.partition("\n")
    alone = Header((first.strip().strip('"'),), frozenset(), ",", 1, len(first) + 1)
    found = max([*headers(text), alone], key=lambda header: _known_in(header.cells, known))
    if not _known_in(found.cells, known):
        raise NoTable(
            "No column of this file has a name that is known here. The first row names the columns: id, Name …"
        )
    return found


def _known_in(cells: Iterable[Any], known: frozenset[str]) -> int:
    return sum(fold(str(cell)) in known for cell in cells if cell is not None)


def _workbook(data: bytes, known: frozenset[str]) -> Table:
    """The first sheet. What it says of its size is not believed: cells are read as they come, and counted."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > UNPACKED:
                raise NoTable(f"Unpacked, this workbook is larger than {UNPACKED // limits.MB} MB. {ELSEWHERE}")
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        return _rows(sheet.iter_rows(values_only=True), known)
    except BROKEN as error:
        raise NoTable(UNREADABLE) from error


def _rows(rows: Iterator[tuple[Any, ...]], known: frozenset[str]) -> Table:
    head: list[str] = []
    lines: list[Line] = []
    cells_read = 0
    for number, row in enumerate(rows, start=1):
        if number > ROWS + limits.HEADER_LINES or len(row) > limits.COLUMNS:
            raise NoTable(f"This sheet has more than {ROWS:,} rows or {limits.COLUMNS} columns. {ELSEWHERE}")
        cells_read += len(row)
        if cells_read > CELLS:
            raise NoTable(f"This sheet has more than {CELLS:,} cells. Save it as CSV, and upload that, or divide it.")
        if not head and _known_in(row, known):
            head = [_cell(value) for value in row]
        elif head and any(value not in (None, "") for value in row):
            cells = [_cell(value) for value in row]
            too_long = max(map(len, cells)) > limits.CELL_CHARACTERS
            lines.append(Line(number=number, cells=cells, error="A cell of this row is too long." if too_long else ""))
    if not head:
        raise NoTable(
            "No column of this sheet has a name that is known here. The first row names the columns: id, Name …"
        )
    return Table(head=head, lines=lines)


def _cell(value: Any) -> str:
    """A cell of a workbook, as somebody would have typed it."""
    if value is None or isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time.min else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
