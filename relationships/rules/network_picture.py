"""The tree of cups, from the user on the left to the right: where each cup, name and line stands.

Readable up to so many people and so deep; who comes deeper stands in the list only, and is told by a number.
Source: design.md, section 3.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from relationships.rules.network import AT_ONCE, Branch

DEEPEST: Final = 4
COLUMN: Final = 224
LINE: Final = 40
TOP: Final = 20
FIRST: Final = 153
ME: Final = 34
WIDTH: Final = FIRST + DEEPEST * COLUMN - 9
BELOW: Final = 44
"""Room for the circle of the user beside a single cup, in a picture that begins 12 above 0."""

LONGEST: Final = 22
ON_ONE_PAGE: Final = 34
"""Lines of cups that can be read on a printed page; longer ones are printed as the list."""


@dataclass(frozen=True, kw_only=True)
class Cup:
    """One person, drawn."""

    branch: Branch
    x: int
    y: int
    name: str
    company: str
    kind: str
    label: str

    @property
    def text_x(self) -> int:
        return self.x + 46

    @property
    def top(self) -> int:
        return self.y - 28

    @property
    def company_y(self) -> int:
        return self.y + 12

    @property
    def name_y(self) -> int:
        return self.y - 2 if self.company else self.y + 5

    @property
    def ends(self) -> int:
        """Where the longer of the two lines of words ends, so that no line runs through them."""
        return self.text_x + int(max(7.2 * _wide(self.name), 6.3 * _wide(self.company))) + 8


@dataclass(frozen=True, kw_only=True)
class Line:
    path: str
    is_promised: bool


@dataclass(frozen=True, kw_only=True)
class Picture:
    cups: list[Cup]
    lines: list[Line]
    height: int
    me_y: int
    is_long: bool
    width: int = WIDTH
    me_x: int = ME


def picture_of(branches: Sequence[Branch]) -> Picture | None:
    """None where nobody is to be drawn, or too many for anybody to read."""
    drawn = [one for one in branches if one.depth <= DEEPEST]
    if not drawn or len(drawn) > AT_ONCE:
        return None
    heights = _heights(drawn)
    deeper = _deeper(branches)
    cups = {one.person.contact_id: _cup(one, heights[one.person.contact_id], deeper) for one in drawn}
    first = [heights[one.person.contact_id] for one in drawn if one.depth == 1]
    me_y = (first[0] + first[-1]) // 2
    lines = []
    for cup in cups.values():
        giver = cups.get(cup.branch.parent.contact_id) if cup.branch.parent else None
        from_x, from_y = (min(giver.ends, cup.x - 12), giver.y) if giver else (ME + 24, me_y)
        lines.append(Line(path=_curve(from_x, from_y, cup.x + 3, cup.y), is_promised=cup.branch.is_promised))
    lowest = max(heights.values())
    return Picture(
        cups=list(cups.values()),
        lines=lines,
        height=lowest + BELOW,
        me_y=me_y,
        is_long=lowest > ON_ONE_PAGE * LINE,
    )


def _heights(drawn: Sequence[Branch]) -> dict[int, int]:
    """The ends of the tree one below the other, everybody else in the middle of those whom they introduced."""
    heights: dict[int, int] = {}
    below: dict[int, list[int]] = {}
    lowest = TOP
    for one in reversed(drawn):
        pk = one.person.contact_id
        if pk in below:
            heights[pk] = (max(below[pk]) + min(below[pk])) // 2
        else:
            heights[pk], lowest = lowest, lowest + LINE
        if one.parent and one.depth > 1:
            below.setdefault(one.parent.contact_id, []).append(heights[pk])
    # They were counted from the last to the first: turn the picture round.
    return {pk: TOP + max(heights.values()) - height for pk, height in heights.items()}


def _deeper(branches: Iterable[Branch]) -> dict[int, int]:
    """How many come below each of the last who are drawn."""
    deeper: dict[int, int] = {}
    last = 0
    for one in branches:
        if one.depth <= DEEPEST:
            last = one.person.contact_id
        else:
            deeper[last] = deeper.get(last, 0) + 1
    return deeper


def _cup(branch: Branch, y: int, deeper: dict[int, int]) -> Cup:
    person = branch.person
    more = deeper.get(person.contact_id, 0)
    kind = "held" if person.met_on else "booked" if person.is_booked else "open"
    how = "introduction promised by" if branch.is_promised else "through"
    through = f"{how} {branch.parent.name}" if branch.parent else ""
    label = ", ".join(filter(None, (person.name, person.company, person.phase.label, branch.stands, through)))
    below = f"and {more} more, in the list" if more else _short(person.company)
    return Cup(
        branch=branch,
        x=FIRST + (branch.depth - 1) * COLUMN,
        y=y,
        name=_short(person.name),
        company=below,
        kind=kind,
        label=label,
    )


def _curve(x: int, y: int, to_x: int, to_y: int) -> str:
    middle = (x + to_x) // 2
    return f"M{x} {y}C{middle} {y} {middle} {to_y} {to_x} {to_y}"


def _short(words: str) -> str:
    """As much as fits beside a cup; letters of double width take two places."""
    if _wide(words) <= LONGEST:
        return words
    cut = words
    while cut and _wide(cut) >= LONGEST:
        cut = cut[:-1]
    return f"{cut.rstrip()}…"


def _wide(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else not unicodedata.combining(one) for one in words)
