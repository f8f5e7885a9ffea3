"""Somebody added who may be known already is asked about, and nothing typed is lost."""

import pytest
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.writes.people import add_email
from tests.factories import make_contact
from tests.pages.people.known import make_known, post_new


def test_a_name_close_to_somebody_known_asks_which(client: Client, campaign: Campaign) -> None:
    known = make_known(campaign, "Desmond Achterby", joined_on=None)

    answer = post_new(client, name="Desmond Achterbey")

    assert answer.status_code == 422
    text = answer.content.decode()
    assert "Which one?" in text
    assert f'value="{known.pk}"' in text
    assert 'name="asked" value="Desmond Achterbey"' in text
    assert campaign.contacts.count() == 1


def test_the_answer_new_makes_somebody_new(client: Client, campaign: Campaign) -> None:
    make_known(campaign, "Desmond Achterby")

    post_new(client, name="Desmond Achterbey", asked="Desmond Achterbey", which="new")

    assert campaign.contacts.count() == 2


def test_an_answer_to_another_question_is_none(client: Client, campaign: Campaign) -> None:
    make_known(campaign, "Desmond Achterby")

    answer = post_new(client, name="Desmond Achterbey", asked="Tove Marrick", which="new")

    assert answer.status_code == 422


def test_who_was_known_already_is_completed_and_nothing_typed_is_lost(client: Client, campaign: Campaign) -> None:
    known = make_known(campaign, "Desmond Achterby", joined_on=None, position="Buyer", company="Saltmarsh")
    add_email(known, "d@example.org")

    answer = post_new(
        client,
        name="Desmond Achterbey",
        asked="Desmond Achterbey",
        which=str(known.pk),
        position="Head of buying",
        location="Aldermoor",
        company="Northgate",
        emails="d@example.org\ndesmond@example.org",
        note="Asked after the boat",
    )

    assert answer["Location"] == f"/people/{known.pk}/"
    known.refresh_from_db()
    assert (known.name, known.position, known.location) == ("Desmond Achterby", "Buyer", "Aldermoor")
    assert known.in_network
    assert known.emails.count() == 2
    note = known.notes.get().text
    assert all(words in note for words in ("Asked after the boat", "Head of buying", "Northgate"))


def test_a_profile_of_a_third_person_is_not_given_to_the_one_who_is_meant(client: Client, campaign: Campaign) -> None:
    known = make_known(campaign, "Desmond Achterby")
    make_contact(campaign, "Wren Hale", linkedin_key="/in/wren")

    answer = post_new(
        client,
        name="Desmond Achterbey",
        asked="Desmond Achterbey",
        which=str(known.pk),
        links="linkedin.com/in/wren",
    )

    assert answer.status_code == 422
    assert "Wren Hale</a> has this LinkedIn profile already" in answer.content.decode()


def test_a_stranger_is_never_meant(client: Client, other_campaign: Campaign, campaign: Campaign) -> None:
    theirs = make_contact(other_campaign, "Desmond Achterby")
    add_email(theirs, "d@example.org")
    Contact.objects.filter(pk=theirs.pk).update(linkedin_key="/in/desmond")

    answer = post_new(client, name="Desmond Achterby", emails="d@example.org", links="linkedin.com/in/desmond")
    assert answer.status_code == 302

    answer = post_new(client, name="Tove Marrick", asked="Tove Marrick", which=str(theirs.pk))
    assert campaign.contacts.count() == 2
    assert theirs.notes.count() == 0


@pytest.mark.parametrize(
    ("field", "typed"), [("emails", "WREN@example.org"), ("links", "https://uk.linkedin.com/in/Wren/")]
)
def test_an_address_or_profile_that_somebody_has_names_them(
    client: Client, campaign: Campaign, field: str, typed: str
) -> None:
    wren = make_contact(campaign, "Wren Hale", linkedin_key="/in/wren")
    add_email(wren, "wren@example.org")

    answer = post_new(client, name="Quentin Ardry", **{field: typed})

    assert answer.status_code == 422
    assert f'<a href="/people/{wren.pk}/">Wren Hale</a> has' in answer.content.decode()
