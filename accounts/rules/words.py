"""How the screens speak of kinds and of numbers. Source: design.md, section 8."""

from enum import StrEnum
from typing import Self


class Worded(StrEnum):
    """A kind as it is stored (its value) and as the screens say it (its label)."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member
