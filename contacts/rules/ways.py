"""Ways to reach somebody, as they are typed a line each and as a click follows them. Source: formats.md, section 8."""

import re
from typing import Final
from urllib.parse import quote, urlsplit

from contacts.rules.same_person import email_key

_LABEL: Final = re.compile(r"[^\d+:]{1,60}")
_NO_DIGIT: Final = re.compile(r"[^\d+]", re.ASCII)
_SCHEME: Final = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_HOST_AND_PORT: Final = re.compile(r"^[\w.-]+:\d+(/|$)")


def lines_of(text: str) -> list[str]:
    """The lines that hold something, each once, without superfluous spaces."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return list(dict.fromkeys(line for line in lines if line))


def read_phone(line: str) -> tuple[str, str]:
    """Number and label: `Work: 01632 960 118` is `01632 960 118` and `Work`."""
    label, _, number = line.partition(":")
    return (number.strip(), label.strip()) if _LABEL.fullmatch(label) and number.strip() else (line, "")


def shown_phone(number: str, label: str) -> str:
    """As the field shows it; `read_phone` reads it back."""
    return f"{label}: {number}" if label else number


def read_link(line: str) -> str | None:
    """A web address, `https://` added where no scheme was typed; None for what leads anywhere but to the web."""
    address = line if _SCHEME.match(line) and not _HOST_AND_PORT.match(line) else f"https://{line}"
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or "." not in host or not address.isprintable() or " " in address:
        return None
    return f"{parts.scheme}://{address.partition('://')[2]}"


def mail_address(address: str) -> str:
    """Where a click on an e-mail address leads; empty for what is no address."""
    return f"mailto:{quote(address.strip(), safe='@+')}" if email_key(address) else ""


def phone_address(number: str) -> str:
    """Where a click on a number leads; empty for what holds no digit."""
    digits = _NO_DIGIT.sub("", number)
    return f"tel:{digits}" if digits.strip("+") else ""
