"""What the environment says, read strictly: a value that cannot be meant ends the start with one sentence, before
anything is touched. An empty variable is one that is not set. No sentence repeats a value that may be a secret.
"""

import os
from email.utils import parseaddr
from typing import Any, Final
from urllib.parse import urlsplit

import environ

SHORTEST_KEY: Final = 32
"""Characters of a SECRET_KEY: half of what the command in docs/hosting.md writes."""
WORDS: Final = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}
ENCODED: Final = "In a user or password write / as %2F, # as %23, ? as %3F, @ as %40, : as %3A and % as %25."

env = environ.Env()


class Misconfigured(SystemExit):
    """The process ends with this sentence and status 1."""


def text(name: str, preset: str = "") -> str:
    return os.environ.get(name, "").strip() or preset


def yes_or_no(name: str) -> bool:
    said = text(name, "false")
    if said.lower() not in WORDS:
        raise Misconfigured(f"{name}={said} is neither yes nor no: set it to true or false, or unset it.")
    return WORDS[said.lower()]


def number(name: str, preset: int, most: int) -> int:
    said = text(name, str(preset))
    if not (said.isascii() and said.isdecimal() and 1 <= int(said) <= most):
        raise Misconfigured(f"{name}={said} is no number from 1 to {most}: set one, or unset it.")
    return int(said)


def log_level() -> str:
    said = text("LOG_LEVEL", "WARNING")
    if said.upper() not in (known := ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")):
        raise Misconfigured(f"LOG_LEVEL={said} is no level: set one of {', '.join(known)}, or unset it.")
    return said.upper()


def secret_key() -> str:
    """Empty where none is set: then one is made and kept."""
    said = text("SECRET_KEY")
    if said and (len(said) < SHORTEST_KEY or len(set(said)) < 5):
        raise Misconfigured(
            f"SECRET_KEY can be guessed: it needs {SHORTEST_KEY} characters or more by chance. Write one with "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(60))', or unset it, and one is made and kept."
        )
    return said


def site_url() -> str:
    said = text("SITE_URL").rstrip("/")
    if not said:
        return ""
    try:
        parts = urlsplit(said)
        whole = parts.scheme in ("http", "https") and parts.hostname and (parts.port or True)
    except ValueError:
        whole = False
    if not whole or said != f"{parts.scheme}://{parts.netloc}" or "@" in parts.netloc or " " in said:
        raise Misconfigured(
            f"SITE_URL={said} is no address of a site: write it with its scheme and without a path, "
            "as in https://cups.example.org."
        )
    return said


def host_names() -> list[str]:
    """The names in ALLOWED_HOSTS; none where it is not set."""
    names = [name.strip() for name in text("ALLOWED_HOSTS").split(",") if name.strip()]
    for name in names:
        port = name.rpartition("]")[2] if "]" in name else name
        if "/" in name or " " in name or ":" in port:
            raise Misconfigured(
                f"ALLOWED_HOSTS has {name} in it, which is no name of a host: write names without scheme, port or "
                "path, with commas between them, as in cups.example.org,www.cups.example.org."
            )
    return names


def database(preset: str) -> dict[str, Any]:
    """DATABASE_URL, taken apart for Django."""
    url = text("DATABASE_URL", preset)
    scheme = url.partition("://")[0]
    if scheme not in ("sqlite", "postgres", "postgresql") or "://" not in url:
        raise Misconfigured(
            "DATABASE_URL is no address of a database that Fifty Cups knows: write "
            "postgres://user:password@host:5432/name, or unset it, and the data lie in one file in DATA_DIR."
        )
    try:
        found: dict[str, Any] = env.db_url_config(url)
    except ValueError:
        found = {"NAME": "@"}
    name = str(found["NAME"])
    if scheme == "sqlite":
        if name in ("", ":memory:") or "@" in name.partition("/")[0]:
            raise Misconfigured("DATABASE_URL names no file: write sqlite:////path/to/file.sqlite3, or unset it.")
    elif not name or "/" in name or "@" in name:
        raise Misconfigured(f"DATABASE_URL cannot be read: write postgres://user:password@host:5432/name. {ENCODED}")
    return found


def mail() -> dict[str, Any]:
    """EMAIL_URL, taken apart for Django; without one, mails are printed."""
    url = text("EMAIL_URL", "consolemail://")
    try:
        found: dict[str, Any] = env.email_url_config(url)
        sends = found["EMAIL_BACKEND"].endswith("smtp.EmailBackend")
        whole = not sends or (found["EMAIL_HOST"] and "@" not in str(found["EMAIL_FILE_PATH"]))
    except (ValueError, environ.ImproperlyConfigured):
        whole = False
    if not whole:
        raise Misconfigured(
            "EMAIL_URL is no address of a mail server: write smtp+tls://user:password@mail.example.org:587, or unset "
            f"it, and mails are not sent. {ENCODED}"
        )
    if text("EMAIL_URL") and not site_url():
        raise Misconfigured(
            "EMAIL_URL is set, SITE_URL is not: mails link to the site, so set SITE_URL to where people reach it, "
            "as in https://cups.example.org, or unset EMAIL_URL."
        )
    return found


def mail_from(preset: str) -> str:
    said = text("MAIL_FROM", preset)
    name, _, domain = parseaddr(said)[1].partition("@")
    if not name or not domain:
        raise Misconfigured(
            f"MAIL_FROM={said} is no sender of a mail: write one as in Fifty Cups <cups@example.org>, or unset it."
        )
    return said
