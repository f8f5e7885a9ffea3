"""R6: a meeting was moved, cancelled or missed, and each can be taken back."""

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from contacts.models import Contact
from meetings.models import Meeting
from meetings.rules.meeting import Status
from tests import factories

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Posted

TODAY = factories.DAY
LIST = "/meetings/"

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def planned(desmond: Contact) -> Meeting:
    return factories.make_meeting(
        desmond,
        status=Status.PLANNED,
        day=date(2026, 11, 20),
        starts_at=factories.at(date(2026, 11, 20), 10, 30),
        place="Quayside Roasters",
    )


def page_of(client: Client, address: str = LIST) -> str:
    text = client.get(address).content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", text[text.index("<main") : text.index("</main>")]).split())


def did_not_happen(meeting: Meeting) -> str:
    return reverse("meeting_did_not_happen", args=[meeting.pk])


def undone(client: Client, answered: "Posted") -> "Posted":
    """What the toast's Undo does."""
    (message,) = get_messages(answered.wsgi_request)
    return client.post(message.extra_tags)


def test_it_was_moved(client: Client, planned: Meeting) -> None:
    answered = client.post(did_not_happen(planned), {"what": "moved", "day": "2026-11-30", "time": "14:00"})

    planned.refresh_from_db()
    assert (planned.status, planned.day) == (Status.PLANNED, date(2026, 11, 30))
    assert planned.starts_at == factories.at(date(2026, 11, 30), 14)
    assert Contact.objects.get().owed_on == date(2026, 11, 29)  # the day before

    undone(client, answered)
    planned.refresh_from_db()
    assert (planned.day, planned.starts_at) == (date(2026, 11, 20), factories.at(date(2026, 11, 20), 10, 30))


@pytest.mark.parametrize(("what", "status"), [("cancelled", Status.CANCELLED), ("no_show", Status.NO_SHOW)])
def test_it_was_cancelled_or_nobody_came_and_that_is_undone(
    client: Client, planned: Meeting, what: str, status: Status
) -> None:
    answered = client.post(did_not_happen(planned), {"what": what})

    planned.refresh_from_db()
    assert planned.status == status
    assert Contact.objects.get().owed_on is None

    undone(client, answered)
    planned.refresh_from_db()
    assert planned.status == Status.PLANNED
    assert Contact.objects.get().owed_on == planned.day - timedelta(days=1)


def test_a_no_show_is_no_agreement_and_a_cancelled_one_is(client: Client, planned: Meeting) -> None:
    factories.make_common_ground(planned.contact)

    client.post(did_not_happen(planned), {"what": "cancelled"})
    assert Contact.objects.get().phase == "obtain"
    client.post(did_not_happen(planned), {"what": "no_show"})
    assert Contact.objects.get().phase == "initiate"


def test_pressed_twice_it_can_still_be_undone(client: Client, planned: Meeting) -> None:
    first = client.post(did_not_happen(planned), {"what": "cancelled"})
    client.post(did_not_happen(planned), {"what": "cancelled"})

    undone(client, first)

    planned.refresh_from_db()
    assert planned.status == Status.PLANNED


def test_an_undo_does_not_take_back_what_was_saved_since(client: Client, planned: Meeting) -> None:
    first = client.post(did_not_happen(planned), {"what": "cancelled"})
    client.post(did_not_happen(planned), {"what": "no_show"})

    undone(client, first)

    planned.refresh_from_db()
    assert planned.status == Status.NO_SHOW


def test_pressed_twice_it_is_moved_once_and_taken_back_once(client: Client, planned: Meeting) -> None:
    moved = {"what": "moved", "day": "2026-11-30", "time": "10:00"}
    first, _ = client.post(did_not_happen(planned), moved), client.post(did_not_happen(planned), moved)
    planned.refresh_from_db()
    assert planned.version == 2

    for _ in range(2):
        undone(client, first)

    assert "no longer" not in page_of(client, planned.get_absolute_url())
    planned.refresh_from_db()
    assert (planned.day, planned.version) == (date(2026, 11, 20), 3)


@pytest.mark.parametrize("state", ["", "x", "W10:1abc:def"])
def test_a_forged_undo_does_nothing(client: Client, planned: Meeting, state: str) -> None:
    assert client.post(did_not_happen(planned), {"back": state}, query_params={"back": state}).status_code == 302
    planned.refresh_from_db()
    assert (planned.status, planned.version) == (Status.PLANNED, 1)


def test_an_undo_is_of_its_own_meeting(client: Client, planned: Meeting, stranger: Client) -> None:
    other = factories.make_meeting(planned.contact, status=Status.PLANNED)
    answered = client.post(did_not_happen(planned), {"what": "cancelled"})
    (message,) = get_messages(answered.wsgi_request)
    address = message.extra_tags.replace(did_not_happen(planned), did_not_happen(other))

    client.post(address)

    other.refresh_from_db()
    assert other.version == 1
    assert stranger.post(message.extra_tags).status_code == 404


def test_what_was_cancelled_can_be_planned_again(client: Client, planned: Meeting) -> None:
    client.post(did_not_happen(planned), {"what": "cancelled"})
    assert "Plan it again" in page_of(client, planned.get_absolute_url())

    client.post(did_not_happen(planned), {"what": "planned"})

    planned.refresh_from_db()
    assert planned.status == Status.PLANNED


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"what": "held"},
        {"what": "planned"},
        {"what": "moved", "day": ""},
        {"what": "moved", "day": "2026-11-19"},
        {"what": "moved", "day": "2026-11-30", "time": "noon"},
    ],
)
def test_a_refused_answer_changes_nothing(client: Client, planned: Meeting, wrong: dict[str, str]) -> None:
    assert client.post(did_not_happen(planned), wrong).status_code == 422
    planned.refresh_from_db()
    assert (planned.status, planned.version) == (Status.PLANNED, 1)


def test_nobody_can_have_stayed_away_from_what_is_still_to_come(client: Client, desmond: Contact) -> None:
    meeting = factories.make_meeting(desmond, status=Status.PLANNED, day=date(2026, 11, 27))

    assert client.post(did_not_happen(meeting), {"what": "no_show"}).status_code == 422


def test_what_was_held_is_corrected_in_its_log(client: Client, desmond: Contact) -> None:
    meeting = factories.make_meeting(desmond)

    assert client.post(did_not_happen(meeting), {"what": "cancelled"})["Location"] == meeting.get_absolute_url()
    meeting.refresh_from_db()
    assert meeting.status == Status.HELD
