"""R23: decided beforehand, asked once after the first *Sent*, shown at a silence and at a no with one easy name."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.knowing import KnownAs
from meetings.rules.asking import Answer, ways_compared
from meetings.rules.touch import Channel
from tests import factories

pytestmark = pytest.mark.usefixtures("monday")
TEN_DAYS_AGO = factories.DAY - timedelta(days=10)
ASKED = "I will …"


@pytest.fixture
def monday() -> Iterator[None]:
    with time_machine.travel(factories.at(factories.DAY, 9), tick=False):
        yield


@pytest.fixture
def olaf(campaign: Campaign) -> Contact:
    return factories.make_contact(campaign, "Olaf Berg")


@pytest.fixture
def friend(campaign: Campaign) -> Contact:
    return factories.make_contact(campaign, "Ida Holm", known_as=KnownAs.WE_TALK)


def shown(client: Client, contact: Contact) -> str:
    return client.get(contact.get_absolute_url()).content.decode()


def decides(client: Client, contact: Contact, **fields: str) -> int:
    return client.post(reverse("if_silent"), {"next": contact.get_absolute_url(), **fields}).status_code


def test_it_is_asked_once_and_shown_at_a_silence(client: Client, olaf: Contact, friend: Contact) -> None:
    invitation = factories.make_invitation(olaf, sent_on=factories.DAY)
    assert '<time datetime="2026-11-30">30 November</time>, or a no, I will …' in shown(client, olaf)

    assert decides(client, olaf, if_silent="ring") == 302
    assert ASKED not in shown(client, olaf)

    invitation.sent_on = TEN_DAYS_AGO
    invitation.save()
    factories.refreshed(olaf)
    page = shown(client, olaf)
    assert "“I will ring.”" in page
    assert reverse("invite", args=[friend.pk]) in page


def test_at_a_no_the_own_words_and_an_easy_name(client: Client, olaf: Contact, friend: Contact) -> None:
    decides(client, olaf, if_silent_words="I ask one easy person the same day")
    factories.make_invitation(olaf, sent_on=TEN_DAYS_AGO, answer=Answer.NO)

    page = shown(client, olaf)

    assert "“I ask one easy person the same day.”" in page
    assert "Ida Holm" in page


def test_own_words_are_asked_for(client: Client, olaf: Contact) -> None:
    assert decides(client, olaf, if_silent="own") == 422
    assert decides(client, olaf) == 422
    assert not Campaign.objects.get(pk=olaf.campaign_id).if_silent


def test_who_said_no_is_not_rung_for_it(client: Client, olaf: Contact) -> None:
    decides(client, olaf, if_silent="ring", if_silent_words="typed before")
    factories.make_invitation(olaf, sent_on=TEN_DAYS_AGO, answer=Answer.NO)

    assert "I will ring" not in shown(client, olaf)


def test_thanks_for_a_no_are_said_once(client: Client, olaf: Contact) -> None:
    factories.make_invitation(olaf, sent_on=TEN_DAYS_AGO, answer=Answer.NO)
    assert "Thank them" in shown(client, olaf)

    factories.make_touch(olaf, day=factories.DAY)

    assert "Thank them" not in shown(client, olaf)


def test_ringing_comes_first_among_friends_until_one_would_rather_write(client: Client, friend: Contact) -> None:
    friend.phones.create(campaign=friend.campaign, number="+44 1632 960171")
    address = reverse("invite", args=[friend.pk])
    first = client.get(address).content.decode()
    assert first.index("<b>Ring</b>") < first.index("<b>WhatsApp</b>")

    client.post(address, {"change": "rather_write", "message": "Dear Ida", "composed": "Hi Ida"})

    then = client.get(address).content.decode()
    assert then.index("<b>Ring</b>") > then.index("<b>WhatsApp</b>")


def test_ways_are_compared_with_five_asked_by_each() -> None:
    assert ways_compared({Channel.CALL: (6, 4), Channel.MAIL: (9, 2), Channel.MESSAGE: (4, 4)}) == [
        "Ringing: 4 of 6 said yes",
        "Mail: 2 of 9 said yes",
    ]
    assert ways_compared({Channel.CALL: (6, 4), Channel.MAIL: (4, 2)}) == []
