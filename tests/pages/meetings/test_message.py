"""R18: the invitation stands ready, composed from what is stored; what the user wrote instead is not lost."""

import pytest
from django.test import Client
from django.urls import reverse

from campaigns.models import Campaign
from contacts.models import Contact, ContactEmail
from tests import factories
from tests.pages.screens import unmarked

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture(autouse=True)
def stands(campaign: Campaign) -> None:
    campaign.situation, campaign.situation_words = "ended", "October"
    campaign.worked_at = "Greenlow, 2009 to 2016"
    campaign.save()


def posted(**fields: str) -> dict[str, str]:
    return {
        "purpose_kind": "path", "purpose": "", "ask_kind": "view", "ask": "", "channel": "mail",
        "sent_on": factories.DAY.isoformat(), "message": "", **fields,
    }  # fmt: skip


def invite(client: Client, contact: Contact, **fields: str) -> str:
    address = reverse("invite", args=[contact.pk])
    answer = client.post(address, posted(**fields)) if fields else client.get(address)
    return unmarked(answer.content.decode())


def message_in(page: str) -> str:
    return page.split('name="message"')[1].partition(">")[2].partition("</textarea>")[0].strip()


def test_the_invitation_stands_ready(client: Client, tove: Contact) -> None:
    page = invite(client, tove)

    assert "My job ended in October." in message_in(page)
    assert "300 characters" in page


def test_an_employer_of_both_is_its_first_line(client: Client, tove: Contact) -> None:
    tove.company = factories.make_company(tove.campaign, "Greenlow Foods")
    tove.save()

    assert "We both worked at Greenlow: I was there from 2009 to 2016." in message_in(invite(client, tove))


def test_it_is_written_anew_for_another_ask(client: Client, tove: Contact) -> None:
    composed = message_in(invite(client, tove))

    page = invite(
        client, tove, ask="Which plant would you visit?", change="compose", message=composed, composed=composed
    )

    assert "Which plant would you visit?" in message_in(page)
    assert "What you had written before" not in page
    assert not tove.invitations.exists()


def test_words_of_ones_own_stay_beside_the_new_ones(client: Client, tove: Contact) -> None:
    page = invite(client, tove, change="compose", message="Dear Tove, mine", composed="Dear Tove,")

    assert "Dear Tove, mine" not in message_in(page)
    assert "What you had written before" in page
    assert "Dear Tove, mine" in page


def test_words_of_ones_own_are_not_replaced_unasked(client: Client, tove: Contact) -> None:
    address = reverse("invite", args=[tove.pk])

    mine = client.post(address, posted(change="recompose", message="Dear Tove, mine", composed="Dear Tove,"))
    theirs = client.post(address, posted(change="recompose", message="Dear\r\nTove,", composed="Dear Tove,"))

    assert mine.status_code == 204
    assert "My job ended in October." in message_in(theirs.content.decode())


def test_a_refused_form_keeps_what_was_written(client: Client, tove: Contact) -> None:
    page = invite(client, tove, sent_on="2030-01-01", message="Dear Tove, mine")

    assert message_in(page) == "Dear Tove, mine"


def test_it_opens_where_they_can_be_reached(client: Client, tove: Contact) -> None:
    ContactEmail.objects.create(
        campaign=tove.campaign, contact=tove, address="tove@example.com", key="tove@example.com"
    )

    assert "mailto:tove@example.com?subject=" in invite(client, tove)


def test_what_is_sent_is_kept(client: Client, tove: Contact) -> None:
    invite(client, tove, message="Dear Tove, mine")

    assert tove.invitations.get().message == "Dear Tove, mine"
