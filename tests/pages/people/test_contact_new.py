"""Adding a person."""

from datetime import date

import pytest
from django.test import Client

from campaigns.models import Campaign
from tests.factories import make_contact
from tests.pages.people.known import EVERYTHING, post_new


def test_a_name_is_enough(client: Client, campaign: Campaign) -> None:
    answer = post_new(client)

    contact = campaign.contacts.get()
    assert answer["Location"] == f"/people/{contact.pk}/"
    assert (contact.name, contact.family_name, contact.phase) == ("Wren Hale", "Hale", "initiate")


def test_one_after_the_other(client: Client, campaign: Campaign) -> None:
    answer = client.post("/people/new/", {"name": "Wren Hale", "where": "network", "another": "1"}, follow=True)
    assert answer.redirect_chain == [("/people/new/", 302)]
    assert campaign.contacts.get().name == "Wren Hale"


def test_everything_that_is_known_is_kept(client: Client, campaign: Campaign) -> None:
    assert client.post("/people/new/", EVERYTHING).status_code == 302

    contact = campaign.contacts.get()
    assert contact.company is not None
    assert contact.company.name == "Brightmill Foods"
    assert [email.address for email in contact.emails.all()] == ["wren@example.org", "hale@example.com"]
    assert [(phone.number, phone.label) for phone in contact.phones.all()] == [
        ("01632 960 118", "Work"),
        ("01632 960 119", ""),
    ]
    assert [link.url for link in contact.links.all()] == [
        "https://linkedin.com/in/Wren-Hale",
        "https://example.org/wren",
    ]
    assert contact.linkedin_key == "/in/wren-hale"
    assert [tag.name for tag in contact.tags.all()] == ["food", "former boss"]
    assert contact.notes.get().text == "Met at the fair"
    assert contact.common_ground.found().count() == 2
    assert (contact.birth_day, contact.birth_month, contact.birth_year) == (29, 2, None)
    assert (contact.known_as, contact.known_from_before) == ("long_ago", date(2009, 5, 1))
    assert contact.connected_on == date(2021, 5, 4)
    assert contact.starred


def test_somebody_can_be_kept_for_later(client: Client, campaign: Campaign) -> None:
    post_new(client, where="book")

    assert not campaign.contacts.get().in_network


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("links", "javascript:alert(1)"),
        ("links", "data:text/html,<b>"),
        ("emails", "nobody at example"),
        ("birth_day", "31"),
        ("known_year", "2090"),
        ("known_day", "17"),
        ("connected_on", "soon"),
        ("name", "x" * 241),
        ("tags", "y" * 61),
        ("phones", "5" * 61),
    ],
)
def test_a_refused_form_keeps_every_character(client: Client, campaign: Campaign, field: str, typed: str) -> None:
    answer = post_new(client, **{"knows_about": "Audits & “shifts”", field: typed})

    form = answer.context["form"]
    assert answer.status_code == 422
    assert form[field].value() == typed
    assert form["knows_about"].value() == "Audits & “shifts”"
    assert not campaign.contacts.exists()


def test_posted_twice_it_is_one_person(client: Client, campaign: Campaign) -> None:
    page = client.get("/people/new/").content.decode()
    key = page.split('name="draft" value="')[1].split('"')[0]

    first, second = (post_new(client, draft=key) for _ in range(2))

    assert first["Location"] == second["Location"]
    assert campaign.contacts.count() == 1


def test_another_campaigns_company_is_not_taken(client: Client, campaign: Campaign, other_campaign: Campaign) -> None:
    make_contact(other_campaign, company="Brightmill Foods")

    post_new(client, company="brightmill foods")

    company = campaign.contacts.get().company
    assert company is not None
    assert company.campaign == campaign
