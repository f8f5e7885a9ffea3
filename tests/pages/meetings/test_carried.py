"""R4: purpose and ask go from the invitation into the plan, and from there into the debrief."""

import pytest
from django.test import Client
from django.urls import reverse

from contacts.models import Contact
from meetings.models import Invitation, Meeting
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from tests import factories
from tests.pages.meetings.debriefing import posted
from tests.pages.meetings.posted import form

PLAN = "/meetings/new/"
WHY = {
    "purpose_kind": "position",
    "purpose": "What a first operations lead does",
    "ask_kind": "information",
    "ask": "When does a plant hire its first manager?",
}

pytestmark = pytest.mark.usefixtures("monday")


def invite(client: Client, contact: Contact) -> Invitation:
    sent = {**WHY, "channel": "mail", "sent_on": "2026-11-23", "message": "Dear Corwin"}
    assert client.post(reverse("invite", args=[contact.pk]), sent).status_code == 302
    return Invitation.objects.get()


@pytest.mark.parametrize("said", [None, Answer.YES, Answer.LATER])
def test_nothing_is_typed_twice(client: Client, corwin: Contact, said: Answer | None) -> None:
    invitation = invite(client, corwin)
    assert {name: getattr(invitation, name) for name in WHY} == WHY
    if said:
        client.post(reverse("invitation_answer", args=[invitation.pk]), {"answer": said})

    plan = client.get(f"{PLAN}?contact={corwin.pk}").context["form"]
    assert {name: plan[name].value() for name in WHY} == WHY

    client.post(PLAN, form(**WHY, day="2026-11-23", time=""))
    meeting = Meeting.objects.get()
    assert meeting.invitation == invitation
    log = client.get(reverse("meeting_log", args=[meeting.pk]))
    assert log.context["form"]["ask"].value() == WHY["ask"]
    assert "You wanted to know:" in log.content.decode()


def test_an_invitation_of_long_ago_is_not_carried_along(client: Client, corwin: Contact) -> None:
    invite(client, corwin)
    client.post(reverse("meeting_log_new"), posted(person="Corwin Stroud"))

    assert client.get(f"{PLAN}?contact={corwin.pk}").context["form"]["ask"].value() is None


def test_a_talk_that_was_not_planned_keeps_what_was_asked_for(client: Client, corwin: Contact) -> None:
    invite(client, corwin)

    client.post(reverse("meeting_log_new"), posted(person="Corwin Stroud"))

    meeting = Meeting.objects.get()
    assert {name: getattr(meeting, name) for name in WHY} == WHY


@pytest.mark.parametrize("result", ["answered", "partly", "not_asked", ""])
def test_what_became_of_the_ask_is_one_click(client: Client, corwin: Contact, result: str) -> None:
    meeting = factories.make_meeting(corwin, status=Status.PLANNED, ask="When do plants hire?")

    client.post(reverse("meeting_log", args=[meeting.pk]), posted(meeting, ask=meeting.ask, ask_result=result))

    meeting.refresh_from_db()
    assert meeting.ask_result == result
    assert client.get(reverse("meeting_log", args=[meeting.pk])).context["form"]["ask_result"].value() == result


def test_without_an_ask_nothing_became_of_it(client: Client, corwin: Contact) -> None:
    meeting = factories.make_meeting(corwin)

    assert "What became of it?" not in client.get(reverse("meeting_log", args=[meeting.pk])).content.decode()
