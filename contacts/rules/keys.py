"""Whether what an address or a form says could be a primary key: plain digits that a database can hold."""

from typing import Final

LONGEST_KEY: Final = 18
"""Digits; the largest key of eight bytes has nineteen."""


def is_key(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= LONGEST_KEY
