"""What reading a file gives: rows with people and problems, and how the file was understood."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from transfer.rules.person import Person


class Severity(StrEnum):
    ERROR = "error"
    """The row was not taken."""
    WARNING = "warning"
    """The row was taken, with something missing."""
    HIDDEN = "hidden"
    """The row was not taken, and nothing is to be done: the person hides their profile, only the date is there."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """Why a row, or a part of it, was not taken: where, whose, and in plain words what to do about it."""

    line: int
    number: int
    name: str
    reason: str
    severity: Severity


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One record. `line` is the physical line of the file on which it starts, `number` counts records; both from 1.

    `raw` is a record that is not taken, as it stands in the file, cell by cell, surplus cells included.
    """

    line: int
    number: int
    person: Person | None
    problems: tuple[Problem, ...] = ()
    raw: tuple[str, ...] = ()

    @property
    def hidden(self) -> bool:
        return any(problem.severity is Severity.HIDDEN for problem in self.problems)


class DayOrder(StrEnum):
    """How the numbers of a date like 7/5/2023 stand in one file."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


@dataclass(frozen=True, kw_only=True, slots=True)
class Dates:
    """The decision on a file's dates. `order` is None while nothing in the file settles it.

    `unsettled` counts the dates that wait for it; above 0, ask, and open the file again with the answer.
    """

    order: DayOrder | None = None
    asked: bool = False
    unsettled: int = 0
    example: str = ""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A file that was understood. `rows()` reads it from the start, as often as it is called, a row at a time."""

    kind: str
    file_name: str
    digest: str
    encoding: str
    delimiter: str
    header_line: int
    header: tuple[str, ...]
    columns: Mapping[str, str]
    """The field of the person → the caption of the column in which it was found."""
    unknown_columns: tuple[str, ...]
    """Captions of columns without a field; their cells stand in `Person.details`."""
    records: int
    dates: Dates
    notes: tuple[str, ...]
    """What is to be said about the file as a whole, in plain words."""
    rows: Callable[[], Iterator[Row]]
    exported_on: date | None = None
    """The day of the export, where the name of its archive says it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Refusal:
    """A file that is not read: what it is (or seems to be), and in plain words why not, and what to do instead."""

    kind: str
    reason: str
