"""Days known in part: a birthday without its year, "known since 2009". Source: formats.md, section 8."""

import calendar
from datetime import date
from typing import Final

from campaigns.rules.days import MONTHS

LEAP_YEAR: Final = 2000


def is_birthday(day: int, month: int, year: int | None) -> bool:
    """Whether there is such a day; without a year the 29th of February is one."""
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year or LEAP_YEAR, month)[1]


def birthday_words(day: int | None, month: int | None, year: int | None) -> str:
    """`17 May`, `17 May 1980`; empty while there is no day."""
    if not day or not month:
        return str(year) if year else ""
    return f"{day} {MONTHS[month - 1]}{f' {year}' if year else ''}"


def first_day(year: int, month: int | None = None, day: int | None = None) -> date | None:
    """The first day that is meant by a year, a month of it, or a day; None where there is no such day."""
    try:
        return date(year, month or 1, day or 1) if month or not day else None
    except ValueError:
        return None


def parts_of(known: date | None) -> tuple[int | None, int | None, int | None]:
    """Year, month and day as they were typed: the first of January stands for a year, of a month for the month."""
    if known is None:
        return None, None, None
    month = known.month if (known.month, known.day) != (1, 1) else None
    return known.year, month, known.day if known.day != 1 else None


def since_words(known: date) -> str:
    """`2009`, `May 2009`, `17 May 2009`."""
    year, month, day = parts_of(known)
    words = [str(day)] if day else []
    return " ".join([*words, *([MONTHS[month - 1]] if month else []), str(year)])
