"""R6: what is open with somebody is ticked off in the debrief, and nothing is made twice."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from contacts.models import Contact
from meetings.models import Meeting, Touch
from meetings.rules.meeting import Status
from outcomes.models import FollowUp
from outcomes.rules.due import FollowUpKind
from tests import factories
from tests.pages.meetings.debriefing import posted

TODAY = factories.DAY
NEW = "/meetings/log/"

pytestmark = pytest.mark.usefixtures("monday")


def log(client: Client, *settled: FollowUp, **fields: Any) -> None:
    ticked = [str(row.pk) for row in settled]
    reply = client.post(NEW, posted(None, person="Desmond Achterby", settled=ticked, **fields))
    assert reply.status_code == 302


def open_rows() -> list[tuple[str, str]]:
    return [(row.kind, row.text) for row in FollowUp.objects.open().order_by("pk")]


def thanks(desmond: Contact) -> FollowUp:
    return factories.make_follow_up(desmond, "Thank Desmond", kind=FollowUpKind.THANK_YOU)


def test_what_is_open_with_them_is_shown(client: Client, desmond: Contact) -> None:
    factories.make_follow_up(desmond, "Send the summary", kind=FollowUpKind.PROMISE)
    factories.make_follow_up(factories.make_contact(desmond.campaign), "Somebody else’s")

    page = client.get(f"{NEW}?contact={desmond.pk}").content.decode()

    assert "Still open with <bdi>Desmond</bdi>" in page
    assert "Send the summary" in page
    assert "Somebody else’s" not in page


def test_who_is_typed_brings_what_is_open_with_them(client: Client, desmond: Contact) -> None:
    """As soon as the name stands there, before anything is saved; what was typed stays."""
    factories.make_follow_up(desmond, "Send the summary", kind=FollowUpKind.PROMISE)
    factories.make_common_ground(desmond)
    fresh = client.get(NEW).content.decode()
    typed = {**posted(None, person="Desmond Achterby", remember="Nights"), "look": "1"}

    page = client.post(NEW, typed).content.decode()
    factories.make_meeting(desmond, status=Status.PLANNED, day=TODAY - timedelta(days=3))
    with_a_plan = client.post(NEW, typed).content.decode()

    assert 'hx-select-oob="#planned,#share-asked"' in fresh
    assert "What do you share?" in fresh
    assert "What do you share?" not in page
    assert "Send the summary" in page
    assert ">Nights</textarea>" in page
    assert "Was it the one that you had planned?" in with_a_plan
    assert not Meeting.objects.held().exists()


def test_it_is_ticked_off_in_the_same_save(client: Client, desmond: Contact) -> None:
    promise = factories.make_follow_up(desmond, "Send the summary", kind=FollowUpKind.PROMISE)
    owed = thanks(desmond)

    log(client, promise, owed)

    assert open_rows() == []
    assert [(touch.matter, touch.day) for touch in Touch.objects.all()] == [("thank", TODAY)]


def test_a_second_coffee_while_thanks_are_owed_owes_no_second_one(client: Client, desmond: Contact) -> None:
    owed = thanks(desmond)

    log(client, thank="on")
    assert open_rows() == [("thank_you", "Thank Desmond")]
    assert FollowUp.objects.get() == owed

    log(client, owed, thank="on")
    assert open_rows() == [("thank_you", "Thank Desmond")]
    assert FollowUp.objects.open().get() != owed


def test_a_strangers_row_and_a_made_up_one_are_left_alone(client: Client, desmond: Contact) -> None:
    other = factories.make_follow_up(factories.make_contact(desmond.campaign))

    log(client, other)
    assert client.post(NEW, posted(person="Desmond Achterby", settled=["x", "9" * 40])).status_code == 302

    other.refresh_from_db()
    assert other.status == "open"


def test_to_meet_again_is_one_row_whatever_they_are_called_by_now(client: Client, desmond: Contact) -> None:
    log(client, again_0="2026-12-14")
    meeting = Meeting.objects.get()
    Contact.objects.filter(pk=desmond.pk).update(name="Des Achterby-Lane", given_name="Des")

    page = client.get(reverse("meeting_log", args=[meeting.pk])).context["form"]
    assert page["again"].value() == date(2026, 12, 14)
    client.post(reverse("meeting_log", args=[meeting.pk]), posted(meeting, again_0="2026-12-21"))

    row = FollowUp.objects.get()
    assert (row.text, row.due_on, row.status, row.meets_again) == ("Meet Des again", date(2026, 12, 21), "open", True)


def test_the_next_meeting_is_the_one_that_was_wished_for(client: Client, desmond: Contact) -> None:
    wish = factories.make_follow_up(desmond, "Coffee in spring", meets_again=True)
    page = client.get(f"{NEW}?contact={desmond.pk}").content.decode()
    assert "done by this meeting" in page

    log(client, day="2026-11-20")  # noted late: it was before the wish
    wish.refresh_from_db()
    assert wish.status == "open"

    log(client, again_0="2026-12-14")
    wish.refresh_from_db()
    assert wish.status == "done"
    assert open_rows() == [("action", "Meet Desmond again")]


def test_a_short_call_that_nobody_planned_is_offered_as_a_touch(client: Client, desmond: Contact) -> None:
    call = posted(
        None, {"kind": "advice", "text": "Open with delays"},
        person="Desmond Achterby", mode="phone", minutes="14", remember="Rang about the fair", promised="Send it",
        promised_by_0="2026-11-30",
    )  # fmt: skip

    asked = client.post(NEW, call)
    assert asked.status_code == 422
    assert "Rang about the fair" in asked.content.decode()
    assert not Meeting.objects.exists()

    answered = client.post(NEW, {**call, "short": "touch"})
    desmond.refresh_from_db()
    touch = Touch.objects.get()
    assert answered["Location"] == desmond.get_absolute_url()
    assert (touch.channel, touch.text, touch.day) == ("call", "Rang about the fair", TODAY)
    assert not Meeting.objects.exists()
    assert [(item.text, item.meeting) for item in desmond.obtained_items.all()] == [("Open with delays", None)]
    assert open_rows() == [("promise", "Send it")]
    assert (desmond.held_count, desmond.last_spoke_on) == (0, TODAY)


@pytest.mark.parametrize(("mode", "channel"), [("in_person", "other"), ("video", "call"), ("phone", "call")])
def test_so_is_whatever_else_was_short_and_not_agreed(
    client: Client, desmond: Contact, mode: str, channel: str
) -> None:
    asked = client.post(NEW, posted(person="Desmond Achterby", mode=mode, minutes="14"))
    assert asked.status_code == 422
    assert "Under a quarter of an hour, and not planned. What was it?" in asked.content.decode()
    assert not Meeting.objects.exists()

    log(client, mode=mode, minutes="14", short="touch")

    desmond.refresh_from_db()
    assert (Touch.objects.get().channel, Meeting.objects.count(), desmond.held_count) == (channel, 0, 0)


@pytest.mark.parametrize(
    "fields",
    [
        {"mode": "phone", "minutes": "15"},
        {"mode": "phone"},
        {"mode": "in_person", "minutes": "15"},
        {"mode": "in_person", "minutes": "14", "short": "meeting"},
        {"mode": "phone", "minutes": "14", "short": "meeting"},
    ],
    ids=str,
)
def test_the_rest_is_a_cup_unasked(client: Client, desmond: Contact, fields: dict[str, str]) -> None:
    log(client, **fields)

    assert Meeting.objects.held().count() == 1


def test_a_short_call_that_was_planned_is_a_cup(client: Client, desmond: Contact) -> None:
    factories.make_meeting(desmond, status=Status.PLANNED, day=TODAY)

    log(client, mode="phone", minutes="5")

    assert Meeting.objects.get().status == "held"


def test_a_short_call_answers_no_invitation(client: Client, desmond: Contact) -> None:
    invitation = factories.make_invitation(desmond)

    log(client, mode="video", minutes="5", short="touch")

    invitation.refresh_from_db()
    assert invitation.answer == "waiting"
