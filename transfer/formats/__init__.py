"""Bytes in, people and problems out: a file per format. A file here that has a FORMAT is one that is read."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from transfer.formats.upload import Format


@cache
def formats() -> tuple[Format, ...]:
    """All that are read. No two recognise the same file, so that their order says nothing."""
    files = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
    return tuple(file.FORMAT for file in files if hasattr(file, "FORMAT"))
