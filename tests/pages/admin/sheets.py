"""The spreadsheet of the admin, as its pages give and take it."""

import csv
import io
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

LIST = "/admin/contacts/contact/"


def export(client: Client, **posted: str) -> str:
    return client.post(f"{LIST}export/", {"format": "0", "resource": "0", **posted}).content.decode("utf-8-sig")


def upload(client: Client, text: str, kind: str = "0") -> str:
    """Preview, and the confirmation where there is nothing to mend; answers what the last page says."""
    file = SimpleUploadedFile("people.csv", text.encode())
    page = client.post(f"{LIST}import/", {"import_file": file, "format": kind, "resource": "0"})
    form = page.context.get("confirm_form")
    if form is None:
        return page.content.decode()
    return client.post(f"{LIST}process_import/", form.initial, follow=True).content.decode()


def rows(*people: list[Any]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(people)
    return out.getvalue()
