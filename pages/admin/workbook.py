"""The export as an Excel workbook: days are days there, numbers are numbers, all else is text and never a formula."""

from datetime import date
from io import BytesIO
from typing import Any, Final

from import_export.formats.base_formats import XLSX
from openpyxl import Workbook as Book
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from pages.admin.people_sheet import COLUMNS, SHEET

KINDS: Final = {field.label: COLUMNS[field.name].get_internal_type() for field in SHEET if field.name in COLUMNS}


class Workbook(XLSX):
    def export_data(self, dataset: Any, **kwargs: Any) -> bytes:
        book = Book(write_only=True)
        sheet = book.create_sheet("People")
        sheet.append(dataset.headers)
        kinds = ["Integer", *(KINDS.get(label, "") for label in dataset.headers[1:])]
        for row in dataset:
            sheet.append([_cell(sheet, text, kind) for text, kind in zip(row, kinds, strict=True)])
        out = BytesIO()
        book.save(out)
        return out.getvalue()


def _cell(sheet: Any, text: str, kind: str) -> Any:
    if not text:
        return None
    if kind == "DateField":
        return date.fromisoformat(text)
    if "Integer" in kind:
        return int(text)
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = "s"
    return cell
