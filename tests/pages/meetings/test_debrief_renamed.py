"""R6: what a rule made is known by its fields: neither another name nor other words make a second one."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from contacts.models import Contact
from meetings.models import Meeting
from outcomes.models import FollowUp
from outcomes.rules.due import FollowUpKind
from tests.pages.meetings.debriefing import posted

pytestmark = pytest.mark.usefixtures("monday")

NEXT = {
    "thank": "on",
    "promised": "Send it",
    "promised_by_0": "2026-11-27",
    "waiting": "Ask the boss",
    "waiting_by_0": "2026-11-27",
    "again_0": "pick",
    "again_1": "2027-01-11",
}


@pytest.fixture
def logged(client: Client, desmond: Contact) -> Meeting:
    line = {"kind": "referral", "name": "Nadia Fennimore", "said": "promised"}
    client.post("/meetings/log/", posted(None, line, person="Desmond Achterby", person_id=desmond.pk, **NEXT))
    return Meeting.objects.get()


def correct(client: Client, meeting: Meeting, **changed: str) -> None:
    address = reverse("meeting_log", args=[meeting.pk])
    item = meeting.obtained_items.get()
    line = {"item": item.pk, "kind": "referral", "text": ""}
    meeting.refresh_from_db()
    assert client.post(address, posted(meeting, line, **{**NEXT, **changed})).status_code == 302


def test_after_another_name_nothing_is_made_again(client: Client, logged: Meeting, desmond: Contact) -> None:
    before = sorted(FollowUp.objects.values_list("pk", "kind", "status"))
    assert len(before) == 5  # thanks, promise, waiting, meet again, and the waiting on the introduction

    Contact.objects.filter(pk=desmond.pk).update(name="Dietrich Acht", given_name="Dietrich")
    correct(client, logged, remember="Boats")
    correct(client, logged, remember="Boats and locks")

    assert sorted(FollowUp.objects.values_list("pk", "kind", "status")) == before


def test_own_words_for_meeting_again_stay_and_only_the_day_moves(client: Client, logged: Meeting) -> None:
    again = FollowUp.objects.get(meets_again=True)
    for kind, words in ((again.kind, "Row with them on the canal"), (FollowUpKind.ACTION, "Row with Nadia too")):
        client.post(f"/follow-ups/{again.pk}/edit/", {"kind": kind, "text": words, "due_on": "2027-01-11"})
        correct(client, logged, again_1="2027-02-01")

        again.refresh_from_db()
        assert (again.text, again.due_on) == (words, date(2027, 2, 1))
    assert FollowUp.objects.filter(kind=FollowUpKind.ACTION).count() == 1
