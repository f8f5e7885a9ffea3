"""The way in: an uploaded file is read, or refused in plain words. Nothing here raises, whatever the bytes.

Works in memory only, in time that grows with the size; asks no network, and follows no link of a file.
"""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import PurePosixPath

from transfer.formats import formats, limits
from transfer.formats.archives import exported_on, is_archive, wanted_entry
from transfer.formats.cells import clean
from transfer.formats.encodings import CONTROLS, decode
from transfer.formats.known import known_bytes, known_text
from transfer.formats.linkedin_rows import CAPTIONS_AGAIN, HIDDEN, NOBODY
from transfer.formats.records import DayOrder, Reading, Refusal
from transfer.formats.upload import Upload

USUAL = (NOBODY, HIDDEN, CAPTIONS_AGAIN)
"""Why most rows are not taken; any other reason is worth more than a count."""


def open_upload(data: bytes, filename: str, *, order: DayOrder | None = None) -> Reading | Refusal:
    """What an uploaded file holds. The name is shown and never believed; `order` answers `Reading.dates.unsettled`."""
    name = PurePosixPath(filename.replace("\\", "/")).name
    digest = sha256(data).hexdigest()
    if not is_archive(data):
        if len(data) > limits.TEXT_MB * limits.MB:
            return _too_large(
                limits.TEXT_MB, "Divide it, each part with the column names at the top, and upload the parts."
            )
        return _read(data, name, digest, order)
    if len(data) > limits.ARCHIVE_MB * limits.MB:
        return _too_large(limits.ARCHIVE_MB, "Unpack the archive, and upload Connections.csv from it.")
    entry = wanted_entry(data, lambda inside: any(format_.holds(inside) for format_ in formats()))
    return entry if isinstance(entry, Refusal) else _read(entry.data, entry.name, digest, order, exported_on(name))


def _read(
    data: bytes, name: str, digest: str, order: DayOrder | None, exported: date | None = None
) -> Reading | Refusal:
    if refusal := known_bytes(data):
        return refusal
    text = decode(data)
    upload = Upload(
        file_name=clean(CONTROLS.sub("", name))[:200],
        digest=digest,
        text=text.content,
        encoding=text.encoding,
        notes=text.notes,
        foreign=text.foreign,
        exported_on=exported,
    )
    for format_ in formats():
        if format_.recognise(upload):
            reading = format_.read(upload, order)
            return reading if isinstance(reading, Refusal) else _with_somebody(reading)
    return known_text(upload.text)


def _with_somebody(reading: Reading) -> Reading | Refusal:
    """Nobody recognised is an error, never a success with nothing in it."""
    count, hidden, why = 0, 0, ""
    for row in reading.rows():
        if row.person is not None:
            return reading
        count += 1
        why = why or next((f"Line {row.line}: {one.reason}" for one in row.problems if one.reason not in USUAL), "")
        hidden += row.hidden
    if not count:
        reason = (
            f"The column names stand in line {reading.header_line}, and no row below them. Download the file once more."
        )
    elif hidden == count:
        reason = f"Nobody to import: all {count:,} rows are closed or hidden profiles, of which only a date is given."
    elif why:
        reason = f"Nobody to import. {why}"
    else:
        reason = (
            f"Nobody to import: none of the {count:,} rows below line {reading.header_line} has a name, a profile, an "
            "e-mail address or a company. Upload the file as LinkedIn sent it."
        )
    return Refusal(kind=reading.kind, reason=reason)


def _too_large(megabytes: int, advice: str) -> Refusal:
    return Refusal(
        kind="too large", reason=f"This file is larger than {megabytes} MB, which is the most that is read. {advice}"
    )
