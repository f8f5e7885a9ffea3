"""R19: the daily review shows at most seven rows, one per contact, in the order of what people made and promised first.

The rest can wait, and is counted. While few one-on-ones are booked, one row is somebody to ask. Source: docs/method.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from accounts.rules.words import Worded, counted

ROWS: Final = 7
QUIET_ROWS: Final = 2
BOOKED_ENOUGH: Final = 2
DAYS_AWAY: Final = 4
MANY_LATE: Final = 10
FADES_AFTER: Final = timedelta(days=21)


class Group(Worded):
    """The kinds of rows, in the order in which they are shown."""

    INTRODUCED = "introduced", "Introduced"
    PROMISED = "promised", "Promised"
    THANK_TELL = "thank_tell", "Thank and tell"
    ASK = "ask", "Ask"
    TO_USE = "to_use", "Put to use"
    FOLLOW_UP = "follow_up", "Follow up"
    WAITING = "waiting", "Waiting"
    QUIET = "quiet", "Gone quiet"
    NO_STEP = "no_step", "No next step"

    @property
    def place(self) -> int:
        """Where it stands in the order."""
        return list(Group).index(self)


CAN_WAIT: Final = {
    Group.INTRODUCED: ("introduction", "introductions"),
    Group.PROMISED: ("promise", "promises"),
    Group.THANK_TELL: ("person to write to", "people to write to"),
    Group.ASK: ("person to ask", "people to ask"),
    Group.TO_USE: ("thing to use", "things to use"),
    Group.FOLLOW_UP: ("follow-up", "follow-ups"),
    Group.WAITING: ("person you wait for", "people you wait for"),
    Group.QUIET: ("gone quiet", "gone quiet"),
    Group.NO_STEP: ("person without a next step", "people without a next step"),
}


@dataclass(frozen=True, kw_only=True)
class Row:
    """One thing that could be done today; `key` names it for whoever draws it and breaks ties."""

    contact_id: int
    group: Group
    key: str
    due: date | None = None


@dataclass(frozen=True, kw_only=True)
class Arranged:
    """What the review shows, in order; what can wait, counted by kind; and the count on the badge."""

    shown: tuple[Row, ...]
    folded: tuple[Row, ...]
    badge: int

    @property
    def folded_counts(self) -> dict[Group, int]:
        return {group: number for group in Group if (number := sum(row.group is group for row in self.folded))}

    def by_group(self) -> list[tuple[Group, list[Row]]]:
        """The rows under their headings; a kind without rows has none."""
        return [(group, list(rows)) for group, rows in groupby(self.shown, key=lambda row: row.group)]


def arrange(rows: Iterable[Row], *, meetings: int, booked_next_7_days: int, today: date) -> Arranged:
    """At most seven rows, one per contact, in the order of the groups and within a group by their due day.

    `meetings` counts those of today and those to log: they stand above the rows and are part of the badge. Rows of the
    group ASK are candidates, best first: while fewer than two one-on-ones are booked in the next seven days the first
    of them has a place among the seven; the others are no tasks and are neither shown nor counted. Rows due later than
    today are left out.
    """
    due = [row for row in rows if row.due is None or row.due <= today]
    tasks = sorted((row for row in due if row.group is not Group.ASK), key=_order)
    kept, folded = _one_per_contact(tasks)
    kept, quiet = _at_most(kept, Group.QUIET, QUIET_ROWS)
    ask = _somebody_to_ask(due, kept) if booked_next_7_days < BOOKED_ENOUGH else None
    if ask:
        folded += [row for row in kept if row.contact_id == ask.contact_id]
        kept = [row for row in kept if row.contact_id != ask.contact_id]
    room = ROWS - 1 if ask else ROWS
    shown = sorted([*kept[:room], *([ask] if ask else [])], key=_order)
    return Arranged(
        shown=tuple(shown),
        folded=tuple(sorted([*kept[room:], *quiet, *folded], key=_order)),
        badge=len(shown) + meetings,
    )


def _order(row: Row) -> tuple[int, date, str]:
    return row.group.place, row.due or date.max, row.key


def _one_per_contact(rows: Iterable[Row]) -> tuple[list[Row], list[Row]]:
    """The first row of each contact, and the rest."""
    first: dict[int, Row] = {}
    rest = [row for row in rows if first.setdefault(row.contact_id, row) is not row]
    return list(first.values()), rest


def _at_most(rows: list[Row], group: Group, number: int) -> tuple[list[Row], list[Row]]:
    beyond = [row for row in rows if row.group is group][number:]
    return [row for row in rows if row not in beyond], beyond


def _somebody_to_ask(due: Iterable[Row], kept: list[Row]) -> Row | None:
    """The best candidate for whom nothing stands above asking."""
    taken = {row.contact_id for row in kept if row.group.place < Group.ASK.place}
    return next((row for row in due if row.group is Group.ASK and row.contact_id not in taken), None)


def folded_words(counts: dict[Group, int]) -> str:
    """`five follow-ups, 13 people without a next step`: what can wait, in words."""
    return ", ".join(counted(counts[group], *CAN_WAIT[group]) for group in Group if counts.get(group))


def nothing_due(name: str) -> str:
    """When nothing is left; `name` is somebody new to ask, or empty."""
    return f"Nothing due today. A good day to ask someone new: {name}." if name else "Nothing due today."


def fades(*, created_by_rule: bool, promised: bool, created_on: date, today: date) -> bool:
    """What a rule created and nobody promised goes by itself after 21 days."""
    return created_by_rule and not promised and today - created_on >= FADES_AFTER


@dataclass(frozen=True, kw_only=True)
class Late:
    """How much is past its day: promises, which are kept, and others, which can be spread."""

    promises: int
    others: int

    @property
    def all(self) -> int:
        return self.promises + self.others


def welcome_back(last_seen: date | None, late: Late, today: date) -> str:
    """The one question after four whole days away, or with more than ten things late; otherwise empty."""
    away = last_seen is not None and (today - last_seen).days > DAYS_AWAY
    if not late.others or not (away or late.promises + late.others > MANY_LATE):
        return ""
    if not late.promises:
        return f"Spread {late.others} over the next five days?"
    others = f"the other {late.others}" if late.others > 1 else "the other one"
    return f"Keep the promises ({late.promises}) and spread {others} over the next five days?"
