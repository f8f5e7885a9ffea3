"""How the screens speak of kinds, of numbers and in lines. Source: design.md, section 8."""

import re
from enum import StrEnum
from typing import Final, Self

NUMBERS: Final = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)

MORE_THAN_ONE: Final = re.compile(r"[.?!] [^a-z]|\.\.$")
"""A sentence ends and another begins, or the words trail off."""


class Worded(StrEnum):
    """A kind as it is stored (its value) and as the screens say it (its label)."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """The pairs that a form or a column offers, in the order in which they are written."""
        return [(member.value, member.label) for member in cls]


def number_word(number: int) -> str:
    """A number in words up to twelve, beyond that in digits."""
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else f"{number:,}"


def counted(number: int, one: str, many: str) -> str:
    """`two coffees`, `one coffee`, `no coffees`, `13 coffees`."""
    return f"{number_word(number)} {one if number == 1 else many}"


def capitalised(words: str) -> str:
    """The first letter a capital, the rest as it is (`str.capitalize` would lower the names)."""
    return words[:1].upper() + words[1:]


def as_line(words: str) -> str:
    """The words as they stand in a list or by themselves: only more than one sentence end with a full stop."""
    return words if MORE_THAN_ONE.search(words) else words.removesuffix(".")
