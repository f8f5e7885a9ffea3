"""After a log: the cup, what moved and by what, what comes next, and the ways on."""

import pytest
from django.test import Client
from django.urls import reverse

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import Meeting
from meetings.rules.meeting import Status
from tests import factories
from tests.pages.meetings.debriefing import posted
from tests.pages.meetings.posted import suggested
from tests.pages.screens import unmarked

pytestmark = pytest.mark.usefixtures("monday")


def log(client: Client, *given: dict[str, str], **fields: str) -> str:
    reply = client.post("/meetings/log/", posted(None, *given, person="Desmond Achterby", **fields))
    return " ".join(unmarked(client.get(reply["Location"]).content.decode()).split())


def test_the_cup_what_moved_and_what_comes_next(client: Client, campaign: Campaign, desmond: Contact) -> None:
    for _ in range(3):
        factories.make_meeting(factories.make_contact(campaign))

    page = log(
        client,
        {"kind": "advice", "text": "Open with delays"},
        {"kind": "referral", "text": "", "name": "Nadia Fennimore", "company": "Brightmill Foods"},
        share="Both rowed",
        thank="on",
        promised="Send the summary",
        promised_by_0="2026-11-27",
    )

    for words in (
        "Cup 4: Desmond Achterby",
        "One more to the next milestone.",
        "Desmond moved",
        "Both rowed",
        "Met on 23 November",
        "Open with delays",
        "Nadia Fennimore",
        "Thank Desmond",
        'Promised for <time datetime="2026-11-27">Friday',
        "Then tell Desmond",
        "Correct the notes",
    ):
        assert words in page, words
    assert page.count('class="fresh') == 1


def test_a_later_coffee_is_no_cup(client: Client, desmond: Contact) -> None:
    factories.make_meeting(desmond)

    page = log(client)

    assert "Second coffee with Desmond Achterby" in page
    assert "strip" not in page
    assert "Desmond moved" not in page


@pytest.mark.parametrize("before", ["", "use", "nonsense", "<script>"])
def test_what_did_not_move_is_not_said_to_have(client: Client, desmond: Contact, before: str) -> None:
    meeting = factories.make_meeting(desmond)

    page = unmarked(client.get(reverse("meeting_logged", args=[meeting.pk]), {"before": before}).content.decode())

    assert "Desmond moved" not in page
    assert '<script>"' not in page


def test_it_is_of_ones_own_held_meetings(client: Client, stranger: Client, desmond: Contact) -> None:
    held = factories.make_meeting(desmond)
    planned = factories.make_meeting(desmond, status=Status.PLANNED)

    assert client.get(reverse("meeting_logged", args=[held.pk])).status_code == 200
    assert client.get(reverse("meeting_logged", args=[planned.pk])).status_code == 404
    assert stranger.get(reverse("meeting_logged", args=[held.pk])).status_code == 404


@pytest.mark.parametrize("letters", [121, 240])
def test_a_long_name_is_taken_wherever_a_person_is_typed(client: Client, campaign: Campaign, letters: int) -> None:
    name = ("Wolfeschlegelstein " * 20)[: letters - 1] + "x"
    posts = {
        "/meetings/log/": posted(person=name),
        "/touches/new/": {
            "person": name, "day": "2026-11-23", "direction": "sent", "channel": "mail", "matter": "other",
            "following_by_0": "2026-11-30",
        },
    }  # fmt: skip

    for address, fields in posts.items():
        assert client.post(address, fields | suggested(name)).status_code == 302, address
    line = {"kind": "referral", "name": f"Y{name[1:]}"}
    assert client.post("/meetings/log/", posted(None, line, person=name)).status_code == 302

    assert sorted(campaign.contacts.values_list("name", flat=True)) == sorted([name, f"Y{name[1:]}"])
    assert Meeting.objects.count() == 2
