"""Which column of a table is which field: by folded captions, each format with its own words for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from transfer.formats.cells import caption, clean


@dataclass(frozen=True, slots=True)
class Columns:
    """Field → index of its column, and the columns without a field by their (unique) captions."""

    fields: Mapping[str, int]
    captions: Mapping[str, str]
    unknown: tuple[tuple[int, str], ...]
    width: int

    def index(self, field: str) -> int:
        """The index of a field's column; of a missing one the index of the empty cell that `pad` puts at the end."""
        return self.fields.get(field, self.width)

    def pad(self, cells: Sequence[str]) -> list[str]:
        """A row as long as the header, and one empty cell more."""
        return [*cells[: self.width], *[""] * (self.width + 1 - min(len(cells), self.width))]


def match(cells: Sequence[str], words: Mapping[str, str]) -> Columns:
    """The columns of a header; `words` is folded caption → field. Of two columns for one field the first is taken."""
    fields: dict[str, int] = {}
    captions: dict[str, str] = {}
    unknown: dict[str, int] = {}
    for index, cell in enumerate(cells):
        field, said = words.get(caption(cell)), clean(cell)
        if field is not None and field not in fields:
            fields[field], captions[field] = index, said
        else:
            label = said[:100] or f"Column {index + 1}"
            unknown[label if label not in {*unknown, *captions.values()} else f"{label} ({index + 1})"] = index
    return Columns(fields, captions, tuple((index, label) for label, index in unknown.items()), len(cells))
