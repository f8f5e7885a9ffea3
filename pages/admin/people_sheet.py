"""One person a row of the admin's spreadsheet, with the columns that the table of fields names."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.text import Truncator
from import_export import fields, resources, widgets

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.reads.facts import words_of_field
from contacts.rules.field_kinds import Sheet
from contacts.rules.fields import FIELDS, OF_NAME
from contacts.rules.part_days import is_birthday
from contacts.rules.ways import lines_of, read_link, read_phone, shown_phone
from contacts.rules.words import fold
from contacts.writes.people import company_named, index_contacts, set_compared, set_name, tag_named
from contacts.writes.ways import Ways, add_ways, note_profile
from relationships.writes.standing import refresh
from transfer.rules.defusing import defused, restored

SHEET: Final = tuple(field for field in FIELDS if field.sheet is not Sheet.NOT)
COLUMNS: Final = {column.name: column for column in Contact._meta.concrete_fields}
OWN: Final = ("company", "emails", "phones", "links", "tags", "introduced_by", "imported_details")
"""What is no value of the row itself; `cell_of` writes it, and `after_save_instance` reads what can be typed."""

HANGING: Final = {"emails", "phones", "links", "tags"}
PARTS: Final = tuple(field.name for field in FIELDS if field.beside == "name")
HEADERS: Final = {fold(word): field.label for field in SHEET for word in (field.label, field.name)}
"""A column is known by its label, and by the name under which it was written before."""


class ChoiceWidget(widgets.CharWidget):
    """A kind by its label, as the screens say it; read by its label or as it is stored."""

    def __init__(self, choices: Iterable[Any]) -> None:
        super().__init__()
        self.labels: dict[str, str] = dict(choices)
        self.stored = {fold(label): value for value, label in self.labels.items()}

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return self.labels.get(value, "")

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> str:
        text = str(value or "").strip()
        return self.stored.get(fold(text), text)


class HangingField(fields.Field):
    """What hangs on a person, in one cell."""

    def __init__(self, name: str) -> None:
        super().__init__(readonly=True)
        self.name = name

    def export(self, instance: Contact, **kwargs: Any) -> str:
        return cell_of(instance, self.name)


class PersonResource(resources.ModelResource):
    """The campaign is the user's current one, whatever the file says."""

    id = fields.Field(attribute="pk", column_name="id", readonly=True)

    class Meta:
        model = Contact
        import_id_fields = ("id",)
        fields = ("id", *(field.name for field in SHEET if field.name not in OWN))
        clean_model_instances = True

    def __init__(self, campaign: Campaign | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.campaign = campaign
        self.saved: list[Contact] = []
        for field in SHEET:
            column = self.fields.setdefault(field.name, HangingField(field.name))
            column.column_name = field.label
            column.readonly = column.readonly or field.sheet is Sheet.OUT
            if field.name in COLUMNS and COLUMNS[field.name].choices:
                column.widget = ChoiceWidget(COLUMNS[field.name].choices or ())

    def get_export_order(self) -> list[str]:
        return ["id", *(field.name for field in SHEET)]

    get_import_order = get_export_order

    def get_queryset(self) -> QuerySet[Contact]:
        return Contact.objects.filter(campaign=self.campaign).select_related("company")

    def filter_export(self, queryset: QuerySet[Contact], **kwargs: Any) -> QuerySet[Contact]:
        people = queryset.select_related("company", "introduced_by")
        return people.prefetch_related("emails", "phones", "links", "tags")

    def export_resource(self, instance: Contact, selected_fields: Any = None, **kwargs: Any) -> list[Any]:
        cells = super().export_resource(instance, selected_fields, **kwargs)
        return defused("" if cell is None else str(cell) for cell in cells)

    def before_import(self, dataset: Any, **kwargs: Any) -> None:
        if dataset.headers:
            dataset.headers = [HEADERS.get(fold(str(head)), head) for head in dataset.headers]
            if "id" not in dataset.headers:
                dataset.append_col([""] * len(dataset), header="id")

    def before_import_row(self, row: Any, **kwargs: Any) -> None:
        for name, cell in row.items():
            row[name] = restored(cell) if isinstance(cell, str) else cell
        if not str(row["id"] or "").strip().isdecimal():
            row["id"] = None

    def init_instance(self, row: Any = None) -> Contact:
        return Contact(campaign=self.campaign)

    def import_instance(self, instance: Contact, row: Any, **kwargs: Any) -> None:
        before, parts = instance.name, [getattr(instance, part) for part in PARTS]
        super().import_instance(instance, row, **kwargs)
        if not str(instance.name or "").strip():
            raise ValidationError({"name": "A person has a name."})
        if instance.name != before and [getattr(instance, part) for part in PARTS] == parts:
            set_name(instance, instance.name)
        set_compared(instance)
        day, month, year = instance.birth_day, instance.birth_month, instance.birth_year
        if bool(day) != bool(month) or (day and month and not is_birthday(day, month, year)):
            raise ValidationError({"birth_day": "A birthday is a day and a month."})
        if wrong := [link for link in _lines(row, "links") if read_link(link) is None]:
            raise ValidationError(f"This is no web address: {wrong[0]}")

    def before_save_instance(self, instance: Contact, row: Any, **kwargs: Any) -> None:
        instance.campaign = self.campaign  # type: ignore[assignment]  # there is one wherever rows are imported
        instance.version += 1 if instance.pk else 0
        if OF_NAME["company"].label in row:
            instance.company = company_named(instance.campaign, str(row[OF_NAME["company"].label] or ""))

    def after_save_instance(self, instance: Contact, row: Any, **kwargs: Any) -> None:
        """What hangs on them: ways to reach them are added, tags are those that stand there."""
        ways = Ways(
            emails=[Truncator(line).chars(254) for line in _lines(row, "emails")],
            phones=[(number[:60], label[:60]) for number, label in map(read_phone, _lines(row, "phones"))],
            links=[link for line in _lines(row, "links") if (link := read_link(line))],
        )
        add_ways(instance, ways)
        if ways.links:
            note_profile(instance)
        if OF_NAME["tags"].label in row:
            instance.tags.set(tag_named(instance.campaign, name).pk for name in _lines(row, "tags"))
        self.saved.append(instance)

    def after_import(self, dataset: Any, result: Any, **kwargs: Any) -> None:
        """Search and standing, once for all."""
        super().after_import(dataset, result, **kwargs)
        index_contacts(self.saved)
        refresh(contact.pk for contact in self.saved)


def _lines(row: Mapping[str, object], name: str) -> list[str]:
    return lines_of(str(row.get(OF_NAME[name].label) or ""))


def cell_of(contact: Contact, name: str) -> str:
    if not contact.pk and name in HANGING:
        return ""
    match name:
        case "emails":
            return "\n".join(email.address for email in contact.emails.all())
        case "phones":
            return "\n".join(shown_phone(phone.number, phone.label) for phone in contact.phones.all())
        case "links":
            return "\n".join(link.url for link in contact.links.all())
        case "tags":
            return "\n".join(tag.name for tag in contact.tags.all())
    return words_of_field(contact, OF_NAME[name])
