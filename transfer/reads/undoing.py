"""R16: whom an import made and nobody touched since. They go when it is undone; who was edited, joined, or has evidence
stays.
"""

from collections.abc import Iterator
from typing import Any, Final

from django.apps import apps
from django.db.models import Exists, F, Field, Model, OuterRef, Q, QuerySet

from contacts.models import Company, Contact, ContactEmail, ContactLink, SearchWord
from transfer.models import Import, ImportRow, Origin
from transfer.rules.former import CAME_WITH, ROUND, saves

BROUGHT: Final[tuple[type[Model], ...]] = (ContactEmail, ContactLink, SearchWord, Origin, ImportRow)
"""What an import brings along: every other row that points at somebody was made by the user."""

SHOWN: Final = "today"
"""Of this app are the rows of a day: to be proposed is no evidence."""


def made(upload: Import) -> QuerySet[Contact]:
    origins = Origin.objects.filter(made_by=upload)
    return Contact.objects.filter(campaign=upload.campaign_id, pk__in=origins.values("contact"))


def untouched(upload: Import) -> QuerySet[Contact]:
    """As they came: never saved since, but by a later row of the same file; every other field as it is preset."""
    saved_by_itself = [pk for pk, version in _versions(upload).items() if version]
    as_made = Q(saves=1) | Q(pk__in=saved_by_itself)
    return made(upload).alias(saves=F("version") % ROUND).filter(as_made, _preset(), *_pointed_at_by_nothing())


def staying(upload: Import) -> QuerySet[Contact]:
    return made(upload).exclude(pk__in=untouched(upload).values("pk"))


def changed(upload: Import) -> QuerySet[ImportRow]:
    """The rows that changed somebody, the last one first."""
    return upload.rows.exclude(former={}).order_by("-number")


def unused(companies: QuerySet[Company]) -> QuerySet[Company]:
    """With nothing noted, and nothing that points at them."""
    bare = companies.filter(is_target=False, rank=None, notes="")
    return bare.filter(*(~Exists(rows) for rows in _pointing_at(Company, (SearchWord,))))


def _versions(upload: Import) -> dict[int, bool]:
    """Who was made and then changed by rows of this very file → whether nobody saved them since."""
    rows = changed(upload).filter(contact__in=made(upload)).reverse()
    found = rows.values_list("contact_id", "former__columns__version", "contact__version")
    return {pk: saves(saved[1]) == saves(version) for pk, saved, version in found if saved}


def _preset() -> Q:
    found = Q()
    for column in Contact._meta.concrete_fields:
        if column.name not in (*CAME_WITH, "id", "version", "created_at"):
            found &= Q(**({f"{column.name}__isnull": True} if column.null else {column.name: column.get_default()}))
    return found


def _pointed_at_by_nothing() -> Iterator[Exists | Any]:
    return (~Exists(rows) for rows in _pointing_at(Contact, BROUGHT))


def _pointing_at(model: type[Model], passed_over: tuple[type[Model], ...]) -> Iterator[QuerySet[Any]]:
    """The rows of every model, the hidden ones of "many to many" too, that point at a row of this one."""
    for other in apps.get_models(include_auto_created=True):
        if other in passed_over or other._meta.app_label == SHOWN:
            continue
        column: Field[Any, Any]
        for column in other._meta.concrete_fields:
            if column.remote_field is not None and column.remote_field.model is model:
                yield other._base_manager.filter(**{column.name: OuterRef("pk")})
