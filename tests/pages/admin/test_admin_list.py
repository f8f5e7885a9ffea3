"""The list of people in the admin: what is edited in bulk stands in it, and one click takes an edit back."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Company, Contact
from contacts.rules.joining import JoinedBecause
from contacts.writes.people import make_contact
from pages.admin.forms import CHANGED_MEANWHILE
from pages.parts.fields import UNREADABLE
from tests import factories
from tests.pages.admin.test_admin_acts import LIST, state, undo
from tests.pages.admin.test_admin_two_tabs import as_shown, place_of

EDITS = {
    "position": "Head of operations",
    "company": "Harrow & Vane",
    "known_from_before": "2009-03-01",
    "starred": "on",
}
STORED = ("position", "company__name", "known_from_before", "starred")


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with time_machine.travel("2026-11-23 09:00Z", tick=False):
        yield


def save(client: Client, posted: dict[str, Any]) -> str:
    return client.post(LIST, posted, follow=True).content.decode()


def test_everything_that_is_changed_in_bulk_is_changed_in_the_list(alices: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign, joined_on=None, company="Quayside")
    before = state()
    posted = as_shown(alices, LIST)
    place = place_of(posted, person)

    page = save(
        alices, posted | {f"{place}-{name}": value for name, value in EDITS.items()} | {f"{place}-in_network": "on"}
    )

    assert "One person changed." in page
    changed = Contact.objects.values_list(*STORED, "joined_because", "version").get()
    assert changed == ("Head of operations", "Harrow & Vane", date(2009, 3, 1), True, JoinedBecause.SAID_SO, 2)
    undo(alices, page)
    assert state() == before
    assert Contact.objects.values_list(*STORED).get() == ("", "Quayside", None, False)


def test_a_known_company_is_taken_whatever_its_capitals(
    alices: Client, campaign: Campaign, other_campaign: Campaign
) -> None:
    person = factories.make_contact(campaign)
    factories.make_company(other_campaign, "Harrow & Vane")
    company = factories.make_company(campaign, "Harrow & Vane")
    posted = as_shown(alices, LIST)

    save(alices, posted | {f"{place_of(posted, person)}-company": " HARROW & vane "})

    person.refresh_from_db()
    assert person.company == company
    assert campaign.companies.get() == company


def test_a_row_that_is_not_there_is_refused(alices: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign)
    posted = as_shown(alices, LIST)
    place = place_of(posted, person)

    save(alices, posted | {f"{place}-id": "99999999", f"{place}-position": "Buyer"})

    assert Contact.objects.values_list("position", flat=True).get() == ""


def test_who_has_nothing_noted_goes_back_and_others_stay(alices: Client, campaign: Campaign) -> None:
    free, held = factories.make_contact(campaign, "Ada"), factories.make_contact(campaign, "Bea")
    factories.make_touch(held)
    before = state()
    posted = as_shown(alices, LIST)

    refused = save(
        alices, {key: value for key, value in posted.items() if key != f"{place_of(posted, held)}-in_network"}
    )
    page = save(alices, {key: value for key, value in posted.items() if key != f"{place_of(posted, free)}-in_network"})

    assert "Something is noted about them" in refused
    assert list(Contact.objects.in_network()) == [held]
    undo(alices, page)
    assert state() == before


@pytest.mark.parametrize(("field", "theirs"), [
    ("position", {"position": "Buyer"}),
    ("starred", {"starred": True, "position": "Buyer", "version": 2}),
    ("known_from_before", {"known_from_before": date(2011, 1, 1)}),
    ("company", {"version": 2}),
])  # fmt: skip
def test_another_tabs_change_is_not_overwritten(
    alices: Client, campaign: Campaign, field: str, theirs: dict[str, Any]
) -> None:
    person = factories.make_contact(campaign)
    posted = as_shown(alices, LIST)
    Contact.objects.filter(pk=person.pk).update(**theirs)
    stands = Contact.objects.values_list(*STORED, "version").get()

    page = save(alices, posted | {f"{place_of(posted, person)}-{field}": EDITS[field]})

    assert CHANGED_MEANWHILE in page
    assert Contact.objects.values_list(*STORED, "version").get() == stands


def test_a_star_from_elsewhere_stays_when_something_else_is_edited(alices: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign)
    posted = as_shown(alices, LIST)
    Contact.objects.update(starred=True)  # by a click on their page, which counts as no save

    save(alices, posted | {f"{place_of(posted, person)}-position": "Buyer"})

    assert Contact.objects.values_list("position", "starred").get() == ("Buyer", True)


def test_one_wrong_row_keeps_all_that_was_typed_and_makes_no_company(alices: Client, campaign: Campaign) -> None:
    first, second = factories.make_contact(campaign, "Ada"), factories.make_contact(campaign, "Bea <i>")
    posted = as_shown(alices, LIST)
    typed = {
        f"{place_of(posted, first)}-company": 'New "Firm" <b>',
        f"{place_of(posted, second)}-known_from_before": "soon",
        f"{place_of(posted, second)}-position": "<script>",
    }

    page = save(alices, posted | typed)

    assert not Company.objects.exists()
    assert 'value="New &quot;Firm&quot; &lt;b&gt;"' in page
    assert 'value="&lt;script&gt;"' in page
    assert '<script>"' not in page
    assert "Bea <i>" not in page
    assert "Known since: Type a day, such as 2026-11-23." in page


def test_a_search_goes_by_the_beginnings_of_words(alices: Client, campaign: Campaign) -> None:
    make_contact(campaign, "Ada Lindqvist", "Quayside Roasters")
    make_contact(campaign, "Bea Archer")

    for typed in ("lindq", "ada quay", "LINDQVIST"):
        page = alices.get(LIST, {"q": typed}).content.decode()
        assert "Ada Lindqvist" in page
        assert "Bea Archer" not in page


def test_days_and_heads_are_in_the_words_of_the_product(alices: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign)
    factories.make_follow_up(person, due_on=date(2026, 12, 5))

    page = alices.get(LIST).content.decode()

    assert "5 Dec<" in page
    for head in ("Next step on", "Known since", "In your network", "Last spoke"):
        assert head in page
    assert "Dec. 5" not in page


def test_a_company_of_signs_alone_is_none(alices: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign)
    posted = as_shown(alices, LIST)

    assert UNREADABLE in save(alices, posted | {f"{place_of(posted, person)}-company": "!!!"})
    assert UNREADABLE in alices.post("/admin/contacts/company/add/", {"name": "!!!"}).content.decode()
    assert not Company.objects.exists()
