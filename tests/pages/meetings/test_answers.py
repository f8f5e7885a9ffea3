"""R17: what they answered, and the one reminder."""

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse

from campaigns.rules.business_days import days_off
from contacts.models import Contact
from meetings.models import Invitation, Touch
from meetings.rules.asking import FIRST_SILENCE, Answer, ask_again_on
from meetings.rules.touch import Matter
from outcomes.models import FollowUp
from tests import factories

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Posted

TODAY = factories.DAY
HTMX = {"HX-Request": "true"}

pytestmark = pytest.mark.usefixtures("monday")


def invite_page(contact: Contact) -> str:
    return reverse("invite", args=[contact.pk])


def answer(client: Client, invitation: Invitation, said: str, **more: str) -> "Posted":
    return client.post(reverse("invitation_answer", args=[invitation.pk]), {"answer": said, **more})


def test_yes_leads_to_planning(client: Client, tove: Contact) -> None:
    invitation = factories.make_invitation(tove)

    answered = answer(client, invitation, "yes", next="/people/")

    invitation.refresh_from_db()
    assert (invitation.answer, invitation.answered_on) == (Answer.YES, TODAY)
    assert answered["Location"] == f"/meetings/new/?contact={tove.pk}"


def test_later_makes_a_follow_up_a_month_on_or_on_that_day(client: Client, tove: Contact) -> None:
    invitation = factories.make_invitation(tove)

    answer(client, invitation, "later")
    assert FollowUp.objects.open().get().due_on == date(2026, 12, 23)

    answer(client, invitation, "later", later_on="2027-01-11")
    assert FollowUp.objects.open().get().due_on == date(2027, 1, 11)


@pytest.mark.parametrize("day", ["2026-11-23", "2020-01-01", "9999-12-31", "soon"])
def test_later_is_a_day_to_come(client: Client, tove: Contact, day: str) -> None:
    invitation = factories.make_invitation(tove)

    assert answer(client, invitation, "later", later_on=day).status_code == 422
    invitation.refresh_from_db()
    assert invitation.answer == Answer.WAITING


def test_the_first_silence_is_said_to_be_common_and_offers_leaving(client: Client, tove: Contact) -> None:
    invitation = factories.make_invitation(tove)

    page = client.post(reverse("invitation_answer", args=[invitation.pk]), {"answer": "no_answer"}, follow=True)

    assert FIRST_SILENCE in [str(message) for message in page.context["messages"]]
    assert f'href="{reverse("contact_leave", args=[tove.pk])}"' in page.content.decode()


def test_an_answer_can_be_corrected(client: Client, tove: Contact) -> None:
    invitation = factories.make_invitation(tove, answer=Answer.LATER)

    answer(client, invitation, "waiting")

    invitation.refresh_from_db()
    assert (invitation.answer, invitation.answered_on) == (Answer.WAITING, None)


def test_one_invitation_waits_at_a_time(client: Client, tove: Contact) -> None:
    former = factories.make_invitation(tove, answer=Answer.NO)
    factories.make_invitation(tove)

    assert answer(client, former, "waiting").status_code == 302
    former.refresh_from_db()
    assert former.answer == Answer.NO


def test_an_answer_leads_back_to_its_list_and_never_away(client: Client, tove: Contact) -> None:
    invitation = factories.make_invitation(tove)

    assert answer(client, invitation, "no", next="/follow-ups/?page=2")["Location"] == "/follow-ups/?page=2"
    for evil in ("https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "today"):
        assert answer(client, invitation, "no", next=evil)["Location"] == tove.get_absolute_url()


def test_there_is_one_reminder(client: Client, tove: Contact) -> None:
    invitation = factories.make_invitation(tove, sent_on=date(2026, 11, 2))

    for _ in range(2):
        client.post(reverse("invitation_remind", args=[invitation.pk]))

    invitation.refresh_from_db()
    assert invitation.reminded_on == TODAY
    assert Touch.objects.get().matter == Matter.REMIND


def test_who_answered_is_not_reminded(client: Client, tove: Contact) -> None:
    invitation = factories.make_invitation(tove, answer=Answer.NO)

    client.post(reverse("invitation_remind", args=[invitation.pk]))

    assert Touch.objects.count() == 0


def test_a_list_gets_the_row_back_as_done(client: Client, tove: Contact) -> None:
    invitation = factories.make_invitation(tove)

    def post(name: str, **fields: str) -> "Posted":
        return client.post(reverse(name, args=[invitation.pk]), fields, headers=HTMX)

    reminded, silent = post("invitation_remind"), post("invitation_answer", answer="no_answer")
    led, refused = post("invitation_answer", answer="yes"), post("invitation_answer", answer="perhaps")

    assert f'id="invitation-{invitation.pk}"' in reminded.content.decode()
    assert 'hx-swap-oob="innerHTML"' in reminded.content.decode()
    assert "Leave for now" in silent.content.decode()
    assert led["HX-Redirect"] == f"/meetings/new/?contact={tove.pk}"
    assert refused["HX-Redirect"] == f"/invitations/{invitation.pk}/"


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2026, 11, 23), date(2026, 12, 23)),
        (date(2026, 12, 31), date(2027, 2, 1)),  # 31 January is a Sunday
        (date(2027, 1, 31), date(2027, 3, 1)),  # 28 February is one too
        (date(2026, 11, 24), date(2027, 1, 4)),  # 24 December is off, and so is all until a Saturday
    ],
)
def test_later_is_a_month_on_and_neither_a_weekend_nor_off(today: date, day: date) -> None:
    assert ask_again_on(today, days_off([(date(2026, 12, 24), date(2027, 1, 2))])) == day


def test_a_reminder_that_is_too_long_is_refused_with_its_text(client: Client, tove: Contact) -> None:
    invitation = factories.make_invitation(tove)
    text = "Once more, Tove. " * 700

    answer = client.post(reverse("invitation_remind", args=[invitation.pk]), {"text": text})

    invitation.refresh_from_db()
    assert (answer.status_code, invitation.reminded_on) == (422, None)
    assert "Use at most 10000 characters." in answer.content.decode()
    assert text.strip() in answer.content.decode()
