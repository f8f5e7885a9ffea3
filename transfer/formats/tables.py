"""Tables as text: the header row found by looking for it, its delimiter by trying it, and records one at a time.

RFC 4180 with line breaks inside quotation marks; what a mark that is never closed costs stands in `marks`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from transfer.formats import limits
from transfer.formats.cells import caption
from transfer.formats.lines import TOO_LONG, Lines, Record
from transfer.formats.marks import Marks

DELIMITERS = (",", ";", "\t", "|")
BLANK = " \t\xa0"
# The first letter that is not blank; a delimiter between blanks is blank too.
NOT_BLANK = {delimiter: re.compile(f"[^{re.escape(BLANK + delimiter)}\n]") for delimiter in DELIMITERS}
csv.field_size_limit(limits.LINE_CHARACTERS + 1)


@dataclass(frozen=True, slots=True)
class Header:
    """A row of captions: where it stands, how it is divided, and where the records below it begin."""

    cells: tuple[str, ...]
    captions: frozenset[str]
    delimiter: str
    line: int
    end: int


def headers(text: str) -> Iterator[Header]:
    """Every reading of the first lines as a row of captions: each line, divided by each delimiter that occurs in it."""
    lines = Lines(text)
    while lines.number < limits.HEADER_LINES and (line := lines.next_line()) is not None:
        if len(line) > limits.LINE_CHARACTERS:
            continue
        for delimiter in sorted(filter(line.count, DELIMITERS), key=line.count, reverse=True):
            if line.count(delimiter) < limits.COLUMNS * 2:
                cells = tuple(next(csv.reader([line], delimiter=delimiter), ()))
                captions = frozenset(filter(None, map(caption, cells)))
                yield Header(cells, captions, delimiter, lines.number, lines.position)


def records(text: str, header: Header, whole: Callable[[Sequence[str]], bool]) -> Iterator[Record]:
    """The records below a header; rows without any text are passed over.

    `whole` says whether one line's cells are surely a record of their own, which no cell of another record contains.
    """
    lines = Lines(text, header.end, header.line)
    delimiter = header.delimiter
    marks = Marks(lines, delimiter, whole, len(header.cells))
    blank = delimiter + BLANK
    while (line := lines.next_line()) is not None:
        if not line.strip(blank):
            lines.skip(NOT_BLANK[delimiter])
        elif len(line) > limits.LINE_CHARACTERS:
            yield Record(lines.number, [line[:200]], error=TOO_LONG)
        elif '"' not in line:
            yield _bounded(Record(lines.number, line.split(delimiter)))
        else:
            record = marks.read(line)
            yield _bounded(replace(record, last=lines.number) if lines.number > record.line else record)


def _bounded(record: Record) -> Record:
    """The one place where a cell is measured, before any pattern looks at it."""
    if max(map(len, record.cells), default=0) <= limits.CELL_CHARACTERS:
        return record
    return Record(record.line, [cell[:200] for cell in record.cells[: limits.COLUMNS]], error=CELL_TOO_LONG)


CELL_TOO_LONG = (
    f"A cell of this row is longer than {limits.CELL_CHARACTERS:,} characters, and the row was not read. "
    "Look whether a quotation mark or a line break is missing."
)
