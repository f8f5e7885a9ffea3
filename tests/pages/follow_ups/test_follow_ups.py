"""Follow-ups: listed with what comes first, noted and changed (R7, R19, R21)."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact
from outcomes.models import FollowUp
from outcomes.rules.due import FollowUpKind
from tests import factories
from tests.factories import at

MONDAY = factories.DAY
FRIDAY = date(2026, 11, 20)
ONE = ["done", "put-off", "drop"]


@pytest.fixture(autouse=True)
def on_monday_morning() -> Iterator[None]:
    with time_machine.travel(at(MONDAY, 8), tick=False):
        yield


@pytest.fixture
def contact(campaign: Campaign) -> Contact:
    return factories.make_contact(campaign, "Priya Castellane")


@pytest.fixture
def promise(contact: Contact) -> FollowUp:
    return factories.make_follow_up(contact, kind=FollowUpKind.PROMISE, due_on=FRIDAY)


def page(client: Client, address: str = "/follow-ups/") -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_what_is_open_stands_under_its_day(client: Client, contact: Contact, promise: FollowUp) -> None:
    for days in (0, 1, 4):
        factories.make_follow_up(contact, due_on=MONDAY + timedelta(days=days))
    factories.make_follow_up(contact, "They send the list", kind=FollowUpKind.WAITING)

    html = page(client)

    assert re.findall(r"<h3>(.*?)</h3>", html) == ["Before today", "Today", "Tomorrow", "Friday 27 November"]
    assert '<span class="overdue">Promised for Friday</span>' in html
    assert "Open 4" in html
    assert "Waiting 1" in html
    assert "They send the list" not in html


def test_what_waits_is_never_late(client: Client, contact: Contact) -> None:
    factories.make_follow_up(
        contact, "Priya sends the list", kind=FollowUpKind.WAITING, due_on=FRIDAY, created_on=date(2026, 11, 4)
    )
    factories.make_invitation(factories.make_contact(contact.campaign, "Sabine Thorn"), sent_on=FRIDAY)

    html = page(client, "/follow-ups/?show=waiting")

    assert "Said on 4 November. Ask since Friday" in html
    assert "Sabine Thorn" in html
    assert "overdue" not in html


def test_a_follow_up_is_noted_once(client: Client, contact: Contact) -> None:
    address = f"/follow-ups/new/?contact={contact.pk}"
    key = re.search(r'name="draft" value="([^"]+)"', page(client, address))
    assert key
    typed = {"kind": "promise", "text": " Send  the list ", "due_on": "2026-11-25", "draft": key[1]}

    answers = [client.post(address, typed) for _ in range(2)]

    assert {answer["Location"] for answer in answers} == {contact.get_absolute_url()}
    noted = contact.follow_ups.get()
    assert (noted.kind, noted.text, noted.due_on) == (FollowUpKind.PROMISE, "Send the list", date(2026, 11, 25))


def test_noting_one_brings_somebody_into_the_network(client: Client, campaign: Campaign) -> None:
    contact = factories.make_contact(campaign, joined_on=None)

    client.post(f"/follow-ups/new/?contact={contact.pk}", {"kind": "action", "text": "Call", "due_on": "2026-11-25"})

    contact.refresh_from_db()
    assert contact.in_network
    assert contact.acts_on == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"kind": "promise", "text": "Send", "due_on": "2026-11-22"}, "Choose today or a later day."),
        ({"kind": "promise", "text": "", "due_on": "2026-11-25"}, "Fill this in."),
        ({"kind": "thank_you", "text": "Send", "due_on": "2026-11-25"}, "Choose one of these."),
        ({"kind": "promise", "text": "Send", "due_on": "29 February"}, "Type a day, such as 2026-11-23."),
        ({"kind": "promise", "text": "x" * 501, "due_on": "2026-11-25"}, "at most 500 characters"),
    ],
)
def test_a_refused_form_keeps_what_was_typed(client: Client, contact: Contact, typed: dict[str, str], why: str) -> None:
    answer = client.post(f"/follow-ups/new/?contact={contact.pk}", typed)

    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert typed["due_on"] in answer.content.decode()
    assert not contact.follow_ups.exists()


def test_words_day_and_kind_can_be_changed(client: Client, promise: FollowUp) -> None:
    address = f"/follow-ups/{promise.pk}/edit/"

    answer = client.post(
        address, {"kind": "action", "text": "Ring Priya", "due_on": "2026-11-26", "next": "/follow-ups/?page=2"}
    )

    assert answer["Location"] == "/follow-ups/?page=2"
    promise.refresh_from_db()
    assert (promise.text, promise.kind, promise.due_on) == ("Ring Priya", FollowUpKind.ACTION, date(2026, 11, 26))
    assert Contact.objects.get().acts_on == date(2026, 11, 26)


def test_the_day_that_is_past_may_stay_when_words_change(client: Client, promise: FollowUp) -> None:
    typed = {"kind": "promise", "text": "Send the list", "due_on": FRIDAY.isoformat()}

    assert client.post(f"/follow-ups/{promise.pk}/edit/", typed).status_code == 302


@pytest.mark.parametrize(
    "address", ["?show=x", "?show=unplanned", "?page=99999999", "?page=-1", "?page=x", "?show=closed&page=2"]
)
def test_a_made_up_address_breaks_nothing(client: Client, promise: FollowUp, address: str) -> None:
    assert client.get(f"/follow-ups/{address}", follow=True).status_code == 200


def test_without_a_name_it_is_asked_for_whom(client: Client, campaign: Campaign) -> None:
    assert client.get("/follow-ups/new/")["Location"] == "/people/"


@pytest.mark.parametrize("contact_id", ["x", "0", "9" * 30, "²"])
def test_a_follow_up_is_for_somebody(client: Client, campaign: Campaign, contact_id: str) -> None:
    assert client.get(f"/follow-ups/new/?contact={contact_id}").status_code == 404


def test_a_stranger_sees_and_changes_nothing(stranger: Client, promise: FollowUp) -> None:
    factories.make_invitation(promise.contact, sent_on=FRIDAY)

    for show in ("open", "waiting", "closed"):
        assert "Priya" not in page(stranger, f"/follow-ups/?show={show}")
    for act in (*ONE, "edit"):
        assert stranger.post(f"/follow-ups/{promise.pk}/{act}/", {"days": "1"}).status_code == 404
    assert stranger.post(f"/follow-ups/new/?contact={promise.contact_id}").status_code == 404
