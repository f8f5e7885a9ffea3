"""R16: what an import found about somebody known, kept with the row that changed it, so that it can be undone."""

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Final, Self

from contacts.rules.fields import IMPORTED

CAME_WITH: Final = (
    "campaign", "name", "prefix", "suffix", "folded", "sort_name", "company", "imported_details", *IMPORTED,
)  # fmt: skip
"""The columns that an import writes for somebody new; every other one is preset."""

NAMES: Final = ("name", "folded", "sort_name", "given_name", "family_name")
"""One value in five columns: who was renamed since keeps their name as a whole."""

ROUND: Final = 1_000_000
"""An undo gives a count of saves back a round higher: it says how often somebody was saved, and no number comes twice,
so that a tab that was open over the import and its undo overwrites nothing.
"""


@dataclass(kw_only=True)
class Former:
    """`columns`: name → the value before, and the one that was written; days and keys as JSON holds them."""

    columns: dict[str, list[Any]] = field(default_factory=dict)
    emails: list[str] = field(default_factory=list)
    """Keys of the addresses that were added."""
    links: list[str] = field(default_factory=list)
    """Links that were added."""
    gone: list[list[Any]] = field(default_factory=list)
    """Links that went: primary key and address."""
    records: list[str] = field(default_factory=list)
    """Keys of the records that lead to them since."""
    wrote: list[list[Any]] = field(default_factory=list)
    """Key of a record that led to them before; company and position as an import had written them last, and now."""

    def as_json(self) -> dict[str, Any]:
        return {name: value for name, value in asdict(self).items() if value}

    @classmethod
    def from_json(cls, said: dict[str, Any]) -> Self:
        return cls(**said)

    def to_set(self, now: dict[str, Any]) -> dict[str, Any]:
        """The columns that get their value back: those that still say what the import wrote."""
        same = {name for name, (_, new) in self.columns.items() if _agree(name, [plain(now[name]), new])}
        if not {name for name in NAMES if name in self.columns} <= same:
            same -= set(NAMES)
        values = {name: self.columns[name][0] for name in same}
        if "version" in values:
            values["version"] = saves(values["version"]) + (now["version"] // ROUND + 1) * ROUND
        return values


def differing(before: dict[str, Any], after: dict[str, Any]) -> dict[str, list[Any]]:
    """The columns that were changed, each with both values."""
    pairs = {name: [plain(before[name]), plain(after[name])] for name in after}
    return {name: values for name, values in pairs.items() if values[0] != values[1]}


def saves(version: int) -> int:
    """How often somebody was saved, whatever was undone since."""
    return version % ROUND


def _agree(name: str, pair: list[Any]) -> bool:
    now, written = map(saves, pair) if name == "version" else pair
    return bool(now == written)


def plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
