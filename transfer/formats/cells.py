"""One cell: trimmed, normalised, freed of what cannot be seen; and the web and mail addresses in it judged."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import combining, is_normalized, normalize
from urllib.parse import urlsplit

from contacts.rules.words import fold
from transfer.formats.limits import EMAIL_CHARACTERS, URL_CHARACTERS

# At the edges only: inside a word ZWNJ spells Persian, and ZWJ joins the parts of an emoji.
INVISIBLE = " \t\n\xa0\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u061c"
# Marks that turn the direction of the text; without their closing partner they turn the rest of the page around.
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
BLANKS = re.compile(r"\s+")
CAPTION = re.compile(r"[\W_]+")
EMAIL = re.compile(r"\A[^@\s,;<>()\"]+@[^@\s,;<>()\"]+\Z")
# Most addresses; such a one needs not be taken apart to be judged.
PLAIN_ADDRESS = re.compile(r"https?://www\.[0-9a-z-]+\.[a-z]+/[0-9A-Za-z_/-]*")
SCHEME = re.compile(r"\A[a-z][a-z0-9+.-]*:", re.IGNORECASE)
# Unicode's own bound (UAX 15): normalising sorts the marks on a letter, in time that is the square of their number.
MARKS = "".join(chr(code) for code in range(0x300, 0x1E950) if combining(chr(code)))
TOO_MANY_MARKS = re.compile(f"([{MARKS}]{{30}})[{MARKS}]+")
MANY_MARKS = 60  # letters of a cell in which they cost nothing
CAPTION_CHARACTERS = 200
LOST = "\ufffd"


def clean(cell: str) -> str:
    """The text of a cell on one line, as it may be stored and shown."""
    if cell.isascii():
        cell = cell.strip()
        return BLANKS.sub(" ", cell) if "\n" in cell or "\t" in cell else cell
    cell = TURNING.sub("", cell).strip(INVISIBLE).strip()
    if len(cell) > MANY_MARKS:
        cell = TOO_MANY_MARKS.sub(r"\1", cell)
    if not is_normalized("NFC", cell):
        cell = normalize("NFC", cell)
    return BLANKS.sub(" ", cell) if "\n" in cell or "\t" in cell else cell


def caption(cell: str) -> str:
    """A column's caption as it is compared: neither case, blanks, hyphens nor full-width letters count."""
    return CAPTION.sub("", normalize("NFKC", cell[:CAPTION_CHARACTERS]).casefold())


def web_address(cell: str) -> str:
    """The cell if it may become a link (http and https only; a missing scheme is put before it), else ""."""
    if len(cell) <= URL_CHARACTERS and PLAIN_ADDRESS.fullmatch(cell):
        return cell
    address = cell if SCHEME.match(cell) else f"https://{cell}"
    if any(blank in address for blank in ' \t\n\\<>"'):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or "." not in parts.netloc or len(address) > URL_CHARACTERS:
        return ""
    return parts.scheme + address[len(parts.scheme) :]


def is_email(cell: str) -> bool:
    return len(cell.casefold()) <= EMAIL_CHARACTERS and EMAIL.match(cell) is not None


def cut(text: str, characters: int) -> str:
    """As much of a text as a field holds, which has to hold it folded too: some letters become eighteen by that."""
    if len(text) <= characters and (text.isascii() or len(text) * 18 <= characters):
        return text
    wide = 0
    for place, letter in enumerate(text):
        wide += _width(letter)
        if wide > characters:
            return text[:place].rstrip()
    return text


@lru_cache(maxsize=4096)
def _width(letter: str) -> int:
    """How many letters it becomes at most."""
    return max(len(letter), len(fold(letter)))
