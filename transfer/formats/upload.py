"""An uploaded file, decoded; and what a format has to offer to be one of `transfer.formats.formats()`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from transfer.formats.records import DayOrder, Reading, Refusal


@dataclass(frozen=True, kw_only=True, slots=True)
class Upload:
    """A file, or the one entry of an archive that is read. `text` has `\\n` between its lines, whatever the file had.

    `digest` is the SHA-256 of what was uploaded, in hexadecimal: the same file again has the same one.
    """

    file_name: str
    digest: str
    text: str
    encoding: str
    notes: tuple[str, ...] = ()
    foreign: frozenset[int] = frozenset()
    """Lines that are not in the encoding of the others."""

    exported_on: date | None = None


class Format(Protocol):
    """One kind of file that is read. A module of this package offers one as `FORMAT`."""

    kind: str
    """What it is called on screens."""

    def holds(self, entry: str) -> bool:
        """Whether an archive's entry of this name is such a file."""

    def recognise(self, upload: Upload) -> bool:
        """Whether the content, never the name, says that it is such a file."""

    def read(self, upload: Upload, order: DayOrder | None) -> Reading | Refusal:
        """The file, with `order` as the person's answer on how its dates are written, if they were asked."""
