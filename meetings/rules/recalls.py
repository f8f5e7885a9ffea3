"""R13: it came back to them on that day, never before the day on which it was told; that it did on that very day is
asked. A story comes back once after each telling, and what was noted first stays. Source: docs/method.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar


class Told(Protocol):
    @property
    def day(self) -> date: ...

    @property
    def recalled_on(self) -> date | None: ...


Row = TypeVar("Row", bound=Told)


@dataclass(frozen=True, kw_only=True)
class Doubt:
    """What speaks against a day: it lies before all tellings, or is that of the only one until then."""

    told_on: date
    is_same_day: bool


def doubt(day: date, told: Sequence[Told]) -> Doubt | None:
    """`told`: the tellings of one story to one person; of what was told elsewhere nothing is known."""
    if not told or any(row.recalled_on == day for row in told):  # the latter: noted already
        return None
    first = min(row.day for row in told)
    return Doubt(told_on=first, is_same_day=first == day) if first >= day else None


def which_came_back(day: date, told: Sequence[Row]) -> Row | None:
    """The telling that came back on this day: the last one before it, else that of the day; None where none is open.

    Open are tellings since which it did not come back.
    """
    noted = max((row.recalled_on for row in told if row.recalled_on), default=date.min)
    waiting = [row for row in told if row.recalled_on is None and noted <= row.day <= day]
    return max(waiting, key=lambda row: (row.day < day, row.day), default=None)
