"""Suggestions while a name is typed."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.models import Campaign
from contacts.writes.people import make_contact
from tests import factories
from tests.conftest import TODAY


def suggested(client: Client, typed: str) -> list[str]:
    answer = client.get("/people/suggest/", {"q": typed})
    assert answer.status_code == 200
    return [person.name for person in answer.context["people"]]


def test_each_word_begins_a_word_of_the_name_and_the_network_comes_first(client: Client, campaign: Campaign) -> None:
    make_contact(campaign, "Ada Samson")
    make_contact(campaign, "Zoe Samson", joined_on=TODAY, joined_because="said_so")
    make_contact(campaign, "Élodie O’Brien")

    assert suggested(client, "sam") == ["Zoe Samson", "Ada Samson"]
    assert suggested(client, "SAM a") == ["Ada Samson"]
    assert suggested(client, "elo obr") == ["Élodie O’Brien"]
    assert suggested(client, "amson") == []
    assert suggested(client, "") == []
    assert suggested(client, "%_") == []


def test_at_most_twenty_in_one_query_for_them(client: Client, campaign: Campaign) -> None:
    for number in range(25):
        make_contact(campaign, f"Sam Number{number}", "Saltmarsh")

    make_contact(campaign, "Wren Hale", joined_on=TODAY, joined_because="said_so")  # so that the day's rows are chosen
    suggested(client, "sa")
    with CaptureQueriesContext(connection) as captured:
        assert len(suggested(client, "sa")) == 20
    assert len(captured) <= 6


def test_a_strangers_people_are_never_suggested(client: Client, other_campaign: Campaign) -> None:
    make_contact(other_campaign, "Zoltan Secret")

    assert suggested(client, "zoltan") == []


def test_an_option_says_who_is_meant(client: Client, campaign: Campaign) -> None:
    person = factories.make_contact(campaign, 'A "quoted" <b>')
    make_contact(campaign, "Quoted Person")

    text = client.get("/people/suggest/", {"q": "quoted"}).content.decode()

    assert text.count('role="option"') == 1
    assert 'data-value="Quoted Person"' in text
    assert str(person) not in text
