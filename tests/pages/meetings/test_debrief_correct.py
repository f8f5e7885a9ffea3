"""R6: correcting a logged meeting is the same form, and what rules created is not created again."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.phases import Phase
from meetings.models import Meeting, Telling
from meetings.rules.meeting import Status
from outcomes.models import FollowUp, ObtainedItem
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind
from relationships.reads.history import history_of
from relationships.rules.standing import standing_of
from relationships.writes.standing import stored
from tests import factories
from tests.pages.meetings.debriefing import FRIDAY, TODAY, posted
from trash.models import Deletion


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel("2026-11-23 10:00", tick=False):
        yield


@pytest.fixture
def meeting(client: Client, campaign: Campaign) -> Meeting:
    """Logged, with a line, a referral, thanks and a promise."""
    contact = factories.make_contact(campaign, "Desmond Achterby")
    planned = factories.make_meeting(contact, status=Status.PLANNED, day=FRIDAY)
    client.post(
        reverse("meeting_log", args=[planned.pk]),
        posted(
            planned,
            {"text": "Open with delays"},
            {"kind": "referral", "name": "Nadia Fennimore"},
            thank="on",
            share="Both rowed",
            remember="What was said first",
            promised="Send it",
            promised_by_0="2026-11-27",
        ),
    )
    planned.refresh_from_db()
    return planned


@pytest.fixture
def url(meeting: Meeting) -> str:
    return reverse("meeting_log", args=[meeting.pk])


def saved_lines(meeting: Meeting) -> list[dict[str, Any]]:
    items = ObtainedItem.objects.filter(meeting=meeting).order_by("id")
    return [{"item": item.pk, "kind": item.kind, "text": item.text} for item in items]


STANDS = {"promised": "Send it", "promised_by_0": "2026-11-27"}


def test_the_form_comes_with_what_was_saved(client: Client, url: str) -> None:
    text = client.get(url).content.decode()

    for words in ("What was said first", "Open with delays", "Nadia Fennimore", "Send it", "by Tuesday 24 November"):
        assert words in text
    assert 'name="thank"' not in text


def test_saving_it_again_changes_nothing(client: Client, meeting: Meeting, url: str) -> None:
    before = list(ObtainedItem.objects.values()), list(FollowUp.objects.values()), Contact.objects.count()

    client.post(url, posted(meeting, *saved_lines(meeting), thank="on", remember="What was said first", **STANDS))

    assert (list(ObtainedItem.objects.values()), list(FollowUp.objects.values()), Contact.objects.count()) == before


def test_lines_keep_their_identity(client: Client, meeting: Meeting, url: str) -> None:
    first, second = saved_lines(meeting)

    client.post(url, posted(meeting, {**first, "text": "Open with planners"}, second, {"text": "New"}, **STANDS))

    items = {item.pk: item.text for item in ObtainedItem.objects.all()}
    assert items.pop(first["item"]) == "Open with planners"
    assert items.pop(second["item"]) == ""
    assert list(items.values()) == ["New"]


def test_a_line_taken_away_leaves_the_person_it_named_and_says_so(client: Client, meeting: Meeting, url: str) -> None:
    first, second = saved_lines(meeting)

    client.post(url, posted(meeting, first, {**second, "DELETE": "on"}, **STANDS))

    assert ObtainedItem.objects.get().text == "Open with delays"
    assert Deletion.objects.get().rows[0]["pk"] == second["item"], "what was taken away waits in the trash"
    assert Contact.objects.filter(name="Nadia Fennimore").exists()
    page = client.get(reverse("meeting_log_new")).content.decode()
    assert "The line is gone; Nadia Fennimore stays in your network." in page


def test_evidence_taken_away_moves_the_phase_back(client: Client, meeting: Meeting, url: str) -> None:
    gone = [{**line, "DELETE": "on"} for line in saved_lines(meeting)]
    meeting.contact.refresh_from_db()
    assert meeting.contact.phase == Phase.USE

    client.post(url, posted(meeting, *gone, **STANDS))

    meeting.contact.refresh_from_db()
    assert meeting.contact.phase == Phase.OBTAIN
    assert stored(meeting.contact) == standing_of(history_of(meeting.contact))


def test_a_saved_line_that_was_emptied_asks_to_be_taken_away(client: Client, meeting: Meeting, url: str) -> None:
    first, second = saved_lines(meeting)

    answer = client.post(url, posted(meeting, {**first, "text": ""}, second, **STANDS))

    assert answer.status_code == 422
    assert "Take the line away" in answer.content.decode()


def test_another_day_takes_along_what_hangs_on_the_meeting(client: Client, meeting: Meeting, url: str) -> None:
    story = factories.make_story(meeting.campaign)
    client.post(url, posted(meeting, *saved_lines(meeting), stories=[story.pk], **STANDS))
    meeting.refresh_from_db()

    client.post(url, posted(meeting, *saved_lines(meeting), day="2026-11-18", stories=[story.pk], **STANDS))

    day = date(2026, 11, 18)
    assert {item.day for item in ObtainedItem.objects.all()} == {Telling.objects.get().day} == {day}
    meeting.refresh_from_db()
    assert (meeting.day, meeting.logged_on) == (day, TODAY)


def test_stories_are_ticked_and_unticked(client: Client, meeting: Meeting, url: str) -> None:
    first, second = factories.make_story(meeting.campaign, "One"), factories.make_story(meeting.campaign, "Two")
    for told in ([first.pk, second.pk], [second.pk]):
        client.post(url, posted(meeting, *saved_lines(meeting), stories=told, **STANDS))
        meeting.refresh_from_db()

    assert [telling.story for telling in Telling.objects.all()] == [second]


@pytest.mark.parametrize(
    ("fields", "stands"),
    [
        (STANDS, ("Send it", date(2026, 11, 27), "open")),
        ({"promised": "Send two", "promised_by_0": "2026-11-30"}, ("Send two", date(2026, 11, 30), "open")),
        ({"promised": ""}, ("Send it", date(2026, 11, 27), "dropped")),
    ],
)
def test_a_promise_is_corrected_not_doubled(
    client: Client, meeting: Meeting, url: str, fields: dict[str, str], stands: tuple[str, date, str]
) -> None:
    client.post(url, posted(meeting, *saved_lines(meeting), **fields))

    row = FollowUp.objects.get(kind=FollowUpKind.PROMISE)
    assert (row.text, row.due_on, row.status) == stands


def test_thanks_that_were_done_are_not_asked_for_again(client: Client, meeting: Meeting, url: str) -> None:
    FollowUp.objects.filter(kind=FollowUpKind.THANK_YOU).update(status="done", closed_on=TODAY)

    client.post(url, posted(meeting, *saved_lines(meeting), thank="on", **STANDS))

    assert FollowUp.objects.get(kind=FollowUpKind.THANK_YOU).status == "done"


def test_a_referral_may_become_a_suggestion(client: Client, meeting: Meeting, url: str) -> None:
    first, second = saved_lines(meeting)

    client.post(url, posted(meeting, first, {**second, "kind": "suggestion", "text": "Read up on cranes"}, **STANDS))

    item = ObtainedItem.objects.get(pk=second["item"])
    assert (item.kind, item.referred, item.referral_state) == (ItemKind.SUGGESTION, None, "")


def test_the_second_of_two_tabs_sees_both_texts(client: Client, meeting: Meeting, url: str) -> None:
    mine = posted(meeting, *saved_lines(meeting), remember="My words", **STANDS)
    client.post(url, {**mine, "remember": "The other tab's words"})

    answer = client.post(url, mine)

    text = answer.content.decode()
    assert answer.status_code == 409
    assert "My words" in text
    assert "The other tab&#x27;s words" in text
    meeting.refresh_from_db()
    assert meeting.remember == "The other tab's words"
    client.post(url, {**mine, "version": meeting.version})
    meeting.refresh_from_db()
    assert meeting.remember == "My words"
