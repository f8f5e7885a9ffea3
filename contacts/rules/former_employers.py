"""Where somebody worked before: a line each, as the user writes their own places, `Harrow & Vane, until 2026`.

A company that changes becomes a former one, whoever changes it. Nothing is kept of a correction: another spelling, and
what is changed back before the year is over.
"""

from typing import Final

from rapidfuzz import fuzz

from contacts.rules.places import employer, which_employer, without_years

MOST: Final = 50
ANOTHER_SPELLING: Final = 85
"""Of a hundred: so alike are two names of which one was mistyped."""


def with_former(lines: str, left: str, now: str, year: int) -> str:
    """The lines once somebody is at `now` who was at `left`; each may be empty."""
    there = lines.splitlines()
    if not employer(left) or is_same(left, now):
        return lines
    back = _left_in(now, year)
    if employer(now) and back in there:
        return "\n".join(line for line in there if line != back)
    if employer(left) in map(employer, names_in(lines)):
        return lines
    return "\n".join([*there, _left_in(left, year)][-MOST:])


def is_same(one: str, other: str) -> bool:
    """Whether two names mean one employer: with its legal form or without, longer or shorter, or mistyped."""
    names = [employer(one), employer(other)]
    longer = which_employer(one, names[1:]) or which_employer(other, names[:1])
    return bool(longer) or fuzz.ratio(*names) >= ANOTHER_SPELLING


def names_in(lines: str) -> list[str]:
    """The employers of these lines, without their years."""
    return [name for line in lines.splitlines() if (name := without_years(line))]


def _left_in(name: str, year: int) -> str:
    return f"{name}, until {year}"
