"""Bytes in, people and problems out: a file per format, and the formats that are read, in the order they are tried."""

from transfer.formats.linkedin import FORMAT as LINKEDIN
from transfer.formats.upload import Format

FORMATS: tuple[Format, ...] = (LINKEDIN,)
