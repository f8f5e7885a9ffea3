"""Tables as text: the header row found by looking for it, its delimiter by trying it, and records one at a time.

RFC 4180 with line breaks inside quotation marks. A mark that is never closed costs its own row only: a record that
swallowed whole rows, or grew beyond all measure, is read again as if the mark were a letter.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from transfer.formats import limits
from transfer.formats.cells import caption

DELIMITERS = (",", ";", "\t", "|")
BLANK = " \t\xa0"
# The first letter that is not blank; a delimiter between blanks is blank too.
NOT_BLANK = {delimiter: re.compile(f"[^{re.escape(BLANK + delimiter)}\n]") for delimiter in DELIMITERS}
csv.field_size_limit(limits.LINE_CHARACTERS + 1)


class DamagedTable(Exception):
    """A table that cannot be read to its end; the message is for the person."""


@dataclass(frozen=True, slots=True)
class Header:
    """A row of captions: where it stands, how it is divided, and where the records below it begin."""

    cells: tuple[str, ...]
    captions: frozenset[str]
    delimiter: str
    line: int
    end: int


@dataclass(frozen=True, slots=True)
class Record:
    """Cells, or a reason why there are none; `line` is the physical line on which the record starts."""

    line: int
    cells: list[str]
    warning: str = ""
    error: str = ""


class Lines:
    """The lines of a text, one by one, with a way back."""

    def __init__(self, text: str, position: int = 0, number: int = 0) -> None:
        self.text = text
        self.position = position
        self.number = number

    def next_line(self) -> str | None:
        if self.position >= len(self.text):
            return None
        end = self.text.find("\n", self.position)
        end = len(self.text) if end < 0 else end
        line = self.text[self.position : end]
        self.position = end + 1
        self.number += 1
        return line

    def skip(self, not_blank: re.Pattern[str]) -> None:
        """Pass over whole lines of blanks at once: some spreadsheets write a million of them."""
        found = not_blank.search(self.text, self.position)
        end = self.text.rfind("\n", self.position, found.start() if found else len(self.text)) + 1
        if end:
            self.number += self.text.count("\n", self.position, end)
            self.position = end


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
    delimiter, lone_quotes = header.delimiter, 0
    blank = delimiter + BLANK
    while (line := lines.next_line()) is not None:
        number = lines.number
        if not line.strip(blank):
            lines.skip(NOT_BLANK[delimiter])
            continue
        if len(line) > limits.LINE_CHARACTERS:
            yield Record(number, [line[:200]], error=TOO_LONG)
        elif '"' not in line:
            yield _bounded(Record(number, line.split(delimiter)))
        else:
            position = lines.position
            record = _quoted(line, lines, delimiter, whole)
            if record.warning:
                lines.position, lines.number = position, number
                lone_quotes += 1
                if lone_quotes > limits.LONE_QUOTES:
                    raise DamagedTable(
                        f"More than {limits.LONE_QUOTES} rows have a quotation mark that is never closed (the last "
                        f"one in line {number}). The file is damaged: fetch it anew, and upload it as it comes."
                    )
            yield _bounded(record)


def _bounded(record: Record) -> Record:
    """The one place where a cell is measured, before any pattern looks at it."""
    if max(map(len, record.cells), default=0) <= limits.CELL_CHARACTERS:
        return record
    return Record(record.line, [cell[:200] for cell in record.cells[: limits.COLUMNS]], error=CELL_TOO_LONG)


TOO_LONG = f"This row is longer than {limits.LINE_MB} MB, and was not read. Look whether a quotation mark is missing."
CELL_TOO_LONG = (
    f"A cell of this row is longer than {limits.CELL_CHARACTERS:,} characters, and the row was not read. "
    "Look whether a quotation mark or a line break is missing."
)
NEVER_CLOSED = "A quotation mark in this row is never closed. It was read as if it were a letter: look at the row."


def _quoted(line: str, lines: Lines, delimiter: str, whole: Callable[[Sequence[str]], bool]) -> Record:
    """A record that holds quotation marks, and so may go on over the next lines."""
    start, size = lines.number, len(line)
    unclosed = False

    def feed() -> Iterator[str]:
        nonlocal size, unclosed
        yield line
        while True:  # asked for only while a quotation mark is open
            more = lines.next_line()
            if more is not None:
                size += len(more)
            if (
                more is None
                or size > limits.LINE_CHARACTERS
                or lines.number - start >= limits.LINES_PER_RECORD
                or (more.count(delimiter) and whole(_alone(more, delimiter)))
            ):
                unclosed = True
                return
            yield "\n" + more

    try:
        cells = next(csv.reader(feed(), delimiter=delimiter), [])
    except csv.Error:
        return Record(start, [line[:200]], error=TOO_LONG)
    if unclosed:
        return Record(start, line.split(delimiter), warning=NEVER_CLOSED)
    return Record(start, cells)


def _alone(line: str, delimiter: str) -> list[str]:
    """One line as a record, whatever stands around it."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return [line[:200]]
