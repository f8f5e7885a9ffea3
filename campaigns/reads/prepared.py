"""Queries whose SQL is always the same but for some keys, compiled once a process.

Django takes several milliseconds to write a union of a dozen tables, the database takes less than one to answer it.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.db import connection
from django.db.models import Expression, Field, IntegerField, QuerySet, Subquery

Key = int | date | str
Row = tuple[Any, ...]

MOST_KEYS: Final = 100
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
FARTHEST: Final = 4_000
"""Days that a parameter may lie from the key that it follows from."""


class Prepared:
    """The rows of `build(*keys)`, a `values_list`; how many keys there are may differ between calls.

    A key is a whole number, a day, or a text of letters and digits. A parameter of the query is a key, a fixed number
    of days from one, one with more letters after it, or a constant: whatever else is made of a key is noticed when the
    SQL is written.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Row]]) -> None:
        self.build = build
        self.compiled: dict[tuple[type, ...], _Compiled] = {}

    def rows(self, *keys: Key) -> list[Row]:
        if not keys or len(keys) > MOST_KEYS:
            return list(self.build(*keys))
        return self._compiled(keys).rows(keys)

    def figure(self, *keys: Key) -> "Written":
        """Its one number as a column of another query."""
        compiled = self._compiled(keys)
        return Written(f"({compiled.sql})", compiled.filled(keys), IntegerField())

    def _compiled(self, keys: Sequence[Key]) -> "_Compiled":
        kinds = tuple(type(key) for key in keys)
        if kinds not in self.compiled:
            self.compiled[kinds] = _Compiled(self.build, kinds)
        return self.compiled[kinds]


class Written(Expression):
    """A column whose SQL is written already."""

    def __init__(self, sql: str, params: Iterable[str | int], output_field: "Field[Any, Any]") -> None:
        super().__init__(output_field=output_field)
        self.sql, self.params = sql, tuple(params)

    @classmethod
    def of_each(cls, rows: QuerySet[Any, Any], column: Subquery) -> "Written":
        """For any query on the table of these rows: the column depends on nothing but the row."""
        query = rows.order_by().annotate(column=column).values_list("column").query
        compiler = query.get_compiler(connection=connection)
        compiler.pre_sql_setup()
        ((_, (sql, params), _),) = compiler.select
        return cls(sql, params, column.output_field)

    def as_sql(self, compiler: object, connection: object) -> tuple[str, tuple[str | int, ...]]:
        return self.sql, self.params


@dataclass(frozen=True, kw_only=True)
class _Place:
    """Where a key stands among the parameters, how many days later than itself, or what is written after it."""

    place: int
    key: int
    later: timedelta | None = None
    after: str = ""

    def filled(self, keys: Sequence[Any]) -> object:
        key = keys[self.key]
        if self.later is not None:
            return connection.ops.adapt_datefield_value(key + self.later)
        return key + self.after if self.after else key


class _Compiled:
    """One piece of SQL. It is written twice, with other marks for the keys, to see what follows from them."""

    def __init__(self, build: Callable[..., QuerySet[Any, Row]], kinds: Sequence[type]) -> None:
        one, other = ([mark(place, kind, turn) for place, kind in enumerate(kinds)] for turn in (1, 2))
        compiler = build(*one).query.get_compiler(connection=connection)
        self.sql, params = compiler.as_sql()
        others = build(*other).query.get_compiler(connection=connection).as_sql()
        self.params = list(params)
        self.places = [
            _found(place, (value, changed), one, other)
            for place, (value, changed) in enumerate(zip(params, others[1], strict=True))
            if value != changed
        ]
        if self.sql != others[0] or {place.key for place in self.places} != set(range(len(kinds))):
            raise ValueError("A key of this query is no parameter of its SQL.")
        self.converters = compiler.get_converters([expression for expression, _, _ in compiler.select])

    def filled(self, keys: Sequence[Key]) -> list[Any]:
        params = self.params.copy()
        for place in self.places:
            params[place.place] = place.filled(keys)
        return params

    def rows(self, keys: Sequence[Key]) -> list[Row]:
        with connection.cursor() as cursor:
            cursor.execute(self.sql, self.filled(keys))
            found = cursor.fetchall()
        return [self._converted(row) for row in found] if self.converters else found

    def _converted(self, row: Row) -> Row:
        """As the fields read what the database gives: SQLite gives days as text."""
        values = list(row)
        for place, (converters, expression) in self.converters.items():
            for convert in converters:
                values[place] = convert(values[place], expression, connection)
        return tuple(values)


def mark(place: int, kind: type, turn: int) -> Key:
    """Stands for a key while the SQL is written: no row has such a key, and no week begins on both of its days."""
    if kind is str:
        return f"mark{turn}and{place}and"
    if kind is date:
        return date.fromordinal(turn * 1_000_003 + place * 3 * FARTHEST)
    return -turn * 10**15 - place


def _found(place: int, values: tuple[Any, Any], one: Sequence[Key], other: Sequence[Key]) -> _Place:
    """The key from which this parameter follows, in both turns alike."""
    first, second = (_day_or_number(value) for value in values)
    for key, (a, b) in enumerate(zip(one, other, strict=True)):
        if (first, second) == (a, b) and isinstance(a, int):
            return _Place(place=place, key=key)
        if isinstance(a, str) and isinstance(b, str) and isinstance(first, str):
            after = first.removeprefix(a)
            if (first, second) == (a + after, b + after):
                return _Place(place=place, key=key, after=after)
        if isinstance(a, date) and isinstance(b, date) and isinstance(first, date) and isinstance(second, date):
            later = first - a
            if later == second - b and abs(later.days) <= FARTHEST:
                return _Place(place=place, key=key, later=later)
    raise ValueError("A parameter of this query is neither a key nor a fixed number of days or letters from one.")


def _day_or_number(value: object) -> object:
    """SQLite is given days as text."""
    return date.fromisoformat(value) if isinstance(value, str) and _DAY.fullmatch(value) else value
