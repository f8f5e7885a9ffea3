"""Contacts in the admin: a list to be edited as a list. What follows from the evidence is read, never typed (law 3)."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from import_export.admin import ImportExportMixin

from campaigns.reads.access import seen_by
from contacts.models import Contact, Tag
from contacts.rules.field_kinds import Group
from contacts.rules.fields import FIELDS
from contacts.rules.keys import is_key
from contacts.rules.part_days import is_birthday
from contacts.rules.phases import Phase
from contacts.writes.people import index_contacts, set_compared, set_name
from contacts.writes.ways import note_profile
from pages.admin.acting import Acting
from pages.admin.forms import VersionedForm
from pages.admin.inlines import INLINES
from pages.admin.own import OwnAdmin
from pages.admin.spreadsheet import Spreadsheets
from relationships.writes.standing import refresh

STORED = {field.name for field in (*Contact._meta.concrete_fields, *Contact._meta.many_to_many)}
PARTS = tuple(field.name for field in FIELDS if field.beside == "name")
CLOSED = (Group.NAME, Group.PROPOSED)
BIRTHDAY = ("birth_day", "birth_month", "birth_year")
WHERE = (("network", "In the network"), ("book", "In the address book"), ("left", "Left for now"))


class WhereFilter(admin.SimpleListFilter):
    title = "where"
    parameter_name = "where"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        return WHERE

    def queryset(self, request: Any, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        people: Any = queryset
        match self.value():
            case "network":
                return people.in_network()  # type: ignore[no-any-return]  # words of our own QuerySet
            case "book":
                return people.in_address_book()  # type: ignore[no-any-return]
            case "left":
                return people.left(request.today)  # type: ignore[no-any-return]
        return queryset


class PhaseFilter(admin.SimpleListFilter):
    title = "phase"
    parameter_name = "phase"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        return Phase.choices()

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        return queryset.filter(phase=self.value()) if self.value() else queryset


class TagFilter(admin.SimpleListFilter):
    """Only the user's own tags are offered."""

    title = "tag"
    parameter_name = "tag"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        return [(str(tag.pk), tag.name) for tag in seen_by(request.user, Tag.objects.all())[:100]]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        return queryset.filter(tags=self.value()) if is_key(str(self.value())) else queryset


class ContactForm(VersionedForm):
    def clean_introduced_by(self) -> Contact | None:
        introducer: Contact | None = self.cleaned_data["introduced_by"]
        if introducer is not None and introducer.pk == self.instance.pk:
            self.add_error("introduced_by", "Somebody else introduced them.")
        return introducer

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        day, month, year = (cleaned.get(part) for part in BIRTHDAY)
        if bool(day) != bool(month) or (day and month and not is_birthday(day, month, year)):
            self.add_error("birth_day", "A birthday is a day and a month.")
        return cleaned


def lines_of_group(group: Group) -> list[str | tuple[str, ...]]:
    """The fields of a group that stand in the row itself, those that are said together on one line."""
    lines: dict[str, tuple[str, ...]] = {}
    for field in FIELDS:
        if field.group is group and field.name in STORED:
            first = field.beside if field.beside in lines else field.name
            lines[first] = (*lines.get(first, ()), field.name)
    return [line if len(line) > 1 else line[0] for line in lines.values()]


@admin.register(Contact)
class ContactAdmin(Spreadsheets, ImportExportMixin, Acting, OwnAdmin):
    form = ContactForm
    inlines = INLINES
    autocomplete_fields = ("company", "tags", "introduced_by")
    list_display = (
        "name", "position", "company", "phase", "held_count", "last_spoke_on", "acts_on", "starred",
    )  # fmt: skip
    list_editable = ("position", "starred")
    list_filter = (WhereFilter, PhaseFilter, TagFilter, "starred", "company__is_target", "last_spoke_on", "acts_on")
    list_select_related = ("company",)
    search_fields = ("name", "nickname", "position", "company__name")
    readonly_fields = tuple(field.name for field in FIELDS if field.group is Group.FOLLOWS)
    fieldsets = tuple(
        (
            group.label,
            {
                "fields": (*lines_of_group(group), *(["shown_version"] if group is Group.WHO else [])),
                "classes": ("collapse",) if group in CLOSED else (),
            },
        )
        for group in Group
    )

    def save_model(self, request: HttpRequest, obj: Contact, form: Any, change: Any) -> None:
        if "name" in form.changed_data and not set(PARTS) & set(form.changed_data):
            set_name(obj, obj.name)
        set_compared(obj)
        obj.version += 1 if change else 0
        super().save_model(request, obj, form, change)
        if {"name", "nickname"} & set(form.changed_data):
            index_contacts([obj])

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: Any) -> None:
        super().save_related(request, form, formsets, change)
        if formsets:
            note_profile(form.instance)
        refresh([form.instance.pk])
