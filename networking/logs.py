"""Logs say what went wrong and where, and nothing of what anybody wrote: they are read by others than its owner."""

import logging
import re
import traceback
from collections.abc import Iterator
from typing import Any, Final

from django.db import OperationalError

# Addresses that open something to whoever knows them, after these words.
_SECRET_PATHS: Final = re.compile(
    r"(/(?:account/address|account/sign-up|confirm-email|password/reset|calendar|drafts)/)[^/\s]+"
)
# What these say comes from the machine. Others repeat what they could not read, or the row that they could not write.
_OF_THE_MACHINE: Final = (OperationalError, OSError, ImportError)


class Discreet(logging.Filter):
    """Leaves tokens out of the paths."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        kept = _SECRET_PATHS.sub(r"\1…", message)
        if kept != message:
            record.msg, record.args = kept, ()
        return True


def code_of(error: BaseException | None) -> str:
    """A traceback: the lines of the code and the kinds of the errors."""
    lines: list[str] = []
    for one in reversed(list(_chain(error))):
        kind = f"{type(one).__module__}.{type(one).__qualname__}".removeprefix("builtins.")
        said = f": {one}" if isinstance(one, _OF_THE_MACHINE) else ""
        lines += [*traceback.format_tb(one.__traceback__), f"{kind}{said}\n"]
    return "".join(lines).rstrip()


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


class PlainFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        if record.exc_info and record.exc_info[1]:
            record.exc_text = code_of(record.exc_info[1])
        return super().format(record)


def to_the_console(level: str) -> dict[str, Any]:
    """Plain lines without anything personal, from this level up."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "plain": {
                "()": "networking.logs.PlainFormatter",
                "format": "{asctime} {levelname} {name}: {message}",
                "style": "{",
            },
        },
        "filters": {"discreet": {"()": "networking.logs.Discreet"}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["discreet"]}},
        # What anybody may send as a Host is refused, and no news.
        "loggers": {"django.security.DisallowedHost": {"handlers": [], "propagate": False}},
        "root": {"handlers": ["console"], "level": level},
    }
