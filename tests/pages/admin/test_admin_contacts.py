"""Bulk edits of people in the admin: list, actions, spreadsheets. Each keeps the standing right."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Company, Contact, SearchWord
from contacts.rules.phases import Phase
from meetings.rules.asking import Answer
from tests import factories

NAMED = {"name": "Tove Marrick", "given_name": "Tove", "family_name": "Marrick"}
LIST = "/admin/contacts/contact/"


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


def formset(prefix: str, *rows: dict[str, Any], initial: int = 0) -> dict[str, Any]:
    data: dict[str, Any] = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": initial}
    for number, row in enumerate(rows):
        data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


def typed(**changed: Any) -> dict[str, Any]:
    prefixes = ("emails", "phones", "links", "common_ground", "notes")
    inlines = {key: value for prefix in prefixes for key, value in formset(prefix).items()}
    return inlines | NAMED | {"shown_version": 1} | changed


def test_a_list_is_edited_as_a_list(admin: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign, "Tove Marrick")
    row = {"id": person.pk, "shown_version": "1", "position": "Head of operations", "starred": "on"}

    admin.post(LIST, formset("form", row, initial=1) | {"_save": "Save"})

    person.refresh_from_db()
    assert (person.position, person.starred, person.version) == ("Head of operations", True, 2)


def test_a_strangers_row_in_the_list_is_not_edited(admin: Client, campaign: Campaign, other_campaign: Campaign) -> None:
    factories.make_contact(campaign)
    theirs = factories.make_contact(other_campaign)

    admin.post(LIST, formset("form", {"id": theirs.pk, "position": "Mine"}, initial=1) | {"_save": "Save"})

    theirs.refresh_from_db()
    assert theirs.position == ""


def test_what_hangs_on_a_contact_is_saved_with_them_and_the_standing_follows(admin: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign, "Tove Marrick")
    factories.make_invitation(person, answer=Answer.YES)

    answer = admin.post(
        f"{LIST}{person.pk}/change/",
        typed(name="Tove Marrick-Holm", birth_day="29", birth_month="2", not_for_this="on")
        | formset("emails", {"address": "Tove@Example.org"})
        | formset("links", {"url": "linkedin.com/in/tove-marrick"})
        | formset("common_ground", {"text": "Night shifts at 22", "found_on": "2026-11-20"}),
    )

    assert answer.status_code == 302
    person.refresh_from_db()
    assert (person.phase, person.sort_name) == (Phase.OBTAIN, "marrick-holm tove")
    assert (person.birth_day, person.birth_month, person.birth_year, person.not_for_this) == (29, 2, None, True)
    assert person.emails.get().key == "tove@example.org"
    assert (person.links.get().url, person.linkedin_key) == ("https://linkedin.com/in/tove-marrick", "/in/tove-marrick")
    assert {row.campaign for row in (*person.emails.all(), *person.common_ground.all())} == {campaign}
    assert SearchWord.objects.filter(contact=person, word="holm").exists()


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (formset("emails", {"address": "a@example.org"}, {"address": "A@example.org"}), "This stands here twice."),
        (formset("links", {"url": "javascript:alert(1)"}), "A web address begins with http"),
        ({"birth_day": "31", "birth_month": "2"}, "A birthday is a day and a month."),
        ({"birth_day": "5"}, "A birthday is a day and a month."),
    ],
)
def test_what_cannot_be_is_said(admin: Client, campaign: Campaign, rows: dict[str, Any], words: str) -> None:
    person = factories.make_contact(campaign, "Tove Marrick")

    answer = admin.post(f"{LIST}{person.pk}/change/", typed() | rows)

    assert answer.status_code == 200
    assert words in answer.content.decode()


def test_a_new_person_stands_in_the_address_book(admin: Client, campaign: Campaign) -> None:
    assert admin.post(f"{LIST}add/", typed(given_name="", family_name="")).status_code == 302

    person = Contact.objects.get()
    assert (person.campaign, person.family_name, person.joined_on) == (campaign, "Marrick", None)


def test_a_company_of_the_same_name_is_refused(admin: Client, campaign: Campaign) -> None:
    factories.make_company(campaign, "Brightmill Foods")

    answer = admin.post("/admin/contacts/company/add/", {"name": "BRIGHTMILL foods"})

    assert "This name is there already." in answer.content.decode()
    assert Company.objects.count() == 1
