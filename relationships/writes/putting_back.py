"""What a bulk edit wrote into the fields of people, and how it is put back: where it still stands as it was written."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from contacts.models import Company, Contact, ContactQuerySet, Tag
from contacts.writes.people import index_contacts
from relationships.writes.standing import refresh

Changed = dict[str, dict[str, list[Any]]]
"""By the person's key, then by column: before and after, as JSON holds them. Signed before it travels."""

Hung = dict[str, list[dict[str, list[int]]]]
"""By the person's key: what hung on them before and after, by key."""

HANGING = ("tags", "emails", "phones", "links")
COLUMNS = {field.attname: field for field in Contact._meta.concrete_fields}
KEPT = ("id", "campaign_id", "version", "created_at")


def values_of(contact: Contact, columns: Iterable[str] = COLUMNS) -> dict[str, Any]:
    """What stands in these columns."""
    found = {column: getattr(contact, column) for column in columns if column not in KEPT}
    return {column: value.isoformat() if isinstance(value, date) else value for column, value in found.items()}


def changes(before: dict[str, Any], after: dict[str, Any]) -> dict[str, list[Any]]:
    return {column: [value, after[column]] for column, value in before.items() if value != after[column]}


def put_back(mine: ContactQuerySet, changed: Changed, companies: Iterable[int]) -> set[int]:
    """Answers whom it concerned; companies that were made for them go when nobody is there any more."""
    concerned = set()
    for contact in mine.filter(pk__in=[int(key) for key in changed]).select_for_update().order_by("pk"):
        columns = changed[str(contact.pk)]
        now = values_of(contact, columns)
        if any(now[column] != after for column, (_, after) in columns.items()):
            continue
        for column, (before, _) in columns.items():
            setattr(contact, column, COLUMNS[column].to_python(before))
        contact.version += 1
        contact.save(update_fields=[*columns, "version"])
        concerned.add(contact.pk)
        if {"name", "nickname"} & columns.keys():
            index_contacts([contact])
    refresh(concerned)
    empty = Company.objects.filter(pk__in=list(companies), contacts=None, is_target=False, notes="")
    empty.filter(campaign__in=mine.values("campaign")).delete()
    return concerned


def hung_on(contact: Contact) -> dict[str, list[int]]:
    """By key what hangs on a person and a spreadsheet can add to."""
    return {name: list(getattr(contact, name).order_by("pk").values_list("pk", flat=True)) for name in HANGING}


def take_off(mine: ContactQuerySet, hung: Hung) -> set[int]:
    """What was added goes again, tags that were taken away are given again."""
    people = {contact.pk: contact for contact in mine.filter(pk__in=[int(key) for key in hung])}
    for pk, contact in people.items():
        before, after = hung[str(pk)]
        for name in HANGING[1:]:
            getattr(contact, name).filter(pk__in=set(after[name]) - set(before[name])).delete()
        contact.tags.remove(*set(after["tags"]) - set(before["tags"]))
        contact.tags.add(*Tag.objects.filter(pk__in=before["tags"]))
    return set(people)
