"""There and back through a spreadsheet: export people, edit them there, import them again under their `id`.

A row without an `id`, or with one that is nobody's here, is a new person of the address book.
"""

import zipfile
from collections.abc import Iterable
from typing import Any, Final

from django import forms
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import BadRequest
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from import_export.formats.base_formats import CSV, XLSX
from import_export.forms import ExportForm, ImportForm
from import_export.tmp_storages import CacheStorage

from contacts.models import Contact
from pages.admin.own import saying_who_moved_back
from pages.admin.people_sheet import PersonResource

LARGEST: Final = 5 * 1024 * 1024  # bytes; beyond that the import page takes it, in slices


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

    @transaction.non_atomic_requests
    def import_action(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """To look through a file takes as long as it is; it holds up nobody, and what it writes is taken back."""
        answer: HttpResponse = super().import_action(request, **kwargs)  # type: ignore[misc]  # of the library's class
        return answer

    @transaction.non_atomic_requests
    def export_action(self, request: HttpRequest) -> HttpResponse:
        """Nothing is written."""
        answer: HttpResponse = super().export_action(request)  # type: ignore[misc]  # likewise
        return answer

    @transaction.non_atomic_requests
    def process_import(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The library takes the choices of its own page without a look, and writes in a transaction of its own."""
        formats = [str(place) for place in range(len(self.import_formats))]
        if request.POST.get("format") not in formats or request.POST.get("resource", "") not in ("", "0"):
            raise BadRequest("There is no such format.")
        with saying_who_moved_back(request):
            answer: HttpResponse = super().process_import(request, **kwargs)  # type: ignore[misc]  # likewise
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
