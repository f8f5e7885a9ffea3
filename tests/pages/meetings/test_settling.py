"""R17: a meeting answers the invitation that was open, and gives the answer back when it goes to the trash."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from contacts.models import Contact
from meetings.models import Invitation, Meeting
from meetings.rules.asking import Answer
from outcomes.models import FollowUp
from relationships.reads.history import history_of
from relationships.rules.standing import standing_of
from relationships.writes.standing import stored
from tests import factories
from tests.pages.meetings.debriefing import posted
from tests.pages.meetings.posted import form

TODAY = factories.DAY
PLAN = "/meetings/new/"
State = tuple[str, date | None, date | None, list[tuple[str, date]]]

pytestmark = pytest.mark.usefixtures("monday")


def asked(contact: Contact, client: Client, answer: str) -> Invitation:
    invitation = factories.make_invitation(contact, sent_on=date(2026, 11, 9))
    if answer != Answer.WAITING:
        client.post(reverse("invitation_answer", args=[invitation.pk]), {"answer": answer, "later_on": "2026-12-14"})
        Invitation.objects.filter(pk=invitation.pk).update(answered_on=date(2026, 11, 12))
    invitation.refresh_from_db()
    return invitation


def state(invitation: Invitation) -> State:
    invitation.refresh_from_db()
    rows = FollowUp.objects.filter(invitation=invitation)
    open_rows = [(row.text, row.due_on) for row in rows if row.status == "open"]
    return invitation.answer, invitation.answered_on, invitation.later_on, open_rows


def delete(client: Client, meeting: Meeting) -> None:
    client.post(reverse("meeting_delete", args=[meeting.pk]))


def restore(client: Client, contact: Contact) -> None:
    client.post(reverse("deletion_restore", args=[contact.campaign.deletions.latest("pk").pk]))


def the_copies_are_right(contact: Contact) -> bool:
    contact.refresh_from_db()
    return stored(contact) == standing_of(history_of(contact))


@pytest.mark.parametrize("answer", [Answer.WAITING, Answer.LATER])
def test_a_plan_answers_and_its_deletion_takes_that_back(client: Client, corwin: Contact, answer: Answer) -> None:
    invitation = asked(corwin, client, answer)
    before = state(invitation)

    client.post(PLAN, form())
    meeting = Meeting.objects.get()
    planned = state(invitation)
    assert (meeting.invitation, meeting.answered_invitation) == (invitation, True)
    assert (planned[0], planned[1], planned[3]) == (Answer.YES, TODAY, [])

    delete(client, meeting)
    assert state(invitation) == before
    assert the_copies_are_right(corwin)

    restore(client, corwin)
    assert state(invitation) == planned
    assert the_copies_are_right(corwin)


@pytest.mark.parametrize("answer", [Answer.WAITING, Answer.LATER])
def test_so_does_a_meeting_that_nobody_had_planned(client: Client, corwin: Contact, answer: Answer) -> None:
    invitation = asked(corwin, client, answer)
    before = state(invitation)

    client.post(reverse("meeting_log_new"), posted(person="Corwin Stroud"))
    assert (state(invitation)[0], state(invitation)[3]) == (Answer.YES, [])

    delete(client, Meeting.objects.get())
    assert state(invitation) == before


def test_later_is_recognised_whatever_its_follow_up_is_called_by_now(client: Client, corwin: Contact) -> None:
    invitation = asked(corwin, client, Answer.LATER)
    FollowUp.objects.update(text="Ask the director once more")

    client.post(reverse("invitation_answer", args=[invitation.pk]), {"answer": "later", "later_on": "2027-01-11"})
    assert [row.due_on for row in FollowUp.objects.open()] == [date(2027, 1, 11)]

    client.post(PLAN, form())
    assert not FollowUp.objects.open().exists()


def test_what_the_user_answered_stands_without_the_plan(client: Client, corwin: Contact) -> None:
    invitation = asked(corwin, client, Answer.WAITING)
    client.post(PLAN, form())
    client.post(reverse("invitation_answer", args=[invitation.pk]), {"answer": "yes"})

    delete(client, Meeting.objects.get())

    assert state(invitation)[0] == Answer.YES


def test_who_was_asked_anew_meanwhile_waits_once(client: Client, corwin: Contact) -> None:
    former = asked(corwin, client, Answer.WAITING)
    client.post(PLAN, form())
    factories.make_invitation(corwin)

    delete(client, Meeting.objects.get())

    assert state(former)[0] == Answer.NO_ANSWER


def test_another_plan_that_came_of_it_keeps_the_yes(client: Client, corwin: Contact) -> None:
    invitation = asked(corwin, client, Answer.WAITING)
    client.post(PLAN, form())
    first = Meeting.objects.get()
    client.post(reverse("meeting_did_not_happen", args=[first.pk]), {"what": "cancelled"})
    client.post(PLAN, form(day="2026-12-10"))
    second = Meeting.objects.exclude(pk=first.pk).get()

    delete(client, first)
    assert state(invitation)[0] == Answer.YES

    delete(client, second)
    assert state(invitation)[0] == Answer.WAITING


def test_a_no_is_not_answered_by_a_later_meeting(client: Client, corwin: Contact) -> None:
    invitation = factories.make_invitation(corwin, answer=Answer.NO)

    client.post(PLAN, form())

    assert state(invitation)[0] == Answer.NO
    assert Meeting.objects.get().invitation is None
