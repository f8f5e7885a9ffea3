"""Bringing back what was deleted: the same rows, and the references that had to be cleared."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.apps import apps
from django.core import serializers
from django.db import transaction
from django.db.models import Model, QuerySet

from contacts.models import Contact, ContactEmail
from relationships.writes.standing import refresh
from trash.models import Deletion
from trash.writes.merging import given_to


class Refused(Exception):
    """It cannot come back as things stand; the message says what to do first."""


def namesake(deletion: Deletion) -> Contact | None:
    """Somebody in the campaign by now who has the LinkedIn profile or an e-mail address of the deleted contact."""
    here = Contact.objects.filter(campaign=deletion.campaign)
    for row in deletion.rows:
        fields = row["fields"]
        if row["model"] == "contacts.contact" and fields["linkedin_key"]:
            if found := here.filter(linkedin_key=fields["linkedin_key"]).first():
                return found
        elif row["model"] == "contacts.contactemail" and deletion.kind == "contacts.contact":
            other = ContactEmail.objects.filter(campaign=deletion.campaign, key=fields["key"]).first()
            if other:
                return other.contact
    return None


@transaction.atomic
def restore(deletion: Deletion, *, into: Contact | None = None) -> Model:
    """Write the rows again and set the cleared references; answers the thing itself.

    `into`: the contact who has the same key by now; the history is given to them, and nobody is made twice.
    Raises Refused where a row that everything hangs on is itself deleted.
    """
    Deletion.objects.select_for_update().get(pk=deletion.pk)
    rows = [item.object for item in _written_down(deletion)]
    thing: Model = rows[0]
    cleared = [Cleared(*reference) for reference in deletion.cleared]
    if into is not None:
        cleared = [replace(each, value=into.pk) if each.value == thing.pk else each for each in cleared]
        rows = given_to(into, rows)
        thing = into
    elif deletion.kind == "contacts.contact" and namesake(deletion):
        raise Refused("Somebody with the same profile or address is there by now.")
    for row in rows:
        _mend(row)
        row.save_base(raw=True, force_insert=True)
    for reference in cleared:
        reference.set_again()
    refresh(_concerned(rows, cleared, thing))
    deletion.delete()
    return thing


def _written_down(deletion: Deletion) -> Iterable[Any]:
    """The rows, without the fields that the release which deleted them had and this one has not."""
    return serializers.deserialize("json", json.dumps(deletion.rows), ignorenonexistent=True)


@dataclass(frozen=True)
class Cleared:
    """A reference that deleting had to clear, in a row that stayed."""

    label: str
    pk: int
    name: str
    value: int

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

    def contact_ids(self) -> set[int]:
        return {self.pk} if self.label == "contacts.contact" else set(self.row().values_list("contact_id", flat=True))


def _mend(row: Model) -> None:
    """A reference to a row that is gone by now is cleared where it may be; else it has to come back first."""
    for column in row._meta.concrete_fields:
        value = getattr(row, column.attname)
        if column.remote_field is None or value is None:
            continue
        if column.remote_field.model._base_manager.filter(pk=value).exists():
            continue
        if not column.null:
            name = column.remote_field.model._meta.verbose_name
            raise Refused(f"The {name} that this belongs to is in the trash too. Restore the {name} first.")
        setattr(row, column.attname, None)


def _concerned(rows: Iterable[Any], cleared: Iterable[Cleared], thing: Model) -> set[int]:
    pks = {row.contact_id for row in rows if getattr(row, "contact_id", None)}
    pks |= {row.referred_id for row in rows if getattr(row, "referred_id", None)}
    pks |= {row.pk for row in [*rows, thing] if isinstance(row, Contact)}
    return pks.union(*(reference.contact_ids() for reference in cleared))
