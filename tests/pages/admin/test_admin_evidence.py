"""Law 3 in the admin: whatever is evidence is followed by the standing of everybody concerned."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils.html import escape

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Company, Contact
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from outcomes.models import ObtainedItem
from outcomes.rules.items import ItemKind
from relationships.writes.standing import out_of_step
from tests import factories

DAY = factories.DAY


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with time_machine.travel(factories.at(DAY, 9), tick=False):
        yield


@pytest.fixture
def people(campaign: Campaign) -> list[Contact]:
    """Three of the network: met long ago at a company, to be met tomorrow, asked and silent."""
    met = factories.make_contact(campaign, "Ada Archer", company="Northgate", joined_on=DAY - timedelta(days=200))
    factories.make_meeting(met, day=DAY - timedelta(days=150))
    coming = factories.make_contact(campaign, "Bea Baker")
    factories.make_meeting(coming, status=Status.PLANNED, day=DAY, starts_at=factories.at(DAY, 22, 30))
    asked = factories.make_contact(campaign, "Cleo Clark")
    factories.make_invitation(asked, sent_on=DAY, answer=Answer.WAITING)
    return [met, coming, asked]


def filled(client: Client, path: str, **typed: Any) -> None:
    """Post the page's form as the browser would, with these fields typed anew."""
    page = client.get(path)
    form = page.context["adminform"].form
    formsets = [inline.formset for inline in page.context["inline_admin_formsets"]]
    parts = [form, *(part for formset in formsets for part in (formset.management_form, *formset.forms))]
    values = {field.html_name: field.value() for part in parts for field in part}
    posted = {name: value for name, value in values.items() if value is not None and value is not False} | typed
    answer = client.post(path, posted)
    assert answer.status_code == 302, answer.context["errors"]


def test_a_company_that_becomes_a_target(alices: Client, people: list[Contact]) -> None:
    before = Contact.objects.get(pk=people[0].pk).quiet_on

    filled(alices, f"/admin/contacts/company/{Company.objects.get().pk}/change/", is_target="on")

    assert list(out_of_step()) == []
    assert Contact.objects.get(pk=people[0].pk).quiet_on != before


def test_a_star_and_how_they_are_known(alices: Client, people: list[Contact]) -> None:
    for typed in ({"starred": "on"}, {"known_as": "we_talk"}):
        filled(alices, f"/admin/contacts/contact/{people[0].pk}/change/", **typed)

        assert list(out_of_step()) == []


@pytest.mark.parametrize("place", ["campaign", "pause"])
def test_days_off_and_the_start_of_the_search(
    alices: Client, campaign: Campaign, people: list[Contact], place: str
) -> None:
    before = Contact.objects.get(pk=people[2].pk).acts_on
    if place == "pause":
        days = {"campaign": campaign.pk, "kind": "off", "from_day": "2026-11-24", "to_day": "2026-12-24"}
        assert alices.post("/admin/campaigns/pause/add/", days).status_code == 302
    else:
        new = {"pauses-TOTAL_FORMS": 1, "pauses-0-kind": "off"}
        days = {"pauses-0-from_day": "2026-11-24", "pauses-0-to_day": "2026-12-24"}
        filled(alices, f"/admin/campaigns/campaign/{campaign.pk}/change/", **new, **days)

    assert list(out_of_step()) == []
    assert Contact.objects.get(pk=people[2].pk).acts_on != before


def test_the_start_of_the_search(alices: Client, campaign: Campaign, people: list[Contact]) -> None:
    assert Contact.objects.get(pk=people[0].pk).held_count == 0

    filled(alices, f"/admin/campaigns/campaign/{campaign.pk}/change/", started_on="2026-01-05")

    assert list(out_of_step()) == []
    assert Contact.objects.get(pk=people[0].pk).held_count == 1


def test_the_zone_of_the_user(alices: Client, alice: User, people: list[Contact]) -> None:
    User.objects.filter(pk=alice.pk).update(is_superuser=True)
    alices.post("/account/confirm/", {"password": factories.PASSWORD})

    filled(alices, f"/admin/accounts/user/{alice.pk}/change/", time_zone="Pacific/Auckland")

    assert list(out_of_step()) == []
    assert Contact.objects.get(pk=people[1].pk).owed_on == DAY


def test_a_referral_speaks_for_whom_it_names_and_no_longer_for_whom_it_named(
    alices: Client, campaign: Campaign, people: list[Contact]
) -> None:
    named = factories.make_contact(campaign, "Dan Dyer", joined_on=None)
    before = factories.make_contact(campaign, "Eve Elder")
    item = factories.make_item(people[0], kind=ItemKind.REFERRAL, referred=before)
    assert factories.refreshed(before).free_on is None  # the introduction is only promised

    filled(alices, f"/admin/outcomes/obtaineditem/{item.pk}/change/", referred=named.pk)

    named.refresh_from_db()
    assert ObtainedItem.objects.get().referred == named
    assert named.joined_because == "referral"
    assert list(out_of_step()) == []


def test_the_list_says_what_the_product_says(alices: Client, people: list[Contact]) -> None:
    page = alices.get("/admin/contacts/contact/").content.decode()

    for label in ("Next step on", "Last spoke", "Starred"):
        assert escape(label) in page
    assert "Acts on" not in page
