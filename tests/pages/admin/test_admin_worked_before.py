"""Whoever changes a company, and wherever: the former employer is kept, and undo takes it back."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact
from relationships.writes.bulk import set_company, take_back
from tests import factories
from tests.pages.admin.sheets import confirm, preview
from tests.pages.admin.test_admin_acts import LIST, act, undo
from tests.pages.admin.test_admin_contacts import typed
from tests.pages.admin.test_admin_two_tabs import as_shown, place_of
from tests.pages.people.test_contact_edit import edit

NEW = "Quayside Roasters"


def by_form(client: Client, person: Contact) -> str:
    edit(client, person, company=NEW, worked_before=person.worked_before)
    return ""


def by_admin_list(client: Client, person: Contact) -> str:
    posted = as_shown(client, LIST)
    return client.post(LIST, posted | {f"{place_of(posted, person)}-company": NEW}, follow=True).content.decode()


def by_admin_form(client: Client, person: Contact) -> str:
    company = factories.make_company(person.campaign, NEW)
    fields = typed(company=company.pk, worked_before=person.worked_before)
    client.post(f"{LIST}{person.pk}/change/", fields)
    return ""


def by_act(client: Client, person: Contact) -> str:
    return act(client, "set_company", person, words=NEW)


def by_spreadsheet(client: Client, person: Contact) -> str:
    confirm(client, preview(client, f"id,Name,Company\n{person.pk},{person.name},{NEW}\n"))
    return client.get(LIST).content.decode()


@pytest.mark.parametrize("change", [by_form, by_admin_list, by_admin_form, by_act, by_spreadsheet])
def test_a_changed_company_is_a_former_one(
    alices: Client, campaign: Campaign, change: Callable[[Client, Contact], str]
) -> None:
    person = factories.make_contact(campaign, "Tove Marrick", company="Harrow & Vane", worked_before="Tarn, until 2019")

    page = change(alices, person)

    person.refresh_from_db()
    kept = f"Tarn, until 2019\nHarrow & Vane, until {campaign.owner.today().year}"
    assert (str(person.company), person.worked_before) == (NEW, kept)
    assert [one.name for one in at(alices, "Harrow & Vane", campaign)] == ["Tove Marrick"]
    if 'name="state"' in page:
        undo(alices, page)
        person.refresh_from_db()
        assert (str(person.company), person.worked_before) == ("Harrow & Vane", "Tarn, until 2019")


def at(client: Client, name: str, campaign: Campaign) -> list[Contact]:
    company = campaign.companies.get(name=name)
    found: list[Contact] = client.get(company.get_absolute_url()).context["there"].before
    return found


def test_who_is_there_already_is_left_alone_by_a_bulk_edit(campaign: Campaign) -> None:
    there = factories.make_contact(campaign, company=NEW)
    nowhere = factories.make_contact(campaign)

    done = set_company(campaign, [there, nowhere], NEW, date(2026, 11, 23))

    assert set(done.changed) == {str(nowhere.pk)}
    assert take_back(campaign, done) == 1
    nowhere.refresh_from_db()
    assert (nowhere.company, nowhere.worked_before) == (None, "")
