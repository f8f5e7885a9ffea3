"""From bytes to text: BOM, UTF-16 by its NULs, strict UTF-8, then row by row, then what the letters look like.

No character is lost in silence: what cannot be read becomes U+FFFD, and `transfer.formats.cells` has a warning for it.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

# Marks of the byte order, the longer ones first: UTF-32's begins with UTF-16's.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
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


def decode(data: bytes) -> Text:
    """The text of a file; never raises, whatever the bytes."""
    for mark, codec in MARKS:
        if data.startswith(mark):
            return _text(data[len(mark) :].decode(codec, errors="replace"), NAMES[codec])
    if codec := _sixteen_bits(data[:4096]):
        return _text(data.decode(codec, errors="replace"), NAMES[codec])
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
    lines = data.split(b"\n")
    foreign = [number for number, line in enumerate(lines, start=1) if not line.isascii() and not _is_utf8(line)]
    accented = sum(1 for line in lines if not line.isascii())
    if len(foreign) * 2 <= accented:
        return _mixed(lines, foreign)
    sample = b"\n".join(lines[number - 1] for number in foreign)[:ENOUGH_TO_GUESS]
    guess = from_bytes(sample, cp_isolation=list(CANDIDATES)).best()
    codec = guess.encoding if guess is not None and guess.encoding in CANDIDATES else "cp1252"
    note = f"This file is not in UTF-8. It was read as {NAMES[codec]}: look at the accented letters before you go on."
    return _text(data.decode(codec, errors="replace"), NAMES[codec], note)


def _mixed(lines: list[bytes], foreign: list[int]) -> Text:
    """Mostly UTF-8: only the lines that are not are read as Windows-1252, and named."""
    for number in foreign:
        lines[number - 1] = lines[number - 1].decode("cp1252", errors="replace").encode()
    named = ", ".join(map(str, foreign[:10])) + (f" and {len(foreign) - 10} more" if len(foreign) > 10 else "")
    where = "Line" if len(foreign) == 1 else "Lines"
    note = f"{where} {named} of this file: not in UTF-8 like the rest, read as Windows-1252. Look at the letters there."
    return _text(b"\n".join(lines).decode("utf-8", errors="replace"), NAMES["utf-8"], note)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _text(content: str, encoding: str, *notes: str) -> Text:
    content = content.removeprefix("\ufeff").replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    return Text(content=CONTROLS.sub("", content), encoding=encoding, notes=notes)
