"""Queries whose SQL is always the same but for some keys, compiled once a process.

Django takes several milliseconds to write a union of a dozen tables, the database takes less than one to answer it.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final

from django.db import connection
from django.db.models import QuerySet

FIRST_MARK: Final = -(10**15)
"""Stands for the first key while the SQL is written; the next ones are counted down. No row has such a key."""

MOST_KEYS: Final = 100

Row = tuple[Any, ...]


class Prepared:
    """The rows of `build(*keys)`, a `values_list`. The keys are whole numbers; how many may differ between calls."""

    def __init__(self, build: Callable[..., QuerySet[Any, Row]]) -> None:
        self.build = build
        self.compiled: dict[int, _Compiled] = {}

    def rows(self, *keys: int) -> list[Row]:
        if not keys or len(keys) > MOST_KEYS:
            return list(self.build(*keys))
        compiled = self.compiled.get(len(keys))
        if compiled is None:
            marks = [FIRST_MARK - place for place in range(len(keys))]
            compiled = self.compiled[len(keys)] = _Compiled(self.build(*marks), marks)
        return compiled.rows(keys)


class _Compiled:
    """One piece of SQL, with the places of the keys among its parameters."""

    def __init__(self, queryset: QuerySet[Any, Row], marks: Sequence[int]) -> None:
        compiler = queryset.query.get_compiler(connection=connection)
        self.sql, params = compiler.as_sql()
        self.params = list(params)
        self.places = [(place, marks.index(value)) for place, value in enumerate(self.params) if value in marks]
        if {key for _, key in self.places} != set(range(len(marks))):
            raise ValueError("A key of this query is no parameter of its SQL.")
        columns = [expression for expression, _, _ in compiler.select]
        self.converters = compiler.get_converters(columns)

    def rows(self, keys: Sequence[int]) -> list[Row]:
        params = self.params.copy()
        for place, key in self.places:
            params[place] = keys[key]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, params)
            found = cursor.fetchall()
        return [self._converted(row) for row in found] if self.converters else found

    def _converted(self, row: Row) -> Row:
        """As the fields read what the database gives: SQLite gives days as text."""
        values = list(row)
        for place, (converters, expression) in self.converters.items():
            for convert in converters:
                values[place] = convert(values[place], expression, connection)
        return tuple(values)
