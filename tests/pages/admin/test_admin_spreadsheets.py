"""There and back through a spreadsheet: people edited elsewhere come back under their number, and nobody else's do."""

import csv
import io
from collections.abc import Iterator
from datetime import date
from html import unescape

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Contact, SearchWord
from contacts.rules.field_kinds import Sheet
from contacts.rules.fields import FIELDS
from contacts.rules.phases import Phase
from tests import factories
from tests.pages.admin.sheets import LIST, confirm, export, preview, rows, upload

HEAD = ["id", *(field.label for field in FIELDS if field.sheet is not Sheet.NOT)]


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with time_machine.travel("2026-11-23 09:00Z", tick=False):
        yield


@pytest.fixture
def admin(alice: User, client: Client) -> Client:
    """Alice, who may open the admin, and is no superuser."""
    alice.is_staff = True
    alice.save()
    return client


def test_there_and_back_is_the_same(admin: Client, campaign: Campaign) -> None:
    person = factories.make_contact(
        campaign, "=Tove, Marrick", company="Quayside Roasters", position="+41 head", starred=True
    )
    person.tags.create(campaign=campaign, name="food", folded="food")
    person.emails.create(campaign=campaign, address="tove@example.org", key="tove@example.org")
    factories.make_meeting(person)

    first = export(admin)
    upload(admin, first)

    assert next(csv.reader(io.StringIO(first))) == HEAD
    assert "'=Tove, Marrick" in first
    assert "'+41 head" in first
    assert export(admin) == first
    person.refresh_from_db()
    assert (person.name, person.held_count) == ("=Tove, Marrick", 1)


def test_a_row_is_edited_under_its_number_and_a_row_without_one_is_new(admin: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign, "Tove Marrick")

    words = upload(
        admin,
        rows(
            ["id", "name", "company", "known_from_before"],
            [person.pk, "Tove Marrick", "Quayside Roasters", "2009-03-01"],
            ["", "Ilse Okonmar", "Harrow & Vane Dairy", ""],
        ),
    )

    assert "1 new, 1 updated" in words
    person.refresh_from_db()
    ilse = Contact.objects.get(name="Ilse Okonmar")
    assert person.company
    assert (person.company.name, person.known_from_before) == ("Quayside Roasters", date(2009, 3, 1))
    assert (ilse.campaign, ilse.family_name, ilse.joined_on) == (campaign, "Okonmar", None)
    assert SearchWord.objects.filter(contact=ilse, word="okonmar").exists()


def test_the_copies_are_not_to_be_typed_in(admin: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign, "Tove Marrick")

    upload(admin, rows(["id", "name", "phase", "held_count"], [person.pk, "Tove Marrick", "use", "7"]))

    person.refresh_from_db()
    assert (person.phase, person.held_count) == (Phase.INITIATE, 0)


@pytest.mark.parametrize("field", ["name", "known_from_before"])
def test_a_row_that_cannot_be_is_named_and_nothing_is_written(admin: Client, campaign: Campaign, field: str) -> None:
    line = {
        "id": "",
        "name": "Tove Marrick",
        "known_from_before": "2009-03-01",
        field: "" if field == "name" else "soon",
    }

    words = upload(admin, rows(list(line), list(line.values()), ["", "Ilse Okonmar", ""]))

    assert "Line 2, " in words or "Line 2: " in words
    assert not Contact.objects.exists()


@pytest.mark.parametrize("text", ["", "\x00\x00", "PK\x03\x04broken", "id\n1,2,3"])
def test_a_file_that_is_none_gets_a_page(admin: Client, campaign: Campaign, text: str) -> None:
    upload(admin, text)

    assert not Contact.objects.exists()


def test_a_strangers_number_makes_a_new_person(admin: Client, campaign: Campaign, other_campaign: Campaign) -> None:
    theirs = factories.make_contact(other_campaign, "Hidden Person")

    words = upload(admin, rows(["id", "name"], [theirs.pk, "Taken Over"]))

    theirs.refresh_from_db()
    assert (theirs.name, theirs.campaign) == ("Hidden Person", other_campaign)
    assert Contact.objects.get(name="Taken Over").campaign == campaign
    assert "Hidden" not in words


def test_an_export_holds_nobody_elses_people(admin: Client, campaign: Campaign, other_campaign: Campaign) -> None:
    mine, theirs = factories.make_contact(campaign, "Tove Marrick"), factories.make_contact(other_campaign, "Hidden")

    assert [row[1] for row in csv.reader(io.StringIO(export(admin)))] == ["Name", "Tove Marrick"]
    for pk in (theirs.pk, 99_999_999):
        assert "Hidden" not in export(admin, export_items=str(pk))
    assert mine.pk


def test_a_forged_name_of_an_upload_reads_nothing(admin: Client, campaign: Campaign) -> None:
    posted = {"import_file_name": "../../etc/passwd"}

    assert (
        "This upload was imported already" in admin.post(f"{LIST}process_import/", posted, follow=True).content.decode()
    )


@pytest.mark.parametrize("path", ["import/", "export/"])
def test_the_pages_need_no_inline_script_or_style(admin: Client, campaign: Campaign, path: str) -> None:
    answer = admin.get(f"{LIST}{path}")

    assert " style=" not in answer.content.decode()
    assert " onchange=" not in answer.content.decode()
    assert "unsafe" not in answer["Content-Security-Policy"]


def test_a_preview_says_what_stands_there_and_what_will(alices: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign, "Ada Archer", position="Buyer", company="Quayside")

    page = preview(alices, rows(["id", "Position", "Company", "Starred"], [person.pk, "Head of buying", "", "yes"]))

    said = unescape(" ".join(page.content.decode().split()))
    assert "Company “Quayside” → nothing" in said
    assert "Position “Buyer” → “Head of buying”" in said
    assert "Starred no → yes" in said


def test_the_companies_are_not_read_for_each_row(admin: Client, campaign: Campaign) -> None:
    page = preview(admin, rows(["name", "company"], *(["Tove Marrick", f"Company {n % 2}"] for n in range(6))))

    with CaptureQueriesContext(connection) as asked:
        confirm(admin, page)

    every = [one["sql"] for one in asked if 'FROM "contacts_company"' in one["sql"] and '"folded" = ' not in one["sql"]]
    assert len(every) == 2  # by the list, which is shown then
    assert campaign.companies.count() == 2
