"""R6: one form, one transaction. Nothing is required, and everything that is written finds its place."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.joining import JoinedBecause
from contacts.rules.phases import Phase
from meetings.models import Meeting, Telling
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from outcomes.models import FollowUp, ObtainedItem
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind, ReferralState
from relationships.reads.history import history_of
from relationships.rules.standing import standing_of
from relationships.writes.standing import stored
from tests import factories
from tests.pages.meetings.debriefing import FRIDAY, TODAY, posted
from tests.pages.screens import unmarked

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Reply


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel("2026-11-23 10:00", tick=False):
        yield


@pytest.fixture
def desmond(campaign: Campaign) -> Contact:
    return factories.make_contact(campaign, "Desmond Achterby", company="Harbour Mills", knows_about="Planning")


@pytest.fixture
def meeting(desmond: Contact) -> Meeting:
    return factories.make_meeting(desmond, status=Status.PLANNED, day=FRIDAY, place="Quayside Roasters")


def log(client: Client, meeting: Meeting, *given: dict[str, Any], **fields: Any) -> "Reply":
    meeting.refresh_from_db()
    return client.post(reverse("meeting_log", args=[meeting.pk]), posted(meeting, *given, **fields))


def test_saving_says_that_it_took_place(client: Client, meeting: Meeting) -> None:
    answer = client.post(reverse("meeting_log", args=[meeting.pk]), {"day": "2026-11-20"})

    meeting.refresh_from_db()
    assert (answer.status_code, answer["Location"]) == (302, f"/meetings/{meeting.pk}/logged/?before=initiate")
    assert (meeting.status, meeting.logged_on, meeting.day) == (Status.HELD, TODAY, FRIDAY)
    assert not FollowUp.objects.exists()
    assert not ObtainedItem.objects.exists()


def test_a_full_debrief_finds_all_its_places(client: Client, meeting: Meeting, desmond: Contact) -> None:
    story = factories.make_story(desmond.campaign)
    log(
        client,
        meeting,
        {"kind": "advice", "text": "Talk about planners and shifts together"},
        {"kind": "referral", "text": "Knows the weeks", "name": "Nadia Fennimore", "company": "Brightmill Foods"},
        {"kind": "advice", "text": ""},
        remember="Their second line misses a third of its slots.",
        share="Both started on nights at 22",
        thank="on",
        promised="Send the summary",
        promised_by_0="2026-11-27",
        waiting="Introduce me to Nadia",
        waiting_by_0="pick",
        waiting_by_1="2026-12-01",
        again_0="2026-12-14",
        stories=[story.pk],
        ask_next_time="Did overtime help?",
        knows_about="Planning, line moves",
        knows_about_was="Planning",
        place="The mill",
        minutes="40",
        mode="video",
    )

    meeting.refresh_from_db()
    desmond.refresh_from_db()
    nadia = Contact.objects.get(name="Nadia Fennimore")
    assert (meeting.place, meeting.minutes, meeting.mode) == ("The mill", 40, "video")
    assert meeting.remember == "Their second line misses a third of its slots."
    assert [(item.kind, item.text, item.day) for item in ObtainedItem.objects.all()] == [
        (ItemKind.ADVICE, "Talk about planners and shifts together", FRIDAY),
        (ItemKind.REFERRAL, "Knows the weeks", FRIDAY),
    ]
    assert (nadia.introduced_by, nadia.joined_because, nadia.joined_on) == (desmond, JoinedBecause.REFERRAL, TODAY)
    assert nadia.company is not None
    assert nadia.company.name == "Brightmill Foods"
    assert nadia.phase == Phase.INITIATE
    assert ObtainedItem.objects.get(kind=ItemKind.REFERRAL).referred == nadia
    assert ObtainedItem.objects.get(kind=ItemKind.REFERRAL).referral_state == ReferralState.PROMISED
    assert {(row.kind, row.text, row.due_on) for row in FollowUp.objects.all()} == {
        (FollowUpKind.THANK_YOU, "Thank Desmond", date(2026, 11, 24)),
        (FollowUpKind.PROMISE, "Send the summary", date(2026, 11, 27)),
        (FollowUpKind.WAITING, "Introduce me to Nadia", date(2026, 12, 1)),
        (FollowUpKind.WAITING, "Desmond wants to introduce you to Nadia", date(2026, 11, 30)),
        (FollowUpKind.ACTION, "Meet Desmond again", date(2026, 12, 14)),
    }
    assert [(row.text, row.found_on) for row in desmond.common_ground.all()] == [
        ("Both started on nights at 22", FRIDAY)
    ]
    assert [(row.story, row.meeting, row.day) for row in Telling.objects.all()] == [(story, meeting, FRIDAY)]
    assert (desmond.ask_next_time, desmond.knows_about) == ("Did overtime help?", "Planning, line moves")
    assert desmond.phase == Phase.USE
    for contact in (desmond, nadia):
        assert stored(contact) == standing_of(history_of(contact))


def test_the_words_after_saving_say_what_changed(client: Client, meeting: Meeting) -> None:
    answer = log(client, meeting, {"kind": "advice", "text": "Open with delays"}, share="Both rowed")

    assert answer.status_code == 302
    page = " ".join(unmarked(client.get(answer["Location"]).content.decode()).split())
    for words in (
        "Cup 1: Desmond Achterby",
        "Desmond gave you advice. Four more to the next milestone. Next: put it to use, then tell Desmond.",
        "Desmond moved",
        "Log the same coffee for another person",
    ):
        assert words in page


@pytest.mark.parametrize(
    ("promised_on", "due"),
    [("2026-11-20", TODAY), ("2026-11-23", TODAY), ("2026-11-30", date(2026, 11, 30))],
)
def test_nothing_is_created_overdue(client: Client, meeting: Meeting, promised_on: str, due: date) -> None:
    log(client, meeting, promised="Send it", promised_by_0=promised_on)

    assert FollowUp.objects.get().due_on == due


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-11-24", "still to come"),
        ("1899-01-01", "too long ago"),
        ("", "Fill this in."),
        ("soon", "Type a day, such as"),
    ],
)
def test_a_day_that_cannot_be_is_refused_in_clear_words(client: Client, meeting: Meeting, day: str, words: str) -> None:
    answer = log(client, meeting, day=day, remember="Kept, every letter")

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert "Kept, every letter" in answer.content.decode()
    meeting.refresh_from_db()
    assert meeting.status == Status.PLANNED


def test_the_first_meeting_with_somebody_referred_says_so_on_the_referral(client: Client, meeting: Meeting) -> None:
    giver = factories.make_contact(meeting.campaign, "Corwin Stroud")
    item = factories.make_item(giver, kind=ItemKind.REFERRAL, referred=meeting.contact)

    log(client, meeting)

    item.refresh_from_db()
    assert item.referral_state == ReferralState.MET


def test_an_invitation_that_waited_is_answered_by_the_meeting(client: Client, desmond: Contact) -> None:
    invitation = factories.make_invitation(desmond)

    client.post(reverse("meeting_log_new"), posted(person="Desmond Achterby", person_id=desmond.pk))

    invitation.refresh_from_db()
    assert (invitation.answer, invitation.answered_on) == (Answer.YES, TODAY)


def test_what_is_shared_is_asked_only_while_nothing_is(client: Client, meeting: Meeting) -> None:
    page = reverse("meeting_log", args=[meeting.pk])
    assert "What do you share?" in client.get(page).content.decode()

    factories.make_common_ground(meeting.contact)

    assert "What do you share?" not in client.get(page).content.decode()


def test_the_same_coffee_with_another_person_copies_day_and_place(client: Client, meeting: Meeting) -> None:
    answer = log(client, meeting, place="Quayside Roasters", same_coffee="1")

    assert answer["Location"] == "/meetings/log/?day=2026-11-20&place=Quayside+Roasters&mode=in_person"
    page = client.get(answer["Location"]).content.decode()
    assert 'value="2026-11-20"' in page
    assert 'value="Quayside Roasters"' in page
