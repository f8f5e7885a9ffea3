"""The one wanted entry of a ZIP archive, read in memory and within bounds; no entry is ever written to a disk."""

from __future__ import annotations

import lzma
import re
import struct
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from transfer.formats import limits
from transfer.formats.records import Refusal

ARCHIVE = "ZIP archive"
MAGIC = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
ENTRY_IN_DIRECTORY = b"PK\x01\x02"
ENCRYPTED = 0x1
# Whatever zipfile and zlib raise on bytes that only look like an archive.
BROKEN = (
    BadZipFile,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    lzma.LZMAError,
    struct.error,
    zlib.error,
)
DAMAGED = "This archive is damaged or incomplete. Download it from LinkedIn once more, and upload it as it comes."

# LinkedIn puts the day into the name of its archive: `Basic_LinkedInDataExport_10-21-2023.zip`.
EXPORTED = re.compile(r"LinkedInDataExport_(\d\d)-(\d\d)-(\d{4})", re.IGNORECASE)

# What else is a ZIP archive inside, by an entry that only this kind has.
OFFICE = (
    ("xl/workbook.xml", "Excel workbook", "In Excel choose File, Save as, CSV UTF-8, and upload that file."),
    ("xl/workbook.bin", "Excel workbook", "In Excel choose File, Save as, CSV UTF-8, and upload that file."),
    ("word/document.xml", "Word document", "Fifty Cups reads LinkedIn's Connections.csv."),
    ("ppt/presentation.xml", "PowerPoint presentation", "Fifty Cups reads LinkedIn's Connections.csv."),
    ("content.xml", "LibreOffice document", "If it is a table: choose Save as, Text CSV, and upload that file."),
    (
        "index/document.iwa",
        "Numbers or Pages document",
        "If it is a table: choose Export to, CSV, and upload that file.",
    ),
)


@dataclass(frozen=True, slots=True)
class Entry:
    name: str
    data: bytes


def is_archive(data: bytes) -> bool:
    return data.startswith(MAGIC)


def exported_on(name: str) -> date | None:
    """The day of which the archive's own name speaks, if it is one."""
    found = EXPORTED.search(name[:255])
    try:
        return date(int(found[3]), int(found[1]), int(found[2])) if found else None
    except ValueError:
        return None


def wanted_entry(data: bytes, wanted: Callable[[str], bool]) -> Entry | Refusal:
    """The entry that a format reads (the one least deep, if there are several), or why there is none."""
    # Counted before zipfile makes an object of each; what the archive says of their number may be a lie.
    if data.count(ENTRY_IN_DIRECTORY) > limits.ENTRIES:
        return _refuse(
            f"This archive holds more than {limits.ENTRIES:,} files. Upload Connections.csv from it, without the rest."
        )
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            found = sorted((entry for entry in entries if _is_meant(entry, wanted)), key=_depth)
            return _unpack(archive, found[0]) if found else _not_there(entry.filename for entry in entries)
    except BROKEN:
        return _refuse(DAMAGED)


def _unpack(archive: ZipFile, entry: ZipInfo) -> Entry | Refusal:
    name = PurePosixPath(entry.filename.replace("\\", "/")).name
    if entry.flag_bits & ENCRYPTED:
        return _refuse(
            "This archive is locked with a password. Unpack it yourself, and upload Connections.csv from it."
        )
    if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        return _refuse(
            "This archive is packed in an unusual way. Unpack it yourself, and upload Connections.csv from it."
        )
    too_large = _refuse(
        f"{name[:80]} in this archive is larger than {limits.UNPACKED_MB} MB. Divide it, and upload its parts."
    )
    if entry.file_size > limits.UNPACKED_MB * limits.MB:
        return too_large
    if entry.file_size > limits.RATIO * max(entry.compress_size, 1):
        return _refuse(
            f"{name[:80]} in this archive grows to more than {limits.RATIO} times its size when unpacked, as no table "
            "of people does. Download the archive from LinkedIn once more, and upload it as it comes."
        )
    with archive.open(entry) as packed:
        # The directory may lie about the size: one byte more than allowed tells.
        content = packed.read(limits.UNPACKED_MB * limits.MB + 1)
    return too_large if len(content) > limits.UNPACKED_MB * limits.MB else Entry(name, content)


def _is_meant(entry: ZipInfo, wanted: Callable[[str], bool]) -> bool:
    # Macs put a shadow of each file beside it, with the same name and other content.
    return wanted(entry.filename) and "__MACOSX" not in entry.filename


def _depth(entry: ZipInfo) -> tuple[int, str]:
    return entry.filename.replace("\\", "/").count("/"), entry.filename


def _not_there(names: Iterable[str]) -> Refusal:
    folded = [name.replace("\\", "/").casefold() for name in names]
    for entry, kind, advice in OFFICE:
        if entry in folded:
            return Refusal(kind=kind, reason=f"This is a {kind}. {advice}".replace("a Excel", "an Excel"))
    if any(name.endswith(".zip") for name in folded):
        return _refuse(
            "This archive holds another archive. Unpack it, and upload the one inside, or Connections.csv from it."
        )
    if not folded:
        return _refuse("This archive is empty. Download it from LinkedIn once more, and upload it as it comes.")
    return _refuse(
        "This archive holds no Connections.csv. Ask LinkedIn for your data again (Settings, Data privacy, Get a copy "
        "of your data), tick Connections, and upload the archive that then comes."
    )


def _refuse(reason: str) -> Refusal:
    return Refusal(kind=ARCHIVE, reason=reason)
