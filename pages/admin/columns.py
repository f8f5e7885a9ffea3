"""Columns of a list and read fields of a form in the words of the product: a day as its tables write it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models

from campaigns.rules.days import short_day
from meetings.models import Meeting


class DayColumn:
    """A day of a row, of a planned meeting in the user's zone; Django takes its name and order from its attributes."""

    def __init__(self, field: "models.Field[Any, Any]", today: date) -> None:
        self.__name__ = self.admin_order_field = field.name
        self.short_description = field.verbose_name
        self.today = today

    def __call__(self, row: models.Model) -> str:
        day = row.local_day if isinstance(row, Meeting) and self.__name__ == "day" else getattr(row, self.__name__)
        return short_day(day, self.today) if day else ""


def with_days(model: type[models.Model], columns: Iterable[Any], today: date, *, but: Iterable[str] = ()) -> list[Any]:
    """These columns, the days among them written for this user's today; a field that is edited stays a field."""
    kept = frozenset(but)
    return [DayColumn(_field(model, column), today) if _is_day(model, column, kept) else column for column in columns]


def _is_day(model: type[models.Model], column: Any, kept: frozenset[str]) -> bool:
    if not isinstance(column, str) or column in kept:
        return False
    try:
        return bool(_field(model, column).get_internal_type() == "DateField")
    except FieldDoesNotExist:
        return False


def _field(model: type[models.Model], name: str) -> Any:
    return model._meta.get_field(name)
