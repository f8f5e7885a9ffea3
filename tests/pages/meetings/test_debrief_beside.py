"""R6: beside the debrief and against it: the panel, its cost, words of another tab, and hostile fields."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import Meeting
from meetings.rules.meeting import Status
from tests import factories
from tests.pages.meetings.debriefing import FRIDAY, posted

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


def test_words_that_were_noted_elsewhere_meanwhile_are_not_overwritten(
    client: Client, meeting: Meeting, desmond: Contact
) -> None:
    Contact.objects.filter(pk=desmond.pk).update(knows_about="Cranes")

    answer = log(client, meeting, knows_about="Planning, boats", knows_about_was="Planning")

    assert answer.status_code == 422
    assert "Cranes" in answer.content.decode()
    assert "Planning, boats" in answer.content.decode()
    desmond.refresh_from_db()
    assert desmond.knows_about == "Cranes"
    log(client, meeting, knows_about="Planning, boats", knows_about_was="Cranes")
    desmond.refresh_from_db()
    assert desmond.knows_about == "Planning, boats"


def test_a_debrief_is_few_statements(client: Client, meeting: Meeting) -> None:
    client.get(reverse("meeting_log", args=[meeting.pk]))
    given = ({"kind": "advice", "text": "Open with delays"}, {"kind": "information", "text": "They hire in May"})

    with CaptureQueriesContext(
        connection,
    ) as spent:
        log(client, meeting, *given, thank="on", promised="Send it", promised_by_0="2026-11-30", share="Both rowed")

    assert len(spent) <= 35, "\n".join(query["sql"][:110] for query in spent)  # one of them is the test's own


def test_the_panel_says_what_saving_changes_and_writes_nothing(client: Client, meeting: Meeting) -> None:
    answer = client.post(
        reverse("meeting_log_preview", args=[meeting.pk]),
        posted(
            meeting,
            {"kind": "referral", "name": "Nadia Fennimore"},
            share="Both rowed",
            thank="on",
            promised="Send it",
            promised_by_0="2026-11-30",
        ),
    )

    text = " ".join(answer.content.decode().split())
    for words in ("Cup 1", "Desmond gave you a referral", "Thank Desmond, by Tuesday 24 November",
                  "Send it, by Monday 30 November", "Nadia Fennimore joins your network"):  # fmt: skip
        assert words in text
    meeting.refresh_from_db()
    assert meeting.status == Status.PLANNED
    assert not Contact.objects.filter(name="Nadia Fennimore").exists()


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7|add:7 }}"])
def test_hostile_words_stay_words(client: Client, meeting: Meeting, text: str) -> None:
    answer = log(
        client, meeting, {"kind": "referral", "text": text, "name": text}, day="", remember=text, promised=text,
        share=text, place=text, ask=text, ask_next_time=text,
    )  # fmt: skip

    assert answer.status_code == 422
    assert "<script>alert" not in answer.content.decode()
    assert "<img src=x" not in answer.content.decode()
    assert (
        log(client, meeting, {"text": text}, remember=text, promised=text, promised_by_0="2026-11-30").status_code
        == 302
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"given-TOTAL_FORMS": "99999999999999999999"},
        {"given-TOTAL_FORMS": "x"},
        {"given-0-kind": "bribe"},
        {"given-0-item": "9" * 30},
        {"mode": "telepathy"},
        {"minutes": "-5"},
        {"stories": ["x"]},
        {"promised": "It", "promised_by_0": "pick"},
        {"promised": "It", "promised_by_0": "9999-12-31"},
        {"again_0": "x"},
    ],
    ids=str,
)
def test_a_broken_form_is_refused_and_nothing_breaks(client: Client, meeting: Meeting, fields: dict[str, Any]) -> None:
    answer = log(client, meeting, {"text": "One"}, **fields)

    assert answer.status_code == 422
    meeting.refresh_from_db()
    assert meeting.status == Status.PLANNED
