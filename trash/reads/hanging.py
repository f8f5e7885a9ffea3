"""What hangs on a row: what goes with it, and which rows that stay point at it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.contrib.admin.utils import NestedObjects
from django.db import router
from django.db.models import Field, Model

from contacts.models import CommonGround, Contact
from meetings.models import Encounter

NOT_COUNTED = {"contacts.searchword", "contacts.contact_tags", "transfer.origin"}


@dataclass(frozen=True)
class Hanging:
    """`rows` in an order in which they can be written again; `cleared` as (row that stays, field, value it has)."""

    rows: list[Model]
    cleared: list[tuple[Model, str, Any]] = field(default_factory=list)

    def counted(self) -> dict[str, int]:
        """How many of each kind go with it, by the kind's plural or singular name; the thing itself is left out."""
        counts: dict[type[Model], int] = {}
        for row in self.rows[1:]:
            if row._meta.label_lower not in NOT_COUNTED:
                counts[type(row)] = counts.get(type(row), 0) + 1
        return {
            str(model._meta.verbose_name if number == 1 else model._meta.verbose_name_plural): number
            for model, number in counts.items()
        }


def hanging_on(thing: Model) -> Hanging:
    """Everything that deleting it would delete or clear, read the way Django's deletion reads it."""
    collector = NestedObjects(using=router.db_for_write(type(thing)))
    collector.collect([thing])
    doomed = [row for rows in collector.data.values() for row in rows]
    going = {(type(row), row.pk) for row in doomed}
    cleared = [
        (row, column.name, getattr(row, column.attname))
        for column, row in _updates(collector)
        if (type(row), row.pk) not in going
    ]
    found = _found_there(row for row in doomed if isinstance(row, Encounter))
    doomed += [ground for _, ground in found if (CommonGround, ground.pk) not in going]
    cleared += [(row, "shared", ground.pk) for row, ground in found]  # for the way back: the thing is written first
    return Hanging(rows=_in_order(thing, doomed), cleared=cleared)


def _found_there(met: Iterable[Encounter]) -> list[tuple[Encounter, CommonGround]]:
    """What was found to be shared at an event goes with having met there."""
    by_ground = {row.shared_id: row for row in met if row.shared_id}
    return [(by_ground[ground.pk], ground) for ground in CommonGround.objects.filter(pk__in=by_ground)]


def _updates(collector: NestedObjects) -> Iterator[tuple["Field[Any, Any]", Model]]:
    updates: dict[Any, list[Any]] = collector.field_updates  # the stubs know the lists of an older Django
    for (column, _), groups in updates.items():
        for group in groups:
            for row in group:
                yield column, row


def _in_order(thing: Model, doomed: list[Model]) -> list[Model]:
    """The thing first; then each row after the rows that it points at."""
    left = [row for row in doomed if row != thing]
    ordered, there = [thing], {(type(thing), thing.pk)}
    waiting = {(type(row), row.pk) for row in left}
    while left:
        ready = [row for row in left if not (_points_at(row) & (waiting - there - {(type(row), row.pk)}))] or left
        ordered += ready
        there |= {(type(row), row.pk) for row in ready}
        left = [row for row in left if (type(row), row.pk) not in there]
    return ordered


def _points_at(row: Model) -> set[tuple[type[Model], Any]]:
    return {
        (column.remote_field.model, getattr(row, column.attname))
        for column in row._meta.concrete_fields
        if column.remote_field is not None
    }


def people_of(rows: Iterable[Model]) -> set[int]:
    """The contacts of whom these rows speak, themselves included, by primary key."""
    found: set[int] = set()
    for row in rows:
        if isinstance(row, Contact) and row.pk:
            found.add(row.pk)
        if row._meta.label_lower not in NOT_COUNTED:
            found |= {pk for model, pk in _points_at(row) if model is Contact and pk}
    return found
