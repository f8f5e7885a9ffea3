"""Everything that can be typed about a person goes through the admin's spreadsheet, and comes back the same."""

import csv
import io
from typing import Any

import pytest
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact, ContactEmail, ContactLink, ContactPhone
from contacts.rules.field_kinds import Group
from contacts.rules.fields import FIELDS
from tests.contacts.everything_known import known_in_full
from tests.pages.admin.sheets import export, rows, upload
from tests.trash.everything import everything

pytestmark = pytest.mark.of_the_pages


@pytest.fixture
def admin(alices: Client) -> Client:
    return alices


def test_everything_that_is_known_goes_there_and_back(admin: Client, campaign: Campaign) -> None:
    person = known_in_full(campaign)
    of_person: dict[str, Any] = {"campaign": campaign, "contact": person}
    person.tags.create(campaign=campaign, name="food", folded="food")
    ContactEmail.objects.create(**of_person, address="graham@example.org", key="graham@example.org")
    ContactPhone.objects.create(**of_person, number="01632 960 118", label="Work")
    ContactLink.objects.create(**of_person, url="https://www.linkedin.com/in/graham")
    before, first = everything(campaign), export(admin)

    assert "2 the same" in upload(admin, first)

    after = everything(campaign)
    for rows_of in (before, after):
        del rows_of["contacts.SearchWord"]  # written anew
        for row in rows_of["contacts.Contact"]:
            del row["fields"]["version"]
    assert after == before
    [line] = [line for line in csv.DictReader(io.StringIO(first)) if line["Name"] == person.name]
    follows = {field.label for field in FIELDS if field.group is Group.FOLLOWS}
    assert {label for label, cell in line.items() if not cell} <= follows
    assert (line["Known from before"], line["Phone numbers"]) == ("Long ago", "Work: 01632 960 118")


def test_a_new_person_brings_all_that_can_be_typed(admin: Client, campaign: Campaign) -> None:
    words = upload(
        admin,
        rows(
            ["Name", "Nickname", "known_as", "Birthday", "Month of birth", "Phone numbers", "Links", "Tags"],
            ["Graham Estevane", "Gray", "we talk", "29", "2", "Work: 01632 960 118", "linkedin.com/in/graham", "food"],
        ),
    )

    assert "1 new" in words
    person = Contact.objects.get()
    assert (person.nickname, person.known_as, person.birth_day, person.birth_month) == ("Gray", "we_talk", 29, 2)
    assert (person.phones.get().label, person.linkedin_key) == ("Work", "/in/graham")
    assert [tag.name for tag in person.tags.all()] == ["food"]


@pytest.mark.parametrize(
    ("column", "cell"), [("Birthday", "31"), ("Links", "javascript:alert(1)"), ("Known from before", "perhaps")]
)
def test_a_cell_that_cannot_be_is_named(admin: Client, campaign: Campaign, column: str, cell: str) -> None:
    assert "Line 2, <bdi>Graham Estevane</bdi>: " in upload(admin, rows(["Name", column], ["Graham Estevane", cell]))
    assert not Contact.objects.exists()
