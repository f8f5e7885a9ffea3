"""R17: an invitation can be opened, read again, corrected and deleted."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from contacts.models import Contact
from meetings.models import Invitation
from meetings.rules.asking import TOO_EARLY, Answer
from tests import factories

TODAY = factories.DAY

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def invitation(tove: Contact) -> Invitation:
    return factories.make_invitation(tove, sent_on=date(2026, 11, 20), message="Dear Tove, cold rooms", ask="Which?")


def page(invitation: Invitation) -> str:
    return reverse("invitation_edit", args=[invitation.pk])


def form(**fields: str) -> dict[str, str]:
    return {
        "purpose_kind": "path",
        "purpose": "",
        "ask_kind": "view",
        "ask": "Which?",
        "channel": "mail",
        "sent_on": "2026-11-20",
        "message": "Dear Tove",
        **fields,
    }


def test_what_was_written_is_read_again(client: Client, invitation: Invitation) -> None:
    shown = client.get(page(invitation)).content.decode()

    assert "Dear Tove, cold rooms" in shown
    assert f'href="{reverse("invitation_delete", args=[invitation.pk])}"' in shown
    assert f'href="{page(invitation)}"' in client.get(f"/people/{invitation.contact_id}/invite/").content.decode()


def test_it_is_corrected_and_nothing_is_asked_about_what_is_sent(client: Client, invitation: Invitation) -> None:
    answered = client.post(page(invitation), form(sent_on="2026-11-18", ask_kind="referral", message="Dear T."))

    invitation.refresh_from_db()
    assert answered["Location"] == page(invitation)
    assert (invitation.sent_on, invitation.purpose_kind, invitation.message) == (date(2026, 11, 18), "path", "Dear T.")
    assert TOO_EARLY not in client.get(page(invitation)).content.decode()


def test_a_day_noted_beyond_the_date_line_stays(client: Client, invitation: Invitation) -> None:
    Invitation.objects.update(sent_on=date(2026, 11, 24))

    assert client.post(page(invitation), form(sent_on="2026-11-24")).status_code == 302
    refused = client.post(page(invitation), form(sent_on="2026-11-25", message="Kept, every letter"))
    assert refused.status_code == 422
    assert "Kept, every letter" in refused.content.decode()


def test_its_answer_is_corrected_there(client: Client, invitation: Invitation) -> None:
    Invitation.objects.update(answer=Answer.NO, answered_on=TODAY)

    assert "Still waiting" in client.get(page(invitation)).content.decode()
    client.post(reverse("invitation_answer", args=[invitation.pk]), {"answer": "waiting"})

    invitation.refresh_from_db()
    assert invitation.answer == Answer.WAITING


def test_it_is_deleted_with_the_way_back(client: Client, invitation: Invitation) -> None:
    client.post(reverse("invitation_answer", args=[invitation.pk]), {"answer": "later"})

    client.post(reverse("invitation_delete", args=[invitation.pk]))
    assert not Invitation.objects.exists()
    assert not invitation.contact.follow_ups.exists()

    client.post(reverse("deletion_restore", args=[invitation.campaign.deletions.get().pk]))
    assert Invitation.objects.get().message == "Dear Tove, cold rooms"
    assert invitation.contact.follow_ups.get().invitation == invitation


@pytest.mark.parametrize("name", ["invitation_edit", "invitation_delete", "invitation_answer"])
def test_a_strangers_invitation_does_not_exist(stranger: Client, invitation: Invitation, name: str) -> None:
    assert stranger.post(reverse(name, args=[invitation.pk]), form(answer="no")).status_code == 404
