"""Follow-ups: done, put off, dropped, spread and undone, one by one and many, with htmx and without (R7, R8)."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import Touch
from outcomes.models import FollowUp, FollowUpStatus
from outcomes.rules.due import FollowUpKind
from tests import factories
from tests.factories import at

MONDAY = factories.DAY
FRIDAY = date(2026, 11, 20)
HTMX = {"HX-Request": "true"}
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


def fresh(follow_up: FollowUp) -> tuple[str, date, date | None]:
    follow_up.refresh_from_db()
    return follow_up.status, follow_up.due_on, follow_up.closed_on


def page(client: Client, address: str = "/follow-ups/") -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return str(answer.content.decode())


def undo_state(html: str) -> str:
    found = re.search(r'name="state" value="([^"]+)"', html)
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("posted", "day"),
    [
        ({"days": "1"}, date(2026, 11, 24)),
        ({"days": "3"}, date(2026, 11, 26)),
        ({"days": "7"}, date(2026, 12, 2)),
        ({"day": "2026-12-24"}, date(2026, 12, 24)),
    ],
)
def test_putting_off_counts_business_days_from_today(
    client: Client, promise: FollowUp, posted: dict[str, str], day: date
) -> None:
    client.post(f"/follow-ups/{promise.pk}/put-off/", posted)

    assert fresh(promise) == (FollowUpStatus.OPEN, day, None)
    assert Contact.objects.get().acts_on == day


@pytest.mark.parametrize("posted", [{}, {"days": "2"}, {"days": "x"}, {"day": "2026-11-20"}, {"day": "never"}])
def test_putting_off_to_no_day_changes_nothing(client: Client, promise: FollowUp, posted: dict[str, str]) -> None:
    client.post(f"/follow-ups/{promise.pk}/put-off/", posted)

    assert fresh(promise) == (FollowUpStatus.OPEN, FRIDAY, None)


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
@pytest.mark.parametrize("act", ONE)
def test_every_act_can_be_undone_and_pressed_twice(
    client: Client, promise: FollowUp, act: str, headers: dict[str, str]
) -> None:
    first = client.post(f"/follow-ups/{promise.pk}/{act}/", {"days": "1"}, headers=headers)
    html = first.content.decode() if headers else page(client)
    after = fresh(promise)
    second = client.post(f"/follow-ups/{promise.pk}/{act}/", {"days": "1"}, headers=headers)

    assert second.status_code == first.status_code == (200 if headers else 302)
    assert fresh(promise) == after != (FollowUpStatus.OPEN, FRIDAY, None)
    client.post("/undo/", {"state": undo_state(html)})
    assert fresh(promise) == (FollowUpStatus.OPEN, FRIDAY, None)
    assert Contact.objects.get().acts_on == FRIDAY


def test_undoing_thanks_takes_the_touch_back(client: Client, contact: Contact) -> None:
    thanks = factories.make_follow_up(contact, kind=FollowUpKind.THANK_YOU)
    client.post(f"/follow-ups/{thanks.pk}/done/")
    assert Touch.objects.get().day == MONDAY

    client.post("/undo/", {"state": undo_state(page(client))})

    assert not Touch.objects.exists()
    contact.refresh_from_db()
    assert contact.last_spoke_on is None


@pytest.mark.parametrize("state", ["", "forged", "a:b:c", "\u2028", "x" * 5000])
def test_a_forged_undo_says_so_and_changes_nothing(client: Client, promise: FollowUp, state: str) -> None:
    client.post("/undo/", {"state": state})

    assert "This can no longer be undone." in page(client)
    assert fresh(promise) == (FollowUpStatus.OPEN, FRIDAY, None)


def test_an_undo_of_the_day_before_yesterday_is_too_late(client: Client, promise: FollowUp) -> None:
    client.post(f"/follow-ups/{promise.pk}/done/")
    state = undo_state(page(client))

    with time_machine.travel(at(MONDAY + timedelta(days=2), 8)):
        client.post("/undo/", {"state": state})

    assert fresh(promise)[0] == FollowUpStatus.DONE


def test_a_stranger_cannot_undo(client: Client, stranger: Client, promise: FollowUp) -> None:
    client.post(f"/follow-ups/{promise.pk}/done/")

    stranger.post("/undo/", {"state": undo_state(page(client))})

    assert fresh(promise)[0] == FollowUpStatus.DONE


@pytest.mark.parametrize(
    "address", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere", "javascript:1"]
)
def test_a_form_leads_to_no_other_host(client: Client, promise: FollowUp, address: str) -> None:
    assert client.post(f"/follow-ups/{promise.pk}/done/", {"next": address})["Location"] == "/follow-ups/"
    assert client.post("/undo/", {"state": "", "next": address})["Location"] == "/follow-ups/"


@pytest.mark.parametrize("address", ["/undo/", "/follow-ups/bulk/", "/welcome-back/"])
def test_what_changes_something_is_no_link(client: Client, campaign: Campaign, address: str) -> None:
    assert client.get(address).status_code == 405


@pytest.mark.parametrize("act", ONE)
def test_what_changes_one_is_no_link(client: Client, promise: FollowUp, act: str) -> None:
    assert client.get(f"/follow-ups/{promise.pk}/{act}/").status_code == 405


@pytest.mark.parametrize(
    ("posted", "status", "days"),
    [
        ({"act": "done"}, FollowUpStatus.DONE, [FRIDAY] * 3),
        ({"act": "drop"}, FollowUpStatus.DROPPED, [FRIDAY] * 3),
        ({"act": "spread"}, FollowUpStatus.OPEN, [MONDAY + timedelta(days=number) for number in (1, 2, 3)]),
        ({"days": "1"}, FollowUpStatus.OPEN, [MONDAY + timedelta(days=1)] * 3),
        ({"act": "everything"}, FollowUpStatus.OPEN, [FRIDAY] * 3),
        ({}, FollowUpStatus.OPEN, [FRIDAY] * 3),
    ],
)
def test_the_ticked_ones_are_done_put_off_spread_or_dropped(
    client: Client, campaign: Campaign, posted: dict[str, str], status: str, days: list[date]
) -> None:
    rows = [factories.make_follow_up(factories.make_contact(campaign), due_on=FRIDAY) for _ in range(4)]

    client.post("/follow-ups/bulk/", {**posted, "pk": [row.pk for row in rows[:3]]})

    after = [fresh(row) for row in rows]
    assert [due for _, due, _ in after[:3]] == days
    assert {state for state, _, _ in after[:3]} == {status}
    assert after[3] == (FollowUpStatus.OPEN, FRIDAY, None)
    if days != [FRIDAY] * 3 or status != FollowUpStatus.OPEN:
        client.post("/undo/", {"state": undo_state(page(client))})
        assert {fresh(row) for row in rows} == {(FollowUpStatus.OPEN, FRIDAY, None)}


def test_foreign_and_hostile_ids_are_as_none(stranger: Client, promise: FollowUp, other_campaign: Campaign) -> None:
    own = factories.make_follow_up(factories.make_contact(other_campaign), due_on=FRIDAY)
    hostile = [promise.pk, own.pk, "", "x", "-1", "1e9", "9" * 30, "²", "1 OR 1=1"]

    answer = stranger.post("/follow-ups/bulk/", {"act": "done", "pk": hostile})

    assert answer.status_code == 302
    assert fresh(own)[0] == FollowUpStatus.DONE
    assert fresh(promise)[0] == FollowUpStatus.OPEN
