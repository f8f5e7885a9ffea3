"""R17 and R3 on their page: asking somebody for a one-on-one."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.knowing import KnownAs
from contacts.writes.people import add_email
from meetings.models import Invitation
from meetings.rules.asking import TOO_EARLY, Answer
from tests import factories

TODAY = factories.DAY
HTMX = {"HX-Request": "true"}

pytestmark = pytest.mark.usefixtures("monday")


def form(**fields: Any) -> dict[str, Any]:
    return {
        "ask_kind": "view",
        "ask": "How does a plant hire its first manager?",
        "channel": "mail",
        "sent_on": TODAY.isoformat(),
        "message": "Dear Tove",
        **fields,
    }


def invite_page(contact: Contact) -> str:
    return reverse("invite", args=[contact.pk])


@pytest.mark.parametrize("form_page", ["invite", "contact_touch"])
def test_how_somebody_is_reached_stands_beside_what_is_written(client: Client, tove: Contact, form_page: str) -> None:
    add_email(tove, "tove@example.org")
    Contact.objects.filter(pk=tove.pk).update(linkedin_key="/in/tove-marrick")

    html = client.get(reverse(form_page, args=[tove.pk])).content.decode()

    assert 'href="mailto:tove@example.org"' in html
    assert 'href="https://www.linkedin.com/in/tove-marrick"' in html


def test_who_is_invited_is_in_the_network(client: Client, tove: Contact) -> None:
    answered = client.post(invite_page(tove), form())

    tove.refresh_from_db()
    invitation = Invitation.objects.get()
    assert (answered.status_code, answered["Location"]) == (302, tove.get_absolute_url())
    assert (invitation.channel, invitation.sent_on, invitation.message) == ("mail", TODAY, "Dear Tove")
    assert (tove.joined_on, tove.joined_because, tove.phase) == (TODAY, "invitation", "initiate")


def test_sent_twice_is_invited_once(client: Client, tove: Contact) -> None:
    key = re.search(r'name="draft" value="([^"]+)"', client.get(invite_page(tove)).content.decode())
    assert key
    posted = form(draft=key[1])

    first, second = client.post(invite_page(tove), posted), client.post(invite_page(tove), posted)

    assert first["Location"] == second["Location"]
    assert Invitation.objects.count() == 1


def test_a_waiting_invitation_shows_its_answers_instead(client: Client, tove: Contact) -> None:
    factories.make_invitation(tove)

    shown = client.get(invite_page(tove))
    again = client.post(invite_page(tove), form())

    assert "What did <bdi>Tove</bdi> answer?" in shown.content.decode()
    assert "Sent</button>" not in shown.content.decode()
    assert again.status_code == 302
    assert Invitation.objects.count() == 1


def test_asking_a_stranger_for_a_name_is_asked_once(client: Client, tove: Contact) -> None:
    early = client.post(invite_page(tove), form(ask_kind="referral", message="Whom do you know?"))
    assert early.status_code == 422
    assert TOO_EARLY in early.content.decode()
    assert "Whom do you know?" in early.content.decode()
    assert Invitation.objects.count() == 0

    kept = client.post(invite_page(tove), form(ask_kind="referral", asked="referral"))

    assert kept.status_code == 302
    assert Invitation.objects.get().ask_kind == "referral"


def test_the_other_answer_asks_for_their_view(client: Client, tove: Contact) -> None:
    shown = client.post(invite_page(tove), form(ask_kind="referral", asked="referral", change="ask_kind:view"))

    assert shown.status_code == 422
    assert shown.context["form"]["ask_kind"].value() == "view"
    assert Invitation.objects.count() == 0


def test_somebody_known_from_before_may_be_asked_for_a_name(client: Client, tove: Contact) -> None:
    Contact.objects.filter(pk=tove.pk).update(known_as=KnownAs.WE_TALK)

    assert client.post(invite_page(tove), form(ask_kind="referral")).status_code == 302


def test_what_they_know_about_stands_beside_the_ask_and_nothing_is_compared(client: Client, tove: Contact) -> None:
    Contact.objects.filter(pk=tove.pk).update(knows_about="cold rooms.")

    assert "Can Tove answer this? Tove knows about cold rooms." in client.get(invite_page(tove)).content.decode()
    assert client.post(invite_page(tove), form()).status_code == 302


@pytest.mark.parametrize(
    "wrong",
    [
        {"sent_on": "2026-11-24"},
        {"sent_on": "31.2.2026"},
        {"ask_kind": "money"},
        {"channel": ""},
        {"ask": "x" * 501},
        {"asked": "anything"},
    ],
)
def test_a_refused_form_keeps_every_character(client: Client, tove: Contact, wrong: dict[str, str]) -> None:
    answered = client.post(invite_page(tove), form(message="Dear <b>Tove</b>", **wrong))

    assert answered.status_code == 422
    assert "Dear &lt;b&gt;Tove&lt;/b&gt;" in answered.content.decode()
    assert Invitation.objects.count() == 0


def test_who_was_left_for_now_is_taken_up_first(client: Client, tove: Contact) -> None:
    Contact.objects.filter(pk=tove.pk).update(left_on=TODAY, left_because="wait")

    assert "You left <bdi>Tove</bdi> for now" in client.get(invite_page(tove)).content.decode()
    assert client.post(invite_page(tove), form()).status_code == 302
    assert Invitation.objects.count() == 0


def test_the_own_rate_is_said_from_ten_on(client: Client, campaign: Campaign, tove: Contact) -> None:
    for number in range(10):
        assert "You asked" not in client.get(invite_page(tove)).content.decode()
        other = factories.make_contact(campaign)
        factories.make_invitation(other, answer=Answer.YES if number < 7 else Answer.NO)

    assert "You asked 10, 7 said yes<" in client.get(invite_page(tove)).content.decode()


def test_what_they_wrote_is_only_ever_text(client: Client, campaign: Campaign) -> None:
    evil = factories.make_contact(campaign, "<img src=x onerror=alert(1)>", knows_about="<script>")

    page = client.get(invite_page(evil)).content.decode()

    assert "<img src=x" not in page
    assert "<script>" not in page


def test_the_page_asks_the_database_as_often_for_many(client: Client, campaign: Campaign, tove: Contact) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            client.get(invite_page(tove))
        return len(found)

    factories.make_invitation(tove, answer=Answer.NO)
    factories.make_meeting(tove, purpose_kind="path")
    client.get("/")  # chooses the rows of the day, once
    first = queries()
    for _ in range(19):
        factories.make_invitation(tove, answer=Answer.NO)
        factories.make_meeting(tove, purpose_kind="path")

    assert queries() == first
