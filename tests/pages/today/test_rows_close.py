"""R19: what closes a row of Today: an answer, asking, a meeting agreed or logged, and what is done in place."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client

from campaigns.models import Campaign
from contacts.rules.knowing import KnownAs
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from tests import factories
from tests.factories import at
from tests.pages.today.reading import badge, headings, number, shown
from today.models import ChosenRow

MONDAY = factories.DAY
TUESDAY = date(2026, 11, 24)
HTMX = {"HX-Request": "true", "HX-Current-URL": "http://testserver/"}


@pytest.fixture(autouse=True)
def on_monday_morning() -> Iterator[None]:
    with time_machine.travel(at(MONDAY, 8), tick=False):
        yield


@pytest.mark.parametrize("answer", [Answer.NO, Answer.LATER])
def test_a_reminder_or_an_answer_closes_the_row_of_a_silence(
    client: Client, campaign: Campaign, answer: Answer
) -> None:
    ruben, noor = factories.make_contact(campaign, "Ruben Tarn"), factories.make_contact(campaign, "Noor Halvane")
    asked = [factories.make_invitation(one, sent_on=MONDAY - timedelta(days=7)) for one in (ruben, noor)]
    assert number(client) == 2

    client.post(f"/invitations/{asked[0].pk}/remind/", {"next": "/"})
    assert number(client) == 1
    typed = {"answer": answer, "next": "/", "later_on": "2026-12-21"}
    assert client.post(f"/invitations/{asked[1].pk}/answer/", typed).status_code == 302

    assert number(client) == 0
    html = shown(client)
    assert "one reminded" in html.lower()
    assert ("a no received" in html) is (answer is Answer.NO)


def test_who_said_no_is_not_to_be_asked_the_same_minute(client: Client, campaign: Campaign) -> None:
    contact = factories.make_contact(campaign, "Tove Marrick", known_as=KnownAs.KNOWN)
    invitation = factories.make_invitation(contact, sent_on=MONDAY - timedelta(days=7))
    shown(client)

    client.post(f"/invitations/{invitation.pk}/answer/", {"answer": "no", "next": "/"})

    assert "Ask Tove" not in shown(client)
    assert number(client) == 0


def test_not_now_and_asking_close_the_row_and_nobody_takes_the_place(client: Client, campaign: Campaign) -> None:
    for _ in range(3):
        factories.make_contact(campaign, known_as=KnownAs.KNOWN)
    assert number(client) == 1
    asked = ChosenRow.objects.get().contact

    client.post(f"/people/{asked.pk}/not-now/")

    assert number(client) == 0
    client.post(f"/people/{asked.pk}/propose-again/")
    assert number(client) == 1
    factories.make_invitation(asked, sent_on=MONDAY)
    assert number(client) == 0
    html = shown(client)
    assert "Enough for today" in html
    assert f"Asked {asked.name}" in html
    assert "Who else to ask" not in html, "enough is enough"


def test_a_meeting_agreed_for_tomorrow_takes_the_row_up(client: Client, campaign: Campaign) -> None:
    contact = factories.make_contact(campaign, "Noor Halvane")
    factories.make_follow_up(contact, "Send Noor two days")
    assert number(client) == 1

    factories.make_meeting(contact, status=Status.PLANNED, day=TUESDAY, starts_at=at(TUESDAY, 9))

    html = shown(client)
    assert number(client) == 0
    assert "Enough for today" in html
    assert "Tomorrow begins with" in html
    assert "Send Noor two days" in html, "as the second line of the meeting"


def test_a_talk_that_is_logged_is_done(client: Client, campaign: Campaign) -> None:
    contact = factories.make_contact(campaign, "Ilse Okonmar")
    meeting = factories.make_meeting(contact, status=Status.PLANNED, day=MONDAY - timedelta(days=3))
    assert number(client) == 1
    assert headings(shown(client)) == ["How did it go?"]

    meeting.status, meeting.logged_on = Status.HELD, MONDAY
    meeting.save()
    factories.refreshed(contact)

    assert number(client) == 0
    assert "One conversation." in shown(client)


def test_the_last_row_done_in_place_shows_the_finished_page(client: Client, campaign: Campaign) -> None:
    first, last = (factories.make_follow_up(factories.make_contact(campaign)) for _ in range(2))
    shown(client)

    part = client.post(f"/follow-ups/{first.pk}/done/", headers=HTMX)
    assert badge(part.content.decode()) == 1
    assert "1 for today." in part.content.decode()
    whole = client.post(f"/follow-ups/{last.pk}/done/", headers=HTMX)

    assert whole.headers["HX-Refresh"] == "true"
    html = shown(client)
    assert "Enough for today" in html
    assert "Undo" in html
