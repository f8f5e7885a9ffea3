"""There and back through a spreadsheet: export people, edit them there, import them again under their `id`.

A row without an `id`, or with one that is nobody's here, is a new person of the address book.
"""

import zipfile
from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import BadRequest, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.text import Truncator
from import_export import fields, resources
from import_export.formats.base_formats import CSV, XLSX
from import_export.forms import ExportForm, ImportForm
from import_export.tmp_storages import CacheStorage

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.ways import lines_of
from contacts.writes.people import add_email, company_named, index_contacts, set_compared, set_name, tag_named
from relationships.writes.standing import refresh
from transfer.rules.defusing import defused, restored

TYPED = ("position", "location", "how_we_met", "known_from_before", "knows_about", "could_help_them", "ask_next_time")
FOLLOWS = ("phase", "joined_on", "held_count", "last_spoke_on", "acts_on")
LARGEST = 5 * 1024 * 1024  # bytes; beyond that the import page takes it, in slices


class PersonResource(resources.ModelResource):
    """One person a row. The campaign is the user's current one, whatever the file says."""

    id = fields.Field(attribute="pk", column_name="id", readonly=True)
    company = fields.Field(attribute="company__name", column_name="company", readonly=True)
    emails = fields.Field(column_name="emails", readonly=True)
    tags = fields.Field(column_name="tags", readonly=True)

    class Meta:
        model = Contact
        import_id_fields = ("id",)
        fields = ("id", "name", "company", "emails", "tags", *TYPED, "starred", *FOLLOWS)
        export_order = fields
        clean_model_instances = True

    def __init__(self, campaign: Campaign | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.campaign = campaign
        self.saved: list[Contact] = []
        for name in FOLLOWS:
            self.fields[name].readonly = True

    def get_queryset(self) -> QuerySet[Contact]:
        return Contact.objects.filter(campaign=self.campaign).select_related("company")

    def filter_export(self, queryset: QuerySet[Contact], **kwargs: Any) -> QuerySet[Contact]:
        return queryset.select_related("company").prefetch_related("emails", "tags")

    def export_resource(self, instance: Contact, selected_fields: Any = None, **kwargs: Any) -> list[Any]:
        cells = super().export_resource(instance, selected_fields, **kwargs)
        return defused("" if cell is None else str(cell) for cell in cells)

    def dehydrate_emails(self, contact: Contact) -> str:
        return "\n".join(email.address for email in contact.emails.all()) if contact.pk else ""

    def dehydrate_tags(self, contact: Contact) -> str:
        return "\n".join(tag.name for tag in contact.tags.all()) if contact.pk else ""

    def before_import(self, dataset: Any, **kwargs: Any) -> None:
        if dataset.headers and "id" not in dataset.headers:
            dataset.append_col([""] * len(dataset), header="id")

    def before_import_row(self, row: Any, **kwargs: Any) -> None:
        for name, cell in row.items():
            row[name] = restored(cell) if isinstance(cell, str) else cell
        if not str(row["id"] or "").strip().isdecimal():
            row["id"] = None

    def init_instance(self, row: Any = None) -> Contact:
        return Contact(campaign=self.campaign)

    def import_instance(self, instance: Contact, row: Any, **kwargs: Any) -> None:
        before = instance.name
        super().import_instance(instance, row, **kwargs)
        if not str(instance.name or "").strip():
            raise ValidationError({"name": "A person has a name."})
        if instance.name != before:
            set_name(instance, instance.name)
        set_compared(instance)

    def before_save_instance(self, instance: Contact, row: Any, **kwargs: Any) -> None:
        instance.campaign = self.campaign  # type: ignore[assignment]  # there is one wherever rows are imported
        instance.version += 1 if instance.pk else 0
        if "company" in row:
            instance.company = company_named(instance.campaign, str(row["company"] or ""))

    def after_save_instance(self, instance: Contact, row: Any, **kwargs: Any) -> None:
        for address in lines_of(str(row.get("emails") or "")):
            add_email(instance, Truncator(address).chars(254))
        if "tags" in row:
            instance.tags.set(tag_named(instance.campaign, name).pk for name in lines_of(str(row["tags"] or "")))
        self.saved.append(instance)

    def after_import(self, dataset: Any, result: Any, **kwargs: Any) -> None:
        """Search and standing, once for all."""
        super().after_import(dataset, result, **kwargs)
        index_contacts(self.saved)
        refresh(contact.pk for contact in self.saved)


class UploadForm(ImportForm):
    def clean_import_file(self) -> Any:
        upload = self.cleaned_data["import_file"]
        size = upload.size
        if zipfile.is_zipfile(upload):
            with zipfile.ZipFile(upload) as archive:
                size = max(size, sum(part.file_size for part in archive.infolist()) // 10)
        if size > LARGEST:
            raise forms.ValidationError("This file is too large for here. The import page takes it.")
        upload.seek(0)
        return upload


class UploadKept(CacheStorage):
    """Between preview and confirmation, under a name that nobody guesses, in what all web processes share."""

    def read(self) -> Any:
        data = super().read()
        return b"" if data is None and "b" in self.read_mode else data or ""


class Spreadsheets:
    """Export and import of people on their list's page; no field is chosen there, so no inline script is needed."""

    resource_classes = (PersonResource,)
    export_form_class = ExportForm
    import_form_class = UploadForm
    tmp_storage_class = UploadKept
    import_formats = export_formats = (CSV, XLSX)
    from_encoding = to_encoding = "utf-8-sig"

    def process_import(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The library takes the choices of its own page without a look."""
        formats = [str(place) for place in range(len(self.import_formats))]
        if request.POST.get("format") not in formats or request.POST.get("resource", "") not in ("", "0"):
            raise BadRequest("There is no such format.")
        answer: HttpResponse = super().process_import(request, **kwargs)  # type: ignore[misc]  # of the library's class
        return answer

    def get_export_queryset(self, request: HttpRequest) -> QuerySet[Contact]:
        """As the list is filtered; an address that filters by nothing known is refused, as the list refuses it."""
        try:
            people: QuerySet[Contact] = super().get_export_queryset(request)  # type: ignore[misc]  # likewise
        except IncorrectLookupParameters as error:
            raise BadRequest("There is no such filter.") from error
        return people

    def get_import_resource_kwargs(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {"campaign": request.campaign}

    def get_valid_export_item_pks(self, request: Any) -> Iterable[int]:
        """Of the user's own, or a foreign number would be told from one that is nobody's."""
        own: Iterable[int] = self.get_queryset(request).values_list("pk", flat=True)  # type: ignore[attr-defined]
        return own
