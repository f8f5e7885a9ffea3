"""The dates of one file: one format for all of them, decided from all of them, and never guessed.

`05 Jul 2023` is LinkedIn's own; `5-Jul-23`, `7/5/2023`, `05.07.2023` and `45112` are what spreadsheets make of it.
`7/5/2023` is read only when another row of the file (`25/12/2022`) settles the order, or the person was asked.
"""

from __future__ import annotations

import re
from calendar import isleap, month_name, monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from unicodedata import combining, normalize

from transfer.formats import limits
from transfer.formats.records import Dates, DayOrder

WORDS = re.compile(r"(\d{1,2})\.?[\s/-]+([^\W\d]{3,12})\.?,?[\s/-]+(\d{4}|\d{2})")
AMERICAN = re.compile(r"([^\W\d]{3,12})\.?\s+(\d{1,2}),?\s+(\d{4})")
ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})")
NUMERIC = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})")
# Begins with the first of several blanks: each further one as a beginning of its own would be read to the end again.
# What follows is bounded for the same reason: each of many hours would be such a beginning.
TIME = re.compile(r"(?:[,T]|(?<!\s)\s)\s*\d{1,2}:\d{2}.{0,60}$")
SERIAL = re.compile(r"([2-5]\d{4}|60000)(?:[.,]\d+)?")
HASHES = re.compile(r"#{3,}")

DAY_ZERO_OF_EXCEL = date(1899, 12, 30)
YEARS = range(1900, 2101)
# By their first three letters without accents where these tell; English first, then what others call them.
ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTHS = {
    **{start: number for number, start in enumerate(ENGLISH, start=1)},
    "mai": 5,
    "mrz": 3,
    "okt": 10,
    "dez": 12,
    "fev": 2,
    "avr": 4,
    "aou": 8,
    "juin": 6,
    "juil": 7,
    "ene": 1,
    "abr": 4,
    "ago": 8,
    "dic": 12,
    "set": 9,
    "out": 10,
}


@dataclass(frozen=True, slots=True)
class NotADay:
    """Why no day could be read, in plain words."""

    reason: str


def settle(values: Iterable[str], asked: DayOrder | None = None) -> Dates:
    """The order of day and month in a file, from all its dates; `asked` is the person's answer and wins."""
    numeric = [found for value in values if (found := _numeric(value))]
    day_first = any(first > 12 >= second for first, second, _ in numeric)
    month_first = any(second > 12 >= first for first, second, _ in numeric)
    order = asked
    if order is None and day_first != month_first:
        order = DayOrder.DAY_FIRST if day_first else DayOrder.MONTH_FIRST
    open_ones = [
        raw for first, second, raw in numeric if order is None and first != second and max(first, second) <= 12
    ]
    return Dates(
        order=order,
        asked=asked is not None,
        unsettled=len(open_ones),
        example=open_ones[0] if open_ones else "",
    )


def read_day(value: str, order: DayOrder | None) -> date | NotADay:
    """The day that a cell means, in a file whose numbers stand in this order."""
    if HASHES.fullmatch(value):
        return NotADay(
            f'"{value[:10]}" is what a spreadsheet shows where a column is too narrow, and the day is lost. '
            "It stands in the file as LinkedIn sent it."
        )
    text = _without_time(value)
    if found := WORDS.fullmatch(text):
        return _named(value, found[1], found[2], found[3])
    if found := AMERICAN.fullmatch(text):
        return _named(value, found[2], found[1], found[3])
    if found := ISO.fullmatch(text):
        return _day(value, int(found[1]), int(found[2]), int(found[3]))
    if found := DOTTED.fullmatch(text):
        return _day(value, _year(found[3]), int(found[2]), int(found[1]))
    if found := NUMERIC.fullmatch(text):
        return _slashed(value, int(found[1]), int(found[3]), _year(found[4]), order)
    if found := SERIAL.fullmatch(text):
        return DAY_ZERO_OF_EXCEL + timedelta(days=int(found[1]))
    return NotADay(f'"{_short(value)}" is not a date that can be read. Write it like 05 Jul 2023.')


def looks_like_a_day(value: str) -> bool:
    """Whether a cell is written as days are, also where nobody can say which day it is."""
    text = _without_time(value)
    return any(pattern.fullmatch(text) for pattern in (WORDS, AMERICAN, ISO, DOTTED, NUMERIC, SERIAL))


def _numeric(value: str) -> tuple[int, int, str] | None:
    found = NUMERIC.fullmatch(_without_time(value))
    return (int(found[1]), int(found[3]), value) if found else None


def _without_time(value: str) -> str:
    """The day alone; of what is too long to be one nothing."""
    return TIME.sub("", value) if len(value) <= limits.DAY_CHARACTERS else ""


def _slashed(value: str, first: int, second: int, year: int, order: DayOrder | None) -> date | NotADay:
    if order is None and first != second and max(first, second) <= 12:
        return NotADay(
            f'"{value}" can be {first} {month_name[second]} or {second} {month_name[first]}, '
            "and no other row settles which. Say how this file writes its dates."
            if first and second
            else f'"{value}" is not a date. Days and months count from 1.'
        )
    if order is DayOrder.MONTH_FIRST or (order is None and second > 12):
        first, second = second, first
    return _day(value, year, second, first)


def _named(value: str, day: str, month: str, year: str) -> date | NotADay:
    plain = "".join(letter for letter in normalize("NFKD", month.casefold()) if not combining(letter))
    number = MONTHS.get(plain) or MONTHS.get(plain[:4]) or MONTHS.get(plain[:3])
    if number is None:
        return NotADay(f'"{_short(value)}" is not a date that can be read: "{month}" is no month that is known here.')
    return _day(value, _year(year), number, int(day))


def _day(value: str, year: int, month: int, day: int) -> date | NotADay:
    if year not in YEARS:
        return NotADay(f'"{_short(value)}" is not a date. The year {year} cannot be meant.')
    if not 1 <= month <= 12:
        return NotADay(f'"{_short(value)}" is not a date. There is no month {month}.')
    days = monthrange(year, month)[1]
    if not 1 <= day <= days:
        when = f" in {year}" if month == 2 and (day == 29 or isleap(year)) else ""
        return NotADay(f'"{_short(value)}" is not a date. {month_name[month]} has {days} days{when}.')
    return date(year, month, day)


def _year(digits: str) -> int:
    """Two digits are of this century: LinkedIn began in 2003."""
    return int(digits) + 2000 if len(digits) == 2 else int(digits)


def _short(value: str) -> str:
    return value if len(value) <= 40 else f"{value[:40]}…"
