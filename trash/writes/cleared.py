"""The references that deleting had to clear, in rows that stayed."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import QuerySet

from contacts.models import Contact


@dataclass(frozen=True)
class Cleared:
    """One of them: the row by model and key, the field, and the key that stood there."""

    label: str
    pk: int
    name: str
    value: int

    @property
    def is_known(self) -> bool:
        """Whether this release still has the field."""
        try:
            model: Any = apps.get_model(self.label)
        except LookupError:
            return False
        return self.name in {column.name for column in model._meta.concrete_fields}

    def row(self) -> QuerySet[Any]:
        rows: QuerySet[Any] = apps.get_model(self.label)._base_manager.filter(pk=self.pk)
        return rows

    def set_again(self) -> None:
        """Where the row still stands, nobody gave it another reference, and nobody would point at themselves."""
        pointed_at: Any = apps.get_model(self.label)._meta.get_field(self.name).related_model
        if not pointed_at._base_manager.filter(pk=self.value).exists():
            return
        row = self.row().filter(**{f"{self.name}__isnull": True})
        if pointed_at is Contact:
            row = row.exclude(**{"pk" if self.label == "contacts.contact" else "contact_id": self.value})
        row.update(**{self.name: self.value})
