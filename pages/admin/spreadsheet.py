"""There and back through a spreadsheet: export people, edit them there, import them again under their `id`.

The library gives the export and the buttons. An upload is kept, planned and shown (sheet_plan.py); the second page's
button plans once more, and writes (sheet_write.py).
"""

from typing import Any, Final

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import BadRequest
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from import_export.formats.base_formats import CSV
from import_export.forms import ExportForm
from import_export.tmp_storages import CacheStorage

from campaigns.models import Campaign
from contacts.models import Contact
from pages.admin.own import saying_who_moved_back
from pages.admin.people_sheet import HEADERS, SHEET, PersonResource
from pages.admin.sheet_plan import Plan, plan_of
from pages.admin.sheet_table import NoTable, read_table
from pages.admin.sheet_write import write
from pages.admin.workbook import Workbook
from relationships.writes.bulk import Done
from relationships.writes.undo import state_of
from transfer.formats.records import DayOrder

LIST: Final = "admin:contacts_contact_changelist"
SHOWN: Final = 200
CAPTIONS: Final = ("id", *HEADERS)


class UploadForm(forms.Form):
    import_file = forms.FileField(
        label="File", help_text="CSV or an Excel workbook, as it was exported here, or any other."
    )
    order = forms.ChoiceField(
        label="Dates like 05/07/2020",
        required=False,
        choices=[("", "There are none"), *((order.value, f"The {order.value}") for order in DayOrder)],
    )


class FormatForm(ExportForm):
    """In the order of `export_formats`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        offered = (("0", "CSV, which every spreadsheet opens"), ("1", "Excel workbook"))
        self.fields["format"] = forms.ChoiceField(label="As", choices=offered, initial="0", widget=forms.RadioSelect)


class ConfirmForm(forms.Form):
    import_file_name = forms.CharField(widget=forms.HiddenInput)
    order = forms.CharField(widget=forms.HiddenInput, required=False)


class Spreadsheets:
    """Export and import of people on their list's page; no field is chosen there, so no inline script is needed."""

    resource_classes = (PersonResource,)
    export_form_class = FormatForm
    export_template_name = "admin/contacts/contact/export.html"
    export_formats = (CSV, Workbook)
    to_encoding = "utf-8-sig"

    @transaction.non_atomic_requests
    def import_action(self, request: Any, **kwargs: Any) -> HttpResponse:
        """To look through a file takes as long as it is; nothing is written for it, and it holds up nobody."""
        form = UploadForm(request.POST or None, request.FILES or None, label_suffix="")
        context: dict[str, Any] = {"form": form}
        if request.method == "POST" and form.is_valid():
            data, order = form.cleaned_data["import_file"].read(), form.cleaned_data["order"]
            try:
                plan = _planned(request.campaign, data, order)
            except NoTable as error:
                form.add_error("import_file", str(error))
            else:
                context |= {"plan": plan, "wrong": plan.wrong[:SHOWN], "new": plan.new[:SHOWN]}
                context |= {"changed": plan.changed[:SHOWN], "shown": SHOWN}
                if not plan.wrong and (plan.new or plan.changed):
                    kept = CacheStorage(read_mode="rb")
                    kept.save(data)
                    context["confirm_form"] = ConfirmForm(initial={"import_file_name": kept.name, "order": order})
        context |= {**admin.site.each_context(request), "title": "Import people", "opts": Contact._meta}
        context["labels"] = ", ".join(field.label for field in SHEET)
        return TemplateResponse(request, "admin/contacts/contact/import.html", context)

    def process_import(self, request: Any, **kwargs: Any) -> HttpResponse:
        """What was kept is planned again, on what stands now, and written; all of it or nothing."""
        form = ConfirmForm(request.POST)
        data = _kept(form.cleaned_data["import_file_name"]) if form.is_valid() else b""
        if not data:
            messages.error(
                request, "This upload was imported already, or is not kept any more. If need be, upload the file again."
            )
            return redirect("admin:contacts_contact_import")
        try:
            plan = _planned(request.campaign, data, form.cleaned_data["order"])
        except NoTable as error:
            raise BadRequest("There is no such upload.") from error
        if plan.wrong:
            messages.error(request, "Somebody was changed meanwhile. Nothing was imported: upload the file again.")
            return redirect("admin:contacts_contact_import")
        with saying_who_moved_back(request):
            done = write(plan, request.today)
        words = f"Import finished: {len(plan.new)} new, {len(plan.changed)} updated, {plan.same} the same."
        messages.success(request, words, extra_tags=state_of(done) if done != Done() else "")
        return redirect(LIST)

    @transaction.non_atomic_requests
    def export_action(self, request: HttpRequest) -> HttpResponse:
        """Nothing is written."""
        answer: HttpResponse = super().export_action(request)  # type: ignore[misc]  # of the library's class
        if isinstance(answer, TemplateResponse) and answer.context_data is not None:
            answer.context_data |= {"number": self.get_export_queryset(request).count(), "title": "Export people"}
        return answer

    def get_export_filename(self, request: Any, queryset: Any, file_format: Any) -> str:
        return f"people-{request.today}.{file_format.get_extension()}"

    def get_export_queryset(self, request: HttpRequest) -> QuerySet[Contact]:
        """As the list is filtered; an address that filters by nothing known is refused, as the list refuses it."""
        try:
            people: QuerySet[Contact] = super().get_export_queryset(request)  # type: ignore[misc]  # likewise
        except IncorrectLookupParameters as error:
            raise BadRequest("There is no such filter.") from error
        return people

    def get_export_resource_kwargs(self, request: Any, **kwargs: Any) -> dict[str, Any]:
        return {"campaign": request.campaign}

    def get_valid_export_item_pks(self, request: Any) -> Any:
        """Of the user's own, or a foreign number would be told from one that is nobody's."""
        return self.get_queryset(request).values_list("pk", flat=True)  # type: ignore[attr-defined]


def _planned(campaign: Campaign, data: bytes, order: str) -> Plan:
    known = {known.value: known for known in DayOrder}
    return plan_of(campaign, read_table(data, CAPTIONS), known.get(order))


def _kept(name: str) -> bytes:
    """The upload under a name that nobody guesses, in what all web processes share."""
    kept = CacheStorage(name=name[:200], read_mode="rb")
    data = kept.read()
    if data:
        kept.remove()
    return data if isinstance(data, bytes) else b""
