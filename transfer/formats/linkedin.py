"""LinkedIn's `Connections.csv` of every era: with and without the note above the header, with and without URL.

Also as a spreadsheet saved it again (semicolons, tabs, other dates, padded rows). Rows of members who hide their
profile hold only a date: they are counted and reported, and make nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import PurePosixPath

from transfer.formats import limits
from transfer.formats.cells import caption
from transfer.formats.columns import Columns, match
from transfer.formats.dates import looks_like_a_day, settle
from transfer.formats.lines import DamagedTable
from transfer.formats.linkedin_rows import URL_START, RowReader
from transfer.formats.records import DayOrder, Reading, Refusal, Row
from transfer.formats.tables import Header, headers, records
from transfer.formats.upload import Upload

# No export with other than English captions is known; two projects expect these German and French ones.
WORDS = {
    **dict.fromkeys(("firstname", "vorname", "prénom", "prenom"), "given_name"),
    **dict.fromkeys(("lastname", "nachname", "nom"), "family_name"),
    **dict.fromkeys(("url", "profileurl"), "url"),
    **dict.fromkeys(("emailaddress", "email", "emailadresse", "adresseemail"), "email"),
    **dict.fromkeys(("company", "unternehmen", "firma", "entreprise"), "company"),
    **dict.fromkeys(("position", "poste"), "position"),
    **dict.fromkeys(("connectedon", "verbundenam", "datedeconnexion"), "connected_on"),
}
NEEDED = frozenset({"given_name", "family_name", "connected_on"})


class LinkedInConnections:
    kind = "LinkedIn connections"

    def holds(self, entry: str) -> bool:
        path = PurePosixPath(entry.replace("\\", "/"))
        return path.suffix.casefold() == ".csv" and caption(path.stem) == "connections"

    def recognise(self, upload: Upload) -> bool:
        return _header(upload.text) is not None

    def read(self, upload: Upload, order: DayOrder | None = None) -> Reading | Refusal:
        header = _header(upload.text)
        if header is None:
            return Refusal(kind=self.kind, reason="No row names the columns First Name, Last Name and Connected On.")
        if len(header.cells) > limits.COLUMNS:
            return Refusal(
                kind=self.kind,
                reason=f"This table has {len(header.cells):,} columns; up to {limits.COLUMNS} are read. "
                "Delete the columns that LinkedIn did not write, or upload the file as LinkedIn sent it.",
            )
        return self._reading(upload, header, match(header.cells, WORDS), order)

    def _reading(self, upload: Upload, header: Header, columns: Columns, order: DayOrder | None) -> Reading | Refusal:
        when = columns.index("connected_on")

        def whole(cells: Sequence[str]) -> bool:
            if len(cells) != columns.width:
                return False
            url = columns.pad(cells)[columns.index("url")][: limits.URL_CHARACTERS]
            return URL_START.match(url) is not None or looks_like_a_day(cells[when].strip())

        try:
            found = islice(records(upload.text, header, whole), limits.RECORDS + 1)
            days = [record.cells[when].strip() if when < len(record.cells) else "" for record in found]
        except DamagedTable as damage:
            return Refusal(kind=self.kind, reason=str(damage))
        if len(days) > limits.RECORDS:
            return Refusal(
                kind=self.kind,
                reason=f"This file has more than {limits.RECORDS:,} rows; LinkedIn allows fewer connections. "
                "Divide it, each part with the column names at the top, and upload the parts.",
            )
        dates = settle(days, order)

        def rows() -> Iterator[Row]:
            reader = RowReader(columns, dates.order, upload.foreign, has_lost_letters="\ufffd" in upload.text)
            for number, record in enumerate(records(upload.text, header, whole), start=1):
                yield reader.read(record, number)

        return Reading(
            kind=self.kind,
            file_name=upload.file_name,
            digest=upload.digest,
            encoding=upload.encoding,
            delimiter=header.delimiter,
            header_line=header.line,
            header=header.cells,
            columns=columns.captions,
            unknown_columns=tuple(label for index, label in columns.unknown if header.cells[index].strip()),
            records=len(days),
            dates=dates,
            notes=upload.notes,
            rows=rows,
            exported_on=upload.exported_on,
        )


def _header(text: str) -> Header | None:
    for header in headers(text):
        if {WORDS.get(said) for said in header.captions} >= NEEDED:
            return header
    return None


FORMAT = LinkedInConnections()
