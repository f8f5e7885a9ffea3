"""One row of LinkedIn's connections: the person in it, and in plain words what could not be taken."""

from __future__ import annotations

import re
from datetime import date

from contacts.rules.same_person import linkedin_key
from transfer.formats import limits
from transfer.formats.cells import LOST, clean, cut, is_email, web_address
from transfer.formats.columns import Columns
from transfer.formats.dates import NotADay, read_day
from transfer.formats.lines import Record
from transfer.formats.records import DayOrder, Problem, Row, Severity
from transfer.rules.person import CONNECTED_ON, Person

URL_START = re.compile(r"\A\s*https?://", re.IGNORECASE)

LONGEST = {
    **dict.fromkeys(("given_name", "family_name"), limits.NAME_CHARACTERS),
    **dict.fromkeys(("company", "position"), limits.TEXT_CHARACTERS),
}

HIDDEN = "Only the day is given: this profile is closed or hidden. There is nothing to be done."
NOBODY = (
    "Neither a name nor a profile, an e-mail address or a company stands in this row. Add a name, and upload it again."
)
CAPTIONS_AGAIN = "This row repeats the column names."
TOO_WIDE = f"This row has more than {limits.COLUMNS} cells, and was not read. Look whether a line break is missing."
LETTERS_LOST = f"“{LOST}” stands where a letter was lost before the file came here. Correct it by hand."
FOREIGN = "This row is not in UTF-8 like others of the file. It was read as Windows-1252: look at its letters."
NOT_A_LINK = "is not a web address that begins with http or https. It is kept as text, and is no link."
NO_EMAIL = "is not an e-mail address. It is kept as text."


class RowReader:
    """Reads the rows of one file. Most files name few different days many times: each is understood once."""

    def __init__(
        self, columns: Columns, order: DayOrder | None, foreign: frozenset[int], *, has_lost_letters: bool
    ) -> None:
        self.columns = columns
        self.order = order
        self.foreign = foreign
        self.has_lost_letters = has_lost_letters
        self.days: dict[str, date | NotADay] = {}
        fields = ("given_name", "family_name", "url", "email", "company", "position", "connected_on")
        self.indices = tuple(columns.index(field) for field in fields)

    def read(self, record: Record, number: int) -> Row:
        if record.error:
            return _refused(record, number, record.error)
        if len(record.cells) > limits.COLUMNS:
            return _refused(record, number, TOO_WIDE)
        cells = self.columns.pad(record.cells)
        given, family, url, email, company, position, day = [clean(cells[index]) for index in self.indices]
        if day == self.columns.captions["connected_on"]:
            return _refused(record, number, CAPTIONS_AGAIN)

        reasons: list[str] = []
        details = self._details(record, cells, reasons)
        address = self._url(url, details, reasons)
        key = (linkedin_key(address) or "") if address else ""
        person = Person(
            given_name=self._fitting("given_name", given, details, reasons),
            family_name=self._fitting("family_name", family, details, reasons),
            company=self._fitting("company", company, details, reasons),
            position=self._fitting("position", position, details, reasons),
            url=address,
            linkedin_key=key if len(key) <= limits.KEY_CHARACTERS else "",
            emails=self._emails(email, details, reasons),
            connected_on=self._day(day, details, reasons),
            details=details,
        )
        if not person.name:
            only_a_day = day and not (url or email or position or details.keys() - {CONNECTED_ON})
            if only_a_day:
                return _refused(record, number, HIDDEN, Severity.HIDDEN)
            return _refused(record, number, NOBODY)
        if record.warning:
            reasons.insert(0, record.warning)
        if self.foreign and not self.foreign.isdisjoint(range(record.line, max(record.last, record.line) + 1)):
            reasons.append(FOREIGN)
        if self.has_lost_letters and any(LOST in cell for cell in record.cells):
            reasons.append(LETTERS_LOST)
        problems = tuple(_problem(record, number, reason, person.name, Severity.WARNING) for reason in reasons)
        return Row(line=record.line, number=number, person=person, problems=problems)

    def _details(self, record: Record, cells: list[str], reasons: list[str]) -> dict[str, str]:
        details = {label: said for index, label in self.columns.unknown if (said := clean(cells[index]))}
        surplus = [said for cell in record.cells[self.columns.width :] if (said := clean(cell))]
        if surplus:
            details["Surplus cells"] = " · ".join(surplus)
            count = "1 cell" if len(surplus) == 1 else f"{len(surplus)} cells"
            reasons.append(f"{count} more than there are columns: {_short(details['Surplus cells'])}. Kept as text.")
        return details

    def _fitting(self, field: str, text: str, details: dict[str, str], reasons: list[str]) -> str:
        characters = LONGEST[field]
        if len(text) * 18 <= characters or (fitting := cut(text, characters)) == text:
            return text
        label = self.columns.captions[field]
        details[label] = text
        reasons.append(f"{label} is longer than the {characters} characters that fit. The whole text is kept.")
        return fitting

    def _url(self, cell: str, details: dict[str, str], reasons: list[str]) -> str:
        if not cell:
            return ""
        address = web_address(cell)
        if not address:
            details["URL"] = cell
            reasons.append(f'"{_short(cell)}" {NOT_A_LINK}')
        return address

    def _emails(self, cell: str, details: dict[str, str], reasons: list[str]) -> tuple[str, ...]:
        if not cell:
            return ()
        if is_email(cell):
            return (cell,)
        details["Email Address"] = cell
        reasons.append(f'"{_short(cell)}" {NO_EMAIL}')
        return ()

    def _day(self, cell: str, details: dict[str, str], reasons: list[str]) -> date | None:
        if not cell:
            return None
        if cell not in self.days:
            self.days[cell] = read_day(cell, self.order)
        day = self.days[cell]
        if isinstance(day, date):
            return day
        details[CONNECTED_ON] = cell
        reasons.append(day.reason)
        return None


def _problem(record: Record, number: int, reason: str, name: str, severity: Severity) -> Problem:
    return Problem(line=record.line, number=number, name=name, reason=reason, severity=severity)


def _refused(record: Record, number: int, reason: str, severity: Severity = Severity.ERROR) -> Row:
    problem = _problem(record, number, reason, "", severity)
    raw = tuple(record.cells[: limits.COLUMNS])
    return Row(line=record.line, number=number, person=None, problems=(problem,), raw=raw)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"
