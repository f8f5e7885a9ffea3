"""From bytes to text: BOM, UTF-16 by its NULs, UTF-8, and of each line that is none what its letters look like.

No character is lost in silence: what cannot be read becomes U+FFFD, and `transfer.formats.cells` has a warning for it.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass

from charset_normalizer import from_bytes

# Marks of the byte order, the longer ones first: UTF-32's begins with UTF-16's.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
NAMES = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
    "cp1252": "Windows-1252",
    "cp1251": "Windows-1251",
    "mac_roman": "Mac Roman",
}
# Fenced in: left alone, the guess took a short Windows-1252 file for a code page of DOS.
CANDIDATES = ["cp1252", "mac_roman", "cp1251"]
ENOUGH_TO_GUESS = 20_000  # bytes
# Control characters say nothing in a table, PostgreSQL refuses NUL, and lone ones are a way to deceive.
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Text:
    """Decoded text with `\\n` between its lines, and how it was written."""

    content: str
    encoding: str
    notes: tuple[str, ...] = ()
    foreign: frozenset[int] = frozenset()
    """The lines, from 1, that were not in the encoding of the others."""


def decode(data: bytes) -> Text:
    """The text of a file; never raises, whatever the bytes."""
    for mark, codec in MARKS:
        if data.startswith(mark):
            return _text(data[len(mark) :].decode(codec, errors="replace"), NAMES[codec])
    if codec := _sixteen_bits(data[:4096]):
        return _text(data.decode(codec, errors="replace"), NAMES[codec])
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return _text(data.decode("utf-8"), NAMES["utf-8"])
    except UnicodeDecodeError:
        return _eight_bits(data)


def _sixteen_bits(start: bytes) -> str:
    """UTF-16 without a mark: in most scripts every other byte of the start is NUL."""
    even, odd = start[0::2].count(0), start[1::2].count(0)
    threshold = max(2, len(start) // 5)
    if odd >= threshold and even * 10 < odd:
        return "utf-16-le"
    if even >= threshold and odd * 10 < even:
        return "utf-16-be"
    return ""


def _eight_bits(data: bytes) -> Text:
    """Line by line: what is right UTF-8 stays so, whatever the others are."""
    lines = data.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    accented = [number for number, line in enumerate(lines) if not line.isascii()]
    foreign = [number for number in accented if not _is_utf8(lines[number])]
    is_mixed = len(foreign) < len(accented)
    codec = "cp1252" if is_mixed else _guess(b"\n".join(lines[number] for number in foreign)[:ENOUGH_TO_GUESS])
    for number in foreign:
        lines[number] = lines[number].decode(codec, errors="replace").encode()
    content = b"\n".join(lines).decode("utf-8")
    if is_mixed:
        return _text(content, NAMES["utf-8"], _named([number + 1 for number in foreign]), foreign=foreign)
    note = f"This file is not in UTF-8. It was read as {NAMES[codec]}: look at the accented letters before you go on."
    return _text(content, NAMES[codec], note)


def _guess(sample: bytes) -> str:
    found = from_bytes(sample, cp_isolation=list(CANDIDATES)).best()
    return found.encoding if found is not None and found.encoding in CANDIDATES else "cp1252"


def _named(foreign: list[int]) -> str:
    named = ", ".join(map(str, foreign[:10])) + (f" and {len(foreign) - 10} more" if len(foreign) > 10 else "")
    where = "Line" if len(foreign) == 1 else "Lines"
    return f"{where} {named} of this file: not in UTF-8 like the rest, read as Windows-1252. Look at the letters there."


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _text(content: str, encoding: str, *notes: str, foreign: Iterable[int] = ()) -> Text:
    content = content.removeprefix("\ufeff").replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    lines = frozenset(number + 1 for number in foreign)
    return Text(content=CONTROLS.sub("", content), encoding=encoding, notes=notes, foreign=lines)
