"""R19: after four days away the promises are kept and the rest is offered to be spread. Source: docs/method.md."""

from dataclasses import dataclass
from datetime import date
from typing import Final

DAYS_AWAY: Final = 4


@dataclass(frozen=True, kw_only=True)
class Late:
    """How much is past its day: promises, which are kept as they are, and others, which can be spread."""

    promises: int
    others: int

    @property
    def all(self) -> int:
        return self.promises + self.others


def was_away(last_seen: date | None, today: date) -> bool:
    """More than four days lie between the last visit and today."""
    return last_seen is not None and (today - last_seen).days > DAYS_AWAY


def question(late: Late) -> str:
    """`Keep the promises (3) and spread the other 14 over the next five days?`; empty where nothing is to be spread."""
    if not late.others:
        return ""
    if not late.promises:
        return f"Spread {late.others} over the next five days?"
    others = f"the other {late.others}" if late.others > 1 else "the other one"
    return f"Keep the promises ({late.promises}) and spread {others} over the next five days?"
