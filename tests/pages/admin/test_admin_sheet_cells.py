"""What spreadsheets make of cells is read as it was meant, or refused with the line; never taken for something else."""

import io
from datetime import date
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from campaigns.models import Campaign
from contacts.models import Contact
from tests import factories
from tests.pages.admin.sheets import LIST, export, preview, rows, upload, workbook
from tests.pages.admin.test_admin_acts import undo
from transfer.rules.defusing import defused, restored

pytestmark = pytest.mark.of_the_pages


@pytest.mark.parametrize("shown", ["{0}", "{0}.0", " {0} ", "{1}", "{2}", "{0}.00"])
def test_a_mangled_id_finds_its_person(alices: Client, campaign: Campaign, shown: str) -> None:
    person = factories.make_contact(campaign, "Ada Archer", pk=38383)

    words = upload(alices, rows(["id", "Position"], [shown.format(person.pk, "38,383", "3.8383E4"), "Buyer"]))

    assert "0 new, 1 updated, 0 the same" in words
    assert Contact.objects.values_list("pk", "position").get() == (38383, "Buyer")


@pytest.mark.parametrize("wrong", ["abc", "12.5", "1e400", "NaN", "9" * 31, "1,2,3"])
def test_what_is_no_id_makes_nobody(alices: Client, campaign: Campaign, wrong: str) -> None:
    assert "is no id" in upload(alices, rows(["id", "Name"], [wrong, "Ada Archer"]))
    assert not Contact.objects.exists()


@pytest.mark.parametrize("word", ["yes", "x", "X", "ja", "TRUE", "1", "Wahr", "oui", "✓"])
def test_yes_in_words(alices: Client, campaign: Campaign, word: str) -> None:
    upload(alices, rows(["Name", "Starred"], ["Ada Archer", word]))

    assert Contact.objects.get().starred


@pytest.mark.parametrize("word", ["", "no", "Nein", "FALSE", "0", "-"])
def test_no_in_words(alices: Client, campaign: Campaign, word: str) -> None:
    person = factories.make_contact(campaign, "Ada Archer", starred=True)

    upload(alices, rows(["id", "Starred"], [person.pk, word]))

    assert not Contact.objects.get().starred


def test_what_is_neither_is_said(alices: Client, campaign: Campaign) -> None:
    assert "Starred: “perhaps” is neither yes nor no." in upload(alices, rows(["Name", "Starred"], ["Ada", "perhaps"]))


@pytest.mark.parametrize(
    "cell", ["alpha, gamma", "alpha;gamma", "alpha\tgamma", "alpha\ngamma", " alpha ,, Gamma,gamma "]
)
def test_tags_stand_apart(alices: Client, campaign: Campaign, cell: str) -> None:
    upload(alices, rows(["Name", "Tags"], ["Ada Archer", cell]))

    assert sorted(tag.folded for tag in Contact.objects.get().tags.all()) == ["alpha", "gamma"]


def test_a_day_that_can_be_two_is_asked_about(alices: Client, campaign: Campaign) -> None:
    sheet = rows(["Name", "Known since"], ["Ada Archer", "05/07/2020"])

    assert "Line 2, <bdi>Ada Archer</bdi>: " in upload(alices, sheet)
    assert not Contact.objects.exists()
    upload(alices, sheet, order="day first")
    assert Contact.objects.get().known_from_before == date(2020, 7, 5)


@pytest.mark.parametrize("cell", ["2020-07-05", "5.7.2020", "5 July 2020", "13/07/2020"])
def test_a_day_that_is_one_is_read(alices: Client, campaign: Campaign, cell: str) -> None:
    upload(alices, rows(["Name", "Known since"], ["Ada Archer", cell]))

    known = Contact.objects.get().known_from_before
    assert known
    assert (known.year, known.month) == (2020, 7)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_code_pages_and_delimiters(alices: Client, campaign: Campaign, encoding: str, delimiter: str) -> None:
    text = "Name,Company\nJörg Müßig,Käserei Grün\n,\n\n".replace(",", delimiter)

    assert "1 new" in upload(alices, text.encode(encoding))
    assert Contact.objects.values_list("name", "company__name").get() == ("Jörg Müßig", "Käserei Grün")


def test_workbooks_hold_days_and_numbers(alices: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign, "=Ada", known_from_before=date(2009, 3, 1), birth_day=4, birth_month=5)
    factories.make_contact(campaign, "'Tis Bea")
    answer = alices.post(f"{LIST}export/", {"format": "1", "resource": "0"})
    head, *lines = load_workbook(io.BytesIO(answer.content)).worksheets[0].iter_rows()

    [line] = [line for line in lines if line[0].value == person.pk]
    found = {cell.value: line[place] for place, cell in enumerate(head)}
    assert found["Known since"].value.date() == date(2009, 3, 1)
    assert (found["Birthday"].value, found["Name"].data_type) == (4, "s")
    assert "2 the same" in preview(alices, answer.content).content.decode()


def test_a_workbook_is_read(alices: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign, "Ada Archer")
    sheet: list[list[Any]] = [["id", "Known since", "Starred"], [], [float(person.pk), date(2011, 2, 3), True]]

    assert "1 updated" in upload(alices, workbook(*sheet))
    assert Contact.objects.values_list("known_from_before", "starred").get() == (date(2011, 2, 3), True)


@pytest.mark.parametrize("text", ["'", "'Tis", "=x", "'=x", "''=x", " =x", "' =x", "'+", "x'", "-", "'@a", ""])
def test_apostrophes_of_ones_own_are_kept(text: str) -> None:
    [cell] = defused([text])

    assert restored(cell) == text
    assert not cell.lstrip(" ").startswith(("=", "+", "-", "@"))


def test_out_in_and_out_again_is_equal_and_counts_as_the_same(alices: Client, campaign: Campaign) -> None:
    for name in ("'=Ada", "=Bea", "'Tis", 'Cleo "C", Dr.; x', "Dora"):
        person = factories.make_contact(campaign, name, company="Käse; Co", starred=name == "Dora")
        person.tags.create(campaign=campaign, name=f"{name[:40]}, x;y", folded=f"{name[:40]}, x;y".lower())
    first = export(alices)

    assert "0 new, 0 to change, 5 the same" in " ".join(preview(alices, first).content.decode().split())
    assert export(alices) == first


def test_an_import_is_taken_back(alices: Client, campaign: Campaign) -> None:
    factories.make_contact(campaign, "Ada Archer", company="Quayside").tags.create(
        campaign=campaign, name="a", folded="a"
    )
    before = export(alices)
    sheet: list[list[Any]] = [["id", "Name", "Company", "Tags", "E-mail addresses"],
             [Contact.objects.get().pk, "Ada Archer-Bell", "New Dairy", "b", "ada@example.org"],
             ["", "Bea Baker", "New Dairy", "", ""]]  # fmt: skip

    page = upload(alices, rows(*sheet))

    assert "1 new, 1 updated" in page
    assert export(alices) != before
    undo(alices, page)
    assert export(alices) == before
    assert not campaign.companies.filter(name="New Dairy").exists()


def test_the_same_person_twice_is_said(alices: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign, "Ada Archer")

    words = upload(alices, rows(["id", "Position"], [person.pk, "Buyer"], [f"{person.pk}.0", "Seller"]))

    assert "Line 3, <bdi>Ada Archer</bdi>: The same id stands in line 2 already." in words
