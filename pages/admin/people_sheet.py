"""One person a row of the admin's spreadsheet, with the columns that the table of fields names."""

from datetime import date
from typing import Any, Final

from django.db.models import QuerySet
from import_export import resources

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.reads.facts import words_of_field
from contacts.rules.field_kinds import Sheet
from contacts.rules.fields import FIELDS, OF_NAME
from contacts.rules.ways import shown_phone
from contacts.rules.words import fold
from transfer.rules.defusing import defused

SHEET: Final = tuple(field for field in FIELDS if field.sheet is not Sheet.NOT)
COLUMNS: Final = {column.name: column for column in Contact._meta.concrete_fields}
HANGING: Final = {"emails", "phones", "links", "tags"}
PARTS: Final = tuple(field.name for field in FIELDS if field.beside == "name")
HEADERS: Final = {fold(word): field.name for field in SHEET for word in (field.label, field.name)}
"""A column is known by its label, and by the name under which it was written before."""


class PersonResource(resources.ModelResource):
    """What is exported. Reading is the plan's (sheet_plan.py): it writes nothing before the user has said so."""

    class Meta:
        model = Contact
        fields = ("id",)

    def __init__(self, campaign: Campaign | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.campaign = campaign

    def get_queryset(self) -> QuerySet[Contact]:
        return Contact.objects.filter(campaign=self.campaign)

    def filter_export(self, queryset: QuerySet[Contact], **kwargs: Any) -> QuerySet[Contact]:
        people = queryset.select_related("company", "introduced_by")
        return people.prefetch_related(*sorted(HANGING))

    def get_export_headers(self, selected_fields: Any = None) -> list[str]:
        return ["id", *(field.label for field in SHEET)]

    def export_resource(self, instance: Contact, selected_fields: Any = None, **kwargs: Any) -> list[str]:
        return [str(instance.pk), *defused(cell_of(instance, field.name) for field in SHEET)]


def cell_of(contact: Contact, name: str) -> str:
    """What stands in a cell of this person: it is written so, and read again as nothing changed."""
    if name in HANGING:
        return _hanging(contact, name) if contact.pk else ""
    if name not in COLUMNS or name in ("company", "introduced_by", "imported_details") or COLUMNS[name].choices:
        return words_of_field(contact, OF_NAME[name])
    value = getattr(contact, name)
    if value is None or isinstance(value, bool):
        return "yes" if value else ""
    return value.isoformat() if isinstance(value, date) else str(value)


def _hanging(contact: Contact, name: str) -> str:
    match name:
        case "emails":
            return "\n".join(email.address for email in contact.emails.all())
        case "phones":
            return "\n".join(shown_phone(phone.number, phone.label) for phone in contact.phones.all())
        case "links":
            return "\n".join(link.url for link in contact.links.all())
    return "\n".join(tag.name for tag in contact.tags.all())
