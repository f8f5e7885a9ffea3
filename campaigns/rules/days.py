"""Days as the screens write them: today, yesterday, a weekday within six days, then 18 November, the year only when it
is not this one. Source: design.md, section 8.
"""

import calendar
from datetime import date
from typing import Final

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NEAR: Final = {-1: "Yesterday", 0: "Today", 1: "Tomorrow"}
WITHIN: Final = 6


def weekday(day: date) -> str:
    """`Monday`."""
    return WEEKDAYS[day.weekday()]


def written_day(day: date, today: date) -> str:
    """`Today`, `Yesterday`, `Tomorrow`, `Friday` within six days, then `18 November` or `18 November 2027`."""
    distance = (day - today).days
    if distance in NEAR:
        return NEAR[distance]
    return weekday(day) if abs(distance) <= WITHIN else _dated(day, MONTHS[day.month - 1], today)


def day_in_sentence(day: date, today: date) -> str:
    """As `written_day`, where the sentence has begun: `today`, `Friday`, `18 November`."""
    distance = (day - today).days
    return NEAR[distance].lower() if distance in NEAR else written_day(day, today)


def on_day(day: date, today: date) -> str:
    """`today`, `on Friday`, `on 18 November`."""
    words = day_in_sentence(day, today)
    return words if (day - today).days in NEAR else f"on {words}"


def short_day(day: date, today: date) -> str:
    """For tables: `18 Nov`, or `18 Nov 2027`."""
    return _dated(day, MONTHS[day.month - 1][:3], today)


def full_day(day: date, today: date) -> str:
    """For headings and choices, where a day must not be mistaken: `Monday 23 November`."""
    return f"{weekday(day)} {_dated(day, MONTHS[day.month - 1], today)}"


def _dated(day: date, month: str, today: date) -> str:
    return f"{day.day} {month}" if day.year == today.year else f"{day.day} {month} {day.year}"


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last one of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
