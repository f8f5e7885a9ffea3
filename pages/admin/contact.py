"""Contacts in the admin: a list to be edited as a list. What follows from the evidence is read, never typed (law 3)."""

from functools import reduce
from operator import or_
from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.views.main import SEARCH_VAR
from django.db import transaction
from django.db.models import QuerySet
from django.forms import modelform_factory, modelformset_factory
from django.http import HttpRequest, HttpResponse
from import_export.admin import ImportExportMixin

from accounts.rules.words import capitalised, counted
from campaigns.models import Campaign
from campaigns.reads.access import seen_by
from contacts.models import Contact
from contacts.reads.people import matching
from contacts.rules.field_kinds import Group
from contacts.rules.fields import FIELDS
from contacts.rules.part_days import is_birthday
from contacts.writes.people import index_contacts, moved, set_compared, set_name
from contacts.writes.ways import note_profile
from pages.admin.acting import Acting
from pages.admin.forms import VersionedForm
from pages.admin.inlines import INLINES
from pages.admin.list_edits import edits_of
from pages.admin.own import OwnAdmin
from pages.admin.people_filters import (
    DueFilter,
    PhaseFilter,
    SpokeFilter,
    StarredFilter,
    TagFilter,
    TargetFilter,
    WhereFilter,
)
from pages.admin.people_rows import PeopleList
from pages.admin.row_form import PeopleRows, RowForm
from pages.admin.spreadsheet import Spreadsheets
from pages.parts.fields import readable
from pages.parts.quick_select import QuickSelect
from relationships.writes.standing import refresh
from relationships.writes.undo import state_of

STORED = {field.name for field in (*Contact._meta.concrete_fields, *Contact._meta.many_to_many)}
PARTS = tuple(field.name for field in FIELDS if field.beside == "name")
CLOSED = (Group.NAME, Group.PROPOSED)
ADDS = {
    "admin:meetings_meeting_add": "a meeting",
    "admin:outcomes_followup_add": "a follow-up",
    "admin:outcomes_obtaineditem_add": "something obtained",
    "admin:meetings_invitation_add": "an invitation",
    "admin:meetings_touch_add": "a touch",
    "admin:meetings_telling_add": "a telling",
}
"""What can be added about somebody from their page: there it stands who is meant, without JavaScript too."""
BIRTHDAY = ("birth_day", "birth_month", "birth_year")


class ContactForm(VersionedForm):
    class Meta:
        widgets: ClassVar[dict[str, type[forms.Select]]] = {"language": QuickSelect}

    def clean_name(self) -> str:
        """What a file brought stays as it is; what is typed can be read."""
        name: str = self.cleaned_data["name"]
        if "name" in self.changed_data:
            readable(name)
        return name

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
    import_export_change_list_template = "admin/contacts/contact/change_list.html"
    inlines = INLINES
    autocomplete_fields = ("company", "tags", "introduced_by")
    list_display = (
        "name", "position", "company", "known_from_before", "phase", "last_spoke_on", "acts_on", "starred",
        "in_network",
    )  # fmt: skip
    list_editable = ("position", "company", "known_from_before", "starred")
    typed_in_list = ("company",)
    list_filter = (WhereFilter, PhaseFilter, TagFilter, StarredFilter, TargetFilter, SpokeFilter, DueFilter)
    list_select_related = ("company",)
    search_fields = ("name",)
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

    @admin.display(description="In your network", ordering="joined_on")
    def in_network(self, person: Contact) -> bool:
        return person.in_network

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return super().changelist_view(request, {"title": "People", **(extra_context or {})})

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        return super().change_view(request, object_id, form_url, {"adds": ADDS, **(extra_context or {})})

    def get_queryset(self, request: HttpRequest) -> QuerySet[Contact]:
        """Of one campaign, which is what most users have, the list walks an index in its order."""
        mine = list(seen_by(request.user, Campaign.objects.all()).values_list("pk", flat=True))
        return Contact.objects.filter(campaign=mine[0]) if len(mine) == 1 else Contact.objects.filter(campaign__in=mine)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[PeopleList]:
        return PeopleList

    def get_changelist_form(self, request: Any, **kwargs: Any) -> Any:
        form = modelform_factory(Contact, RowForm, fields=self.list_editable)
        return type(form.__name__, (form,), {"today": request.today})

    @transaction.non_atomic_requests
    def export_action(self, request: HttpRequest) -> Any:
        self.refuse_other_than_keys(request.GET)
        return super().export_action(request)

    def get_changelist_formset(self, request: Any, **kwargs: Any) -> Any:
        form = self.get_changelist_form(request)
        return modelformset_factory(Contact, form, formset=PeopleRows, extra=0, fields=self.list_editable)

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        """By the table of words, which an index leads to; the campaigns of a user are few."""
        if not search_term.strip():
            return queryset, False
        campaigns = seen_by(request.user, Campaign.objects.only("pk"))
        return reduce(or_, (matching(queryset, campaign, search_term) for campaign in campaigns)), False

    def get_paginator(self, request: HttpRequest, queryset: Any, per_page: int, *more: Any, **named: Any) -> Any:
        """Whom a search finds is looked for once, in order: to count them, and to find who is on the page."""
        if request.GET.get(SEARCH_VAR, "").strip():
            queryset = list(queryset.select_related(None).values_list("pk", flat=True))
        return super().get_paginator(request, queryset, per_page, *more, **named)

    def save_model(self, request: Any, obj: Contact, form: Any, change: Any) -> None:
        if isinstance(form, RowForm):
            edits_of(request).write(form)
            return
        if "name" in form.changed_data and not set(PARTS) & set(form.changed_data):
            set_name(obj, obj.name)
        set_compared(obj)
        if change and "company" in form.changed_data:
            moved(obj, form.initial["company"], request.today)
        obj.version += 1 if change else 0
        super().save_model(request, obj, form, change)
        if {"name", "nickname"} & set(form.changed_data):
            index_contacts([obj])

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: Any) -> None:
        if isinstance(form, RowForm):
            return  # nothing hangs on a row of the list
        super().save_related(request, form, formsets, change)
        if formsets:
            note_profile(form.instance)
        refresh([form.instance.pk])

    def message_user(self, request: HttpRequest, message: Any, *args: Any, **kwargs: Any) -> None:
        """What was edited in the list can be taken back, as everything that is done to many."""
        edits = edits_of(request)
        if edits.number and messages.SUCCESS in args:
            people = capitalised(counted(edits.number, "person", "people"))
            messages.success(request, f"{people} changed.", extra_tags=state_of(edits.done))
        else:
            super().message_user(request, message, *args, **kwargs)
