"""An uploaded spreadsheet costs what it holds, whatever it claims; and to look through it locks nobody out."""

import io
import zipfile

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.models import Campaign
from contacts.models import Contact, ContactQuerySet
from pages.admin import sheet_table
from tests import factories
from tests.pages.admin.sheets import preview, rows, upload, workbook


def with_sheet(xml: str) -> bytes:
    """A workbook whose one sheet says this."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(["id", "Name"]))) as whole, zipfile.ZipFile(out, "w", 8) as made:
        for part in whole.namelist():
            made.writestr(part, xml if part == "xl/worksheets/sheet1.xml" else whole.read(part))
    return out.getvalue()


NAMES = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEAD = '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row>'
CELL = '<c r="{}" t="inlineStr"><is><t>Ada</t></is></c>'


def sheet(dimension: str, *lines: str) -> bytes:
    data = f"<sheetData>{HEAD}{''.join(lines)}</sheetData>"
    return with_sheet(f'<worksheet xmlns="{NAMES}"><dimension ref="{dimension}"/>{data}</worksheet>')


def test_what_a_sheet_claims_of_its_size_is_not_believed(alices: Client, campaign: Campaign) -> None:
    claims = sheet("A1:XFD1048576", f'<row r="2">{CELL.format("A2")}</row>')

    assert "1 new" in upload(alices, claims)


@pytest.mark.parametrize(("row", "column"), [("1048576", "A"), ("2", "XFD"), ("1048576", "XFD")])
def test_a_cell_at_the_far_end_is_refused(alices: Client, campaign: Campaign, row: str, column: str) -> None:
    far = sheet("A1:B2", f'<row r="{row}">{CELL.format(column + row)}</row>')

    assert "This sheet has more than 6,000 rows or 500 columns." in upload(alices, far)
    assert not Contact.objects.exists()


@pytest.mark.parametrize(("data", "words"), [
    (b"Name,Position\n" + b"a,b\n" * 6_001, "more than 6,000 rows"),
    (b"Name\n" + b"x" * sheet_table.LARGEST, "larger than 4 MB"),
    (with_sheet(" " * (sheet_table.UNPACKED + 1)), "Unpacked, this workbook is larger than 10 MB"),
    (workbook(["Name"], *[["x"] * 400] * 251), "more than 100,000 cells"),
    (b"PK\x03\x04broken", "cannot be read as a table"),
    (with_sheet("<worksheet>"), "cannot be read as a table"),
    (b"a,b\n1,2\n", "No column of this file has a name that is known"),
], ids=range(7))  # fmt: skip
def test_too_much_or_nothing_is_said_in_a_sentence(alices: Client, campaign: Campaign, data: bytes, words: str) -> None:
    answer = preview(alices, data)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Contact.objects.exists()


def test_a_cell_without_end_costs_its_row(alices: Client, campaign: Campaign) -> None:
    answer = preview(alices, rows(["Name", "Position"], ["Ada", "x" * 40_000], ["Bea", "Buyer"])).content.decode()

    assert "Line 2" in answer
    assert "1 to mend" in " ".join(answer.split())


def test_a_preview_writes_nothing_but_what_was_uploaded(
    alices: Client, campaign: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = factories.make_contact(campaign, "Ada Archer")

    def locked(*args: object, **kwargs: object) -> ContactQuerySet:
        raise AssertionError("A preview holds no lock.")

    monkeypatch.setattr(ContactQuerySet, "select_for_update", locked)
    with CaptureQueriesContext(connection) as captured:
        preview(alices, rows(["id", "Name", "Company", "Tags"], [person.pk, "Ada", "New", "new"], ["", "Bea", "", ""]))

    written = [query["sql"] for query in captured if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    ours = ("contacts_", "relationships_", "meetings_", "outcomes_")
    assert not [sql for sql in written if any(table in sql.split("(")[0] for table in ours)]


def test_names_are_taken_apart_when_they_are_written(
    alices: Client, campaign: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To read six thousand hostile ones took nineteen seconds of a preview."""
    with monkeypatch.context() as patched:
        patched.setattr("contacts.writes.people.split_name", lambda typed: pytest.fail("A preview takes none apart."))
        page = preview(alices, rows(["Name"], ["Ada Archer"], ["Dr. " * 100]))
        assert "1 to mend" in " ".join(page.content.decode().split())

    upload(alices, rows(["Name"], ["Ada Archer"]))

    assert Contact.objects.values_list("given_name", "family_name").get() == ("Ada", "Archer")
