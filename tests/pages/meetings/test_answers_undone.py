"""R17: an answer can be taken back, unless something came of it since; asking anew and a no end what later made."""

import re
from datetime import date

import pytest
from django.test import Client

from contacts.models import Contact
from contacts.rules.joining import JoinedBecause
from contacts.rules.leaving import LeftBecause
from meetings.models import Invitation
from meetings.rules.meeting import Status
from outcomes.models import FollowUp
from relationships.reads.history import next_steps
from relationships.rules.history import Moment
from relationships.writes.leaving import come_back, leave
from relationships.writes.people import record
from tests import factories
from tests.pages.meetings.test_answers import answer, invite_page

TODAY = factories.DAY

pytestmark = pytest.mark.usefixtures("monday")


def undo(client: Client) -> list[str]:
    """Press the Undo of the last toast; answers what is said then."""
    page = client.get("/campaign/").content.decode()
    state = re.findall(r'name="state" value="([^"]+)"', page)
    answered = client.post("/undo/", {"state": state[-1], "next": "/campaign/"}, follow=True)
    return [str(message) for message in answered.context["messages"]]


@pytest.mark.parametrize("before", ["waiting", "later", "no"])
@pytest.mark.parametrize("said", ["yes", "no", "later", "no_answer"])
def test_each_answer_can_be_undone(client: Client, tove: Contact, before: str, said: str) -> None:
    invitation = factories.make_invitation(tove)
    record(tove, JoinedBecause.INVITATION, TODAY)
    if before != "waiting":
        answer(client, invitation, before, later_on="2026-12-07")
        client.get("/campaign/")
    stood = everything(tove)

    answer(client, invitation, said, later_on="2027-01-11")
    if said == before == "no":
        assert 'name="state"' not in client.get("/campaign/").content.decode()
    else:
        assert everything(tove) != stood
        assert undo(client) == ["It is as it was."]

    assert everything(tove) == stood


def everything(contact: Contact) -> list[object]:
    follow_ups = FollowUp.objects.values("text", "kind", "due_on", "status", "by_rule", "invitation")
    return [*Invitation.objects.values(), *follow_ups, *Contact.objects.filter(pk=contact.pk).values()]


@pytest.mark.parametrize("since", ["planned", "answered", "asked"])
def test_what_came_of_an_answer_keeps_it(client: Client, tove: Contact, since: str) -> None:
    invitation = factories.make_invitation(tove)
    answer(client, invitation, "yes" if since == "planned" else "no")
    state = re.findall(r'name="state" value="([^"]+)"', client.get("/campaign/").content.decode())[-1]
    if since == "planned":
        factories.make_meeting(tove, status=Status.PLANNED, invitation=invitation)
    elif since == "answered":
        answer(client, invitation, "later", later_on="2027-01-11")
    else:
        factories.make_invitation(tove, sent_on=TODAY)
    stood = everything(tove)

    client.post("/undo/", {"state": state})

    assert everything(tove) == stood


def test_who_is_asked_anew_is_not_to_be_asked_again_too(client: Client, tove: Contact) -> None:
    answer(client, factories.make_invitation(tove, sent_on=date(2026, 11, 20)), "later")

    client.post(invite_page(tove), {"channel": "mail", "sent_on": "2026-11-23", "ask_kind": "view"})

    again = FollowUp.objects.get()
    assert (again.status, again.closed_on) == ("done", TODAY)
    step = next_steps(tove.campaign, [tove.pk], Moment(today=TODAY, now=factories.at(TODAY, 9)))[tove.pk]
    assert step.words == "It is their turn. You asked Tove today."


@pytest.mark.parametrize("another", [False, True])
def test_a_no_ends_what_later_made_also_where_they_were_left(client: Client, tove: Contact, another: bool) -> None:
    invitation = factories.make_invitation(tove)
    answer(client, invitation, "later")
    leave(tove, LeftBecause.NOT_RIGHT, today=TODAY)

    answer(client, factories.make_invitation(tove) if another else invitation, "no")
    come_back(tove)

    assert not FollowUp.objects.exists()
