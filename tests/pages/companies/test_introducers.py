"""Who could introduce the user to a company, who worked there before, and what there is to do."""

from functools import partial

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.models import Campaign
from contacts.models import Company
from tests import factories


def tied(campaign: Campaign) -> Company:
    """A target with somebody there in the address book, and one person for each reason to know somebody there."""
    norda = factories.make_company(campaign, "Norda Foods", is_target=True)
    alma = factories.make_contact(
        campaign,
        "Alma Book",
        company=norda,
        joined_on=None,
        worked_before="Harrow Ltd, until 2025",
    )
    made = partial(factories.make_contact, campaign)
    made("Former There", worked_before="Northgate, until 2024\nNORDA FOODS GmbH, until 2026")
    made("Former Book", joined_on=None, worked_before="Norda Foods")
    made("Old Colleague", worked_before="Harrow 2019 to 2024")
    alma.introduced_by = made("Introducer One")
    alma.save()
    factories.make_item(made("Names Her"), kind="referral", referred=alma)
    made("Named By Her", introduced_by=alma)
    made("Knows It", knows_about="Norda Foods and cold rooms")
    factories.make_note(made("Noted Once"), "She left norda foods in 2019. Then she moved.")
    factories.make_note(made("Not Meant"), "Nordaland foods")
    return norda


def test_who_could_introduce_is_told_with_the_reason(
    client: Client, campaign: Campaign, other_campaign: Campaign
) -> None:
    tied(other_campaign)
    answer = client.get(tied(campaign).get_absolute_url())

    assert {line.person.name: line.ties for line in answer.context["introducers"]} == {
        "Former There": ["Worked there: NORDA FOODS GmbH, until 2026"],
        "Introducer One": ["Introduced you to Alma Book"],
        "Names Her": ["Named Alma Book to you"],
        "Named By Her": ["Named to you by Alma Book"],
        "Old Colleague": ["Worked at the same company as Alma Book: Harrow"],
        "Knows It": ["Knows about: Norda Foods and cold rooms"],
        "Noted Once": ["Noted: She left norda foods in 2019."],
    }
    assert [person.name for person in answer.context["there"].before] == ["Former Book", "Former There"]
    assert "Ask Alma for 20 minutes" in answer.content.decode()


def test_a_company_costs_as_much_with_many_ties_as_with_few(client: Client, campaign: Campaign) -> None:
    def count(company: Company) -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(company.get_absolute_url())
        return len(captured)

    company = tied(campaign)
    client.get("/")
    one = count(company)
    for number in range(12):
        factories.make_note(factories.make_contact(campaign, company=company), "Norda Foods")
        factories.make_note(factories.make_contact(campaign, knows_about=f"Norda Foods {number}"), "Norda Foods")

    assert count(company) <= one <= 28


def test_where_nothing_tells_the_company_says_so_and_what_to_do(client: Client, campaign: Campaign) -> None:
    company = factories.make_company(campaign, "Tarn Valley", is_target=True)

    text = client.get(company.get_absolute_url()).content.decode()

    assert "No one yet." in text
    assert "Your notes do not say who could introduce you." in text
    assert "Whose view of Tarn Valley do you trust?" in text
    assert 'href="/people/choose/"' in text
    assert 'href="/people/new/?company=Tarn+Valley"' in text
    assert 'value="Tarn Valley"' in client.get("/people/new/?company=Tarn+Valley").content.decode()
