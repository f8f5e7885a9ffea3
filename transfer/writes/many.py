"""Many plain rows at once, by the model's own columns and defaults.

`bulk_create` makes and adapts an instance of each: for 30,000 contacts of forty columns that would be most of the time.
Nothing here knows signals or keys that a caller forgot; the database's constraints hold as always.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import connection, models
from django.db.models import Model

PLAIN = (models.CharField, models.TextField, models.IntegerField, models.BooleanField, models.ForeignKey)


def new_ids(model: type[Model], count: int) -> Sequence[int]:
    """So many primary keys that nobody else will use. Call it inside the transaction that inserts them."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            sequence = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
            cursor.execute(sequence, [connection.ops.quote_name(table), count])
            return [pk for (pk,) in cursor.fetchall()]
        # SQLite has one writer: within its transaction the next keys are ours.
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = (cursor.fetchone() or (0,))[0]
        return range(last + 1, last + count + 1)


def insert(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """One row for each sequence of values; what `columns` does not name gets the field's default."""
    given = [_field(model, column) for column in columns]
    names = {field.name for field in given}
    left = [field for field in model._meta.concrete_fields if field.name not in names and not field.primary_key]
    defaults = [field.get_db_prep_save(field.get_default(), connection) for field in left]
    into = ", ".join(connection.ops.quote_name(str(field.column)) for field in (*given, *left))
    places = ", ".join(["%s"] * (len(given) + len(left)))
    table = connection.ops.quote_name(model._meta.db_table)
    whole = [[*row, *defaults] for row in _adapted(given, rows)]
    if connection.vendor != "postgresql":
        _each(" ".join(("INSERT INTO", table, "(", into, ") VALUES (", places, ")")), whole)
    elif whole:
        # One statement for all: a round trip for each would be most of the time.
        with connection.cursor() as cursor, cursor.copy(" ".join(("COPY", table, "(", into, ") FROM STDIN"))) as copy:
            for row in whole:
                copy.write_row(row)


def update(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Each sequence holds the values of `columns`, then the primary key."""
    given = [_field(model, column) for column in columns]
    written = ", ".join(f"{connection.ops.quote_name(str(field.column))} = %s" for field in given)
    table = connection.ops.quote_name(model._meta.db_table)
    statement = " ".join(("UPDATE", table, "SET", written, "WHERE id = %s"))
    _each(statement, list(_adapted(given, rows)))


def _each(statement: str, rows: list[list[Any]]) -> None:
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(statement, rows)


def _field(model: type[Model], name: str) -> models.Field[Any, Any]:
    return next(field for field in model._meta.concrete_fields if field.name == name)


def _adapted(fields: Sequence[Any], rows: Iterable[Sequence[Any]]) -> Iterable[list[Any]]:
    """Texts, numbers and keys go as they are; days, moments and JSON as the database wants them."""
    special = [(place, _adapter(field)) for place, field in enumerate(fields) if not isinstance(field, PLAIN)]
    for row in rows:
        values = list(row)
        for place, adapt in special:
            values[place] = adapt(values[place])
        yield values


def _adapter(field: models.Field[Any, Any]) -> Callable[[object], object]:
    """For one column; most details, reasons and changes are empty, and those are adapted once."""
    if not isinstance(field, models.JSONField):
        return lambda value: field.get_db_prep_save(value, connection)
    no_pairs = field.get_db_prep_save({}, connection)
    no_items = field.get_db_prep_save([], connection)

    def adapted(value: object) -> object:
        if value:
            return field.get_db_prep_save(value, connection)
        return no_pairs if isinstance(value, dict) else no_items

    return adapted
