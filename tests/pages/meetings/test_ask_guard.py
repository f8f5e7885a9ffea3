"""R3: the guard stands at the choice of the ask, as soon as it is chosen."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.knowing import KnownAs
from meetings.models import Invitation
from meetings.rules.asking import TOO_EARLY, WHOSE_VIEW
from outcomes.models import FollowUpStatus
from tests import factories

GUARD = "/meetings/ask/"

pytestmark = pytest.mark.usefixtures("monday")


def guard(client: Client, contact: Contact | None, **chosen: str | list[str]) -> str:
    about: dict[str, str | list[str]] = {}
    if contact:
        about["contact"] = str(contact.pk)
    return client.get(GUARD, {**about, "ask_kind": "view", **chosen}).content.decode()


@pytest.mark.parametrize("chosen", [{"ask_kind": "referral"}, {"purpose_kind": "somebody"}])
def test_asking_for_a_referral_too_early_is_said_at_once(
    client: Client, corwin: Contact, chosen: dict[str, str]
) -> None:
    said = guard(client, corwin, **chosen)

    assert TOO_EARLY in said
    assert "Ask for their view" in said
    assert "Ask anyway" in said
    assert TOO_EARLY not in guard(client, corwin, **chosen, asked="referral")


def test_the_answer_to_ask_anyway_is_posted_along(client: Client, corwin: Contact) -> None:
    assert 'name="asked" value="referral"' in guard(client, corwin, ask_kind="referral", asked="referral")


def test_whose_view_to_trust_is_always_all_right(client: Client, corwin: Contact) -> None:
    assert TOO_EARLY not in guard(client, corwin, purpose_kind="somebody", ask=WHOSE_VIEW)
    page = reverse("invite", args=[corwin.pk])
    posted = {"ask_kind": "referral", "purpose_kind": "somebody", "channel": "mail", "sent_on": "2026-11-23"}

    asked = client.post(page, {**posted, "change": "whose_view"})
    chosen = asked.context["form"]
    assert (asked.status_code, chosen["ask_kind"].value(), chosen["ask"].value()) == (422, "view", WHOSE_VIEW)

    assert client.post(page, {**posted, "ask_kind": "view", "ask": WHOSE_VIEW}).status_code == 302
    assert Invitation.objects.get().ask == WHOSE_VIEW


def test_a_relationship_that_carries_it_is_not_warned(client: Client, campaign: Campaign, corwin: Contact) -> None:
    factories.make_meeting(corwin)
    assert TOO_EARLY in guard(client, corwin, ask_kind="referral")
    factories.make_meeting(corwin)
    told = factories.make_contact(campaign)
    factories.make_follow_up(told, kind="tell", status=FollowUpStatus.DONE, closed_on=factories.DAY)
    talks = factories.make_contact(campaign, known_as=KnownAs.WE_TALK)
    long_ago = factories.make_contact(campaign, known_as=KnownAs.LONG_AGO)

    for contact in (corwin, told, talks):
        assert TOO_EARLY not in guard(client, contact, ask_kind="referral")
    assert TOO_EARLY in guard(client, long_ago, ask_kind="referral")


def test_in_a_plan_it_speaks_of_who_is_named(client: Client, corwin: Contact) -> None:
    assert TOO_EARLY not in guard(client, None, ask_kind="referral")
    assert TOO_EARLY in guard(client, None, ask_kind="referral", person="Somebody New")
    assert TOO_EARLY in guard(client, None, ask_kind="referral", person="Corwin Stroud", person_id=str(corwin.pk))
    factories.make_meeting(corwin)
    factories.make_meeting(corwin)
    chosen = {"person": "Corwin Stroud", "person_id": str(corwin.pk)}
    assert TOO_EARLY not in guard(client, None, ask_kind="referral", **chosen)


def test_without_scripts_it_is_asked_when_the_message_is_written_anew(client: Client, corwin: Contact) -> None:
    posted = {"ask_kind": "referral", "purpose_kind": "somebody", "channel": "mail", "sent_on": "2026-11-23"}
    written = {**posted, "change": "compose", "message": "", "composed": ""}

    assert TOO_EARLY in client.post(reverse("invite", args=[corwin.pk]), written).content.decode()
    assert not Invitation.objects.exists()


def test_the_reason_to_ask_again_stands_in_the_form(client: Client, campaign: Campaign) -> None:
    again = factories.make_contact(campaign, "Tove Marrick", known_as=KnownAs.WE_TALK)
    factories.make_meeting(again, day=factories.DAY - timedelta(days=40))

    answer = client.get(reverse("invite", args=[again.pk]))

    assert "You know each other from before, and talk: ask for a name." in answer.content.decode()
    assert answer.context["form"]["purpose_kind"].value() == "somebody"


@pytest.mark.parametrize("pk", ["0", "x", "9" * 40])
def test_somebody_unknown_is_not_found(client: Client, pk: str) -> None:
    assert client.get(GUARD, {"contact": pk, "ask_kind": "referral"}).status_code == 404


def test_a_stranger_does_not_exist(stranger: Client, corwin: Contact) -> None:
    assert stranger.get(GUARD, {"contact": str(corwin.pk), "ask_kind": "referral"}).status_code == 404


@pytest.mark.parametrize("chosen", [{"ask_kind": "money"}, {"purpose_kind": "<b>"}, {"asked": "status"}])
def test_what_is_no_choice_raises_no_question(client: Client, corwin: Contact, chosen: dict[str, str]) -> None:
    assert "callout" not in guard(client, corwin, **chosen)
