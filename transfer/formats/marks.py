"""Records with quotation marks, which may go on over the next lines; and what is done where the marks are wrong.

A repair never makes up rows. A line that is surely a whole row is one, whatever mark stands in it. Else the row on
which the doubt began is refused, with all its lines: to where its mark is closed, or up to the next whole row.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence

from transfer.formats import limits
from transfer.formats.lines import TOO_LONG, DamagedTable, Lines, Record

NEVER_CLOSED = "A quotation mark in this row is never closed. It was read as if it were a letter: look at the row."


class Marks:
    """Reads the records of one table that hold quotation marks."""

    def __init__(self, lines: Lines, delimiter: str, whole: Callable[[Sequence[str]], bool], width: int) -> None:
        self.lines = lines
        self.delimiter = delimiter
        self.is_whole = whole
        self.width = width
        self.lone = 0
        self.read_again = 0

    def read(self, line: str) -> Record:
        """The record that begins with this line, which was read last; the lines go on behind it."""
        start = self._place()
        try:
            cells = next(csv.reader([line], delimiter=self.delimiter, strict=True), [])
        except csv.Error:
            if len(lenient := self._alone(line)) == self.width and not self._is_open(line):
                return Record(start[1], lenient)
        else:
            return Record(start[1], cells)
        return self._over_lines(line, start)

    def _over_lines(self, line: str, start: tuple[int, int]) -> Record:
        alone = line.split(self.delimiter)
        is_row = self.is_whole(alone)
        size, whole_at, marked = len(line), None, 1
        too_long = False

        def feed() -> Iterator[str]:
            nonlocal size, whole_at, marked, too_long
            yield line
            while True:  # asked for only while a quotation mark is open
                before = self._place()
                more = self.lines.next_line()
                if more is None:
                    return
                size += len(more) + 1
                if size > limits.LINE_CHARACTERS:
                    too_long = True
                    return
                marked += '"' in more
                if whole_at is None and self._stands_alone(more):
                    whole_at = before
                    if is_row:
                        return
                yield "\n" + more

        try:
            cells = next(csv.reader(feed(), delimiter=self.delimiter, strict=True), [])
        except csv.Error:
            if is_row and whole_at is not None and not self.lines.text[start[0] : whole_at[0]].strip():
                self.lines.position, self.lines.number = start
                self._count(1, start[1])
                return Record(start[1], alone, warning=NEVER_CLOSED)
            return self._in_doubt(line, start, whole_at, marked, too_long=too_long)
        if whole_at is None and not self._joins_rows(alone, start):
            return Record(start[1], cells)
        return self._refused(line, start[1])

    def _joins_rows(self, first: Sequence[str], start: tuple[int, int]) -> bool:
        """Whether the line on which the mark is opened and that on which it is closed look each like a row.

        A cell that goes on over lines leaves to each of these two a part of its row only.
        """
        last = self.lines.text[start[0] : self.lines.position].rstrip("\n").rpartition("\n")[2]
        return len(first) == len(last.split(self.delimiter)) == self.width

    def _in_doubt(
        self, line: str, start: tuple[int, int], whole_at: tuple[int, int] | None, marked: int, *, too_long: bool
    ) -> Record:
        """The mark is never closed, or closed inside a word: everything up to the next whole row may be this row's."""
        if whole_at is None:
            while True:
                whole_at = self._place()
                more = self.lines.next_line()
                if more is None or self._stands_alone(more):
                    break
                marked += '"' in more
                if self.lone + marked > limits.LONE_QUOTES:
                    break
        else:
            marked = 1
            self.read_again += self.lines.position - whole_at[0]
        self.lines.position, self.lines.number = whole_at
        self._count(marked, start[1])
        return Record(start[1], [line[:200]], error=TOO_LONG) if too_long else self._refused(line, start[1])

    def _refused(self, line: str, number: int) -> Record:
        last = self.lines.number
        where = f"Lines {number:,} to {last:,}: a" if last > number else "A"
        return Record(
            number,
            line[: limits.CELL_CHARACTERS].split(self.delimiter)[: limits.COLUMNS],
            error=f"{where} quotation mark is not where it should be, so that nobody can say what belongs to this row. "
            "It was not read. Correct the marks there, and upload the file again.",
        )

    def _count(self, marked: int, number: int) -> None:
        """A file of such rows is damaged; and to look for their ends again and again would take for ever."""
        self.lone += marked
        if self.lone > limits.LONE_QUOTES or self.read_again > limits.READ_AGAIN:
            raise DamagedTable(
                f"More than {limits.LONE_QUOTES} rows have a quotation mark that is never closed (the last one in line "
                f"{number}). The file is damaged: fetch it anew, and upload it as it comes."
            )

    def _stands_alone(self, line: str) -> bool:
        return self.delimiter in line and (
            self.is_whole(self._alone(line)) or self.is_whole(line.split(self.delimiter))
        )

    def _alone(self, line: str) -> list[str]:
        """One line as a record, whatever stands around it."""
        try:
            return next(csv.reader([line], delimiter=self.delimiter), [])
        except csv.Error:
            return [line[:200]]

    def _is_open(self, line: str) -> bool:
        """Whether a mark of it is still open at its end."""
        asked = []

        def feed() -> Iterator[str]:
            yield line
            asked.append(True)

        next(csv.reader(feed(), delimiter=self.delimiter), None)
        return bool(asked)

    def _place(self) -> tuple[int, int]:
        return self.lines.position, self.lines.number
