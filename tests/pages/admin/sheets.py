"""The spreadsheet of the admin, as its pages give and take it."""

import csv
import io
from typing import TYPE_CHECKING, Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

LIST = "/admin/contacts/contact/"


def export(client: Client, **posted: str) -> str:
    return client.post(f"{LIST}export/", {"format": "0", "resource": "0", **posted}).content.decode("utf-8-sig")


def preview(client: Client, data: str | bytes, **typed: str) -> "Answer":
    file = SimpleUploadedFile("people.csv", data.encode() if isinstance(data, str) else data)
    return client.post(f"{LIST}import/", {"import_file": file, **typed})


def confirm(client: Client, page: "Answer") -> str:
    return client.post(f"{LIST}process_import/", page.context["confirm_form"].initial, follow=True).content.decode()


def upload(client: Client, data: str | bytes, **typed: str) -> str:
    """Preview, and the confirmation where there is nothing to mend; answers what the last page says."""
    page = preview(client, data, **typed)
    return confirm(client, page) if page.context.get("confirm_form") else page.content.decode()


def workbook(*people: list[Any]) -> bytes:
    book, out = Workbook(), io.BytesIO()
    for row in people:
        book.worksheets[0].append(row)
    book.save(out)
    return out.getvalue()


def rows(*people: list[Any]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(people)
    return out.getvalue()
