"""What a cell of the spreadsheet means: ids as spreadsheets mangle them, days, yes and no in words, tags, labels."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from django.db import models

from contacts.models import Contact
from contacts.rules.words import fold
from transfer.formats.cells import clean
from transfer.formats.dates import NotADay, read_day
from transfer.formats.records import DayOrder

COLUMNS: Final = {column.name: column for column in Contact._meta.concrete_fields}
CHOICES: Final = {
    name: {fold(str(word)): value for value, label in column.choices for word in (value, label)}
    for name, column in COLUMNS.items()
    if column.choices
}
YES: Final = frozenset(("yes", "y", "x", "ja", "j", "oui", "si", "sim", "true", "wahr", "vrai", "on", "1", "✓", "✔"))
NO: Final = frozenset(("", "no", "n", "nein", "non", "nao", "false", "falsch", "faux", "off", "0", "-", "–"))
THOUSANDS: Final = re.compile(r"\d{1,3}(?:[.,' \u00a0\u202f’]\d{3})+(?:[.,]0{1,2})?")
_NO_FRACTION: Final = re.compile(r"[.,]0{1,2}$")
_NO_DIGIT: Final = re.compile(r"\D")
_LINES: Final = re.compile(r"[\n\r]+")
_BETWEEN_TAGS: Final = re.compile(r"[,;\t]")
LONGEST_NUMBER: Final = 30
MOST: Final = 10**18


class Unclear(Exception):
    """Why a cell says nothing; for the person, without the column."""


def number_in(cell: str) -> int | None:
    """A whole number, also as a spreadsheet shows it: `38383.0`, `38,383`, `3.8383E4`. None where none stands there."""
    text = cell.strip()
    if not text:
        return None
    if len(text) > LONGEST_NUMBER:
        raise Unclear("is no number that is known here")
    if THOUSANDS.fullmatch(text):
        text = _NO_FRACTION.sub("", text)
        text = _NO_DIGIT.sub("", text)
    try:
        number = Decimal(text.replace(",", "."))
        whole = int(number) if number.is_finite() and abs(number) < MOST else None
    except (InvalidOperation, OverflowError):
        whole = None
    if whole is None or whole != number:
        raise Unclear("is no whole number")
    return whole


def tags_in(cell: str) -> list[str]:
    """One a line, or with commas, semicolons or tabs between."""
    parts = (_LINES if "\n" in cell.strip() else _BETWEEN_TAGS).split(cell)
    names = (" ".join(part.split())[:60] for part in parts)
    return list({fold(name): name for name in names if fold(name)}.values())


def value_in(name: str, cell: str, order: DayOrder | None) -> Any:
    """What is stored for this cell in a column of the person's own row. Unclear: why nothing is."""
    column, text = COLUMNS[name], clean(cell)
    if isinstance(column, models.BooleanField):
        return _yes_or_no(text)
    if isinstance(column, models.DateField):
        return _day(text, order)
    if isinstance(column, models.IntegerField):
        return number_in(text)
    if name in CHOICES:
        if text and fold(text) not in CHOICES[name]:
            known = ", ".join(str(label) for _, label in COLUMNS[name].choices or ())
            raise Unclear(f"is none of these: {known}")
        return CHOICES[name][fold(text)] if text else ""
    return "\n".join(cell.strip().splitlines()) if isinstance(column, models.TextField) else text


def _yes_or_no(text: str) -> bool:
    word = fold(text)
    if word not in YES | NO and text not in YES | NO:
        raise Unclear("is neither yes nor no")
    return word in YES or text in YES


def _day(text: str, order: DayOrder | None) -> date | None:
    if not text:
        return None
    found = read_day(text, order)
    if isinstance(found, NotADay):
        raise Unclear(found.reason)
    return found
