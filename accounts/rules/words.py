"""How the screens speak of kinds and of numbers. Source: design.md, section 8."""

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
