"""The lines of a text with a way back, and the record that is read from one or more of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from transfer.formats import limits

TOO_LONG = f"This row is longer than {limits.LINE_MB} MB, and was not read. Look whether a quotation mark is missing."


class DamagedTable(Exception):
    """A table that cannot be read to its end; the message is for the person."""


@dataclass(frozen=True, slots=True)
class Record:
    """Cells, or a reason why there are none; `line` is the physical line on which the record starts."""

    line: int
    cells: list[str]
    warning: str = ""
    error: str = ""
    last: int = 0
    """The line on which it ends, where that is another one."""


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
