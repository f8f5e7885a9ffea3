"""R6: what they gave, line by line: who is meant, whose it is, and that nothing typed is lost."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.joining import JoinedBecause
from contacts.writes.people import make_contact
from meetings.models import Meeting
from meetings.rules.meeting import Status
from outcomes.models import ObtainedItem
from outcomes.rules.items import ItemKind, ReferralState
from tests import factories
from tests.pages.meetings.debriefing import FRIDAY, posted


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel("2026-11-23 10:00", tick=False):
        yield


@pytest.fixture
def meeting(campaign: Campaign) -> Meeting:
    return factories.make_meeting(
        factories.make_contact(campaign, "Desmond Achterby"), status=Status.PLANNED, day=FRIDAY
    )


@pytest.fixture
def url(meeting: Meeting) -> str:
    return reverse("meeting_log", args=[meeting.pk])


REFERRAL = {"kind": "referral", "text": "Knows the weeks", "name": "Nadia Fennimore", "company": "Brightmill Foods"}


def add_known(campaign: Campaign, name: str, company: str, **fields: object) -> Contact:
    """Somebody known, found by the words of their name."""
    return make_contact(campaign, name, company, **fields)


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ({"text": "Open with delays"}, [ItemKind.ADVICE]),
        ({"kind": "information", "text": "They hire in May"}, [ItemKind.INFORMATION]),
        ({"kind": "referral", "name": "Nadia Fennimore"}, [ItemKind.REFERRAL]),
        ({"kind": "referral"}, []),
        ({"kind": "suggestion", "text": "  "}, []),
        ({"kind": "suggestion", "text": "Taken back", "DELETE": "on"}, []),
    ],
    ids=str,
)
def test_a_line_counts_when_something_stands_in_it(
    client: Client, meeting: Meeting, url: str, line: dict[str, str], kinds: list[ItemKind]
) -> None:
    assert client.post(url, posted(meeting, line)).status_code == 302
    assert list(ObtainedItem.objects.values_list("kind", flat=True)) == kinds


def test_a_referral_without_a_name_asks_for_it(client: Client, meeting: Meeting, url: str) -> None:
    answer = client.post(url, posted(meeting, {"kind": "referral", "text": "Somebody at the port"}))

    assert answer.status_code == 422
    assert "Whom did they name?" in answer.content.decode()
    assert "Somebody at the port" in answer.content.decode()


def test_a_name_close_to_somebody_known_asks_which_and_loses_no_letter(
    client: Client, meeting: Meeting, url: str
) -> None:
    known = add_known(meeting.campaign, "Nadia Fenimore", "Other Mills")
    filled = posted(meeting, {"text": "One more"}, REFERRAL, remember="All of it", promised="Send it",
                    promised_by_0="pick", promised_by_1="2026-12-03")  # fmt: skip

    answer = client.post(url, filled)

    text = answer.content.decode()
    assert answer.status_code == 422
    assert not ObtainedItem.objects.exists()
    for words in ("Which one?", "Nadia Fenimore", "<bdi>Other Mills</bdi>, ", "in your address book", "One more",
                  "All of it", "Send it", "Knows the weeks", "Nadia Fennimore", "Brightmill Foods",
                  "2026-12-03"):  # fmt: skip
        assert words in text
    chosen = {**filled, "given-1-asked": "Nadia Fennimore", "given-1-which": str(known.pk)}
    assert client.post(url, chosen).status_code == 302
    known.refresh_from_db()
    assert (known.introduced_by, known.joined_because) == (meeting.contact, JoinedBecause.REFERRAL)
    assert ObtainedItem.objects.get(kind="referral").referred == known
    assert Contact.objects.filter(name__startswith="Nadia").count() == 1


def test_new_is_an_answer_too(client: Client, meeting: Meeting, url: str) -> None:
    add_known(meeting.campaign, "Nadia Fenimore", "Other Mills")
    answered = {**REFERRAL, "asked": "Nadia Fennimore", "which": "new"}

    assert client.post(url, posted(meeting, answered)).status_code == 302
    assert Contact.objects.filter(name__startswith="Nadia").count() == 2


def test_an_answer_counts_for_the_name_that_was_asked_about(client: Client, meeting: Meeting, url: str) -> None:
    add_known(meeting.campaign, "Nadia Fenimore", "Other Mills")

    assert client.post(url, posted(meeting, {**REFERRAL, "asked": "Somebody else", "which": "new"})).status_code == 422


def test_the_same_name_at_the_same_company_is_the_same_person(client: Client, meeting: Meeting, url: str) -> None:
    known = add_known(meeting.campaign, "Nadia Fennimore", "Brightmill Foods")

    client.post(url, posted(meeting, REFERRAL))

    assert ObtainedItem.objects.get().referred == known


def test_two_lines_may_name_one_new_person(client: Client, meeting: Meeting, url: str) -> None:
    client.post(url, posted(meeting, REFERRAL, {**REFERRAL, "text": "And the docks"}))

    assert Contact.objects.filter(name="Nadia Fennimore").count() == 1
    assert ObtainedItem.objects.count() == 2


def test_nobody_refers_themselves(client: Client, meeting: Meeting, url: str) -> None:
    answer = client.post(url, posted(meeting, {**REFERRAL, "name": "desmond achterby"}))

    assert answer.status_code == 422
    assert "is who you talked with" in answer.content.decode()


def test_who_was_met_already_counts_as_met(client: Client, meeting: Meeting, url: str) -> None:
    known = add_known(meeting.campaign, "Nadia Fennimore", "Brightmill Foods")
    factories.make_meeting(known, day=FRIDAY)

    client.post(url, posted(meeting, REFERRAL))

    assert ObtainedItem.objects.get().referral_state == ReferralState.MET


def test_more_lines_come_without_losing_one(client: Client, meeting: Meeting, url: str) -> None:
    answer = client.post(url, posted(meeting, {"text": "The first"}, more_lines="1"))

    text = answer.content.decode()
    assert answer.status_code == 200
    assert "The first" in text
    assert 'name="given-5-text"' in text
    assert not ObtainedItem.objects.exists()
