"""Follow-ups: noted, changed, done, put off, dropped, undone; one by one and many (R7, R8, R19)."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import Touch
from meetings.rules.meeting import Status
from outcomes.models import FollowUp, FollowUpStatus
from outcomes.reads.follow_ups import without_next_step
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
    assert contact.next_due_on == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"kind": "promise", "text": "Send", "due_on": "2026-11-22"}, "Choose today or a later day."),
        ({"kind": "promise", "text": "", "due_on": "2026-11-25"}, "This field is required."),
        ({"kind": "thank_you", "text": "Send", "due_on": "2026-11-25"}, "Select a valid choice."),
        ({"kind": "promise", "text": "Send", "due_on": "29 February"}, "Enter a valid date."),
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
    assert Contact.objects.get().next_due_on == date(2026, 11, 26)


def test_the_day_that_is_past_may_stay_when_words_change(client: Client, promise: FollowUp) -> None:
    typed = {"kind": "promise", "text": "Send the list", "due_on": FRIDAY.isoformat()}

    assert client.post(f"/follow-ups/{promise.pk}/edit/", typed).status_code == 302


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
    assert Contact.objects.get().next_due_on == day


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
    assert Contact.objects.get().next_due_on == FRIDAY


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


@pytest.mark.parametrize("address", ["?show=x", "?page=99999999", "?page=-1", "?page=x", "?show=closed&page=2"])
def test_a_made_up_address_breaks_nothing(client: Client, promise: FollowUp, address: str) -> None:
    assert client.get(f"/follow-ups/{address}", follow=True).status_code == 200


def test_without_a_name_it_is_asked_for_whom(client: Client, campaign: Campaign) -> None:
    assert client.get("/follow-ups/new/")["Location"] == "/people/"


@pytest.mark.parametrize("contact_id", ["x", "0", "9" * 30, "²"])
def test_a_follow_up_is_for_somebody(client: Client, campaign: Campaign, contact_id: str) -> None:
    assert client.get(f"/follow-ups/new/?contact={contact_id}").status_code == 404


def test_a_stranger_sees_and_changes_nothing(stranger: Client, promise: FollowUp) -> None:
    factories.make_invitation(promise.contact, sent_on=FRIDAY)

    for show in ("open", "waiting", "closed", "unplanned"):
        assert "Priya" not in page(stranger, f"/follow-ups/?show={show}")
    for act in (*ONE, "edit"):
        assert stranger.post(f"/follow-ups/{promise.pk}/{act}/", {"days": "1"}).status_code == 404
    assert stranger.post(f"/follow-ups/new/?contact={promise.contact_id}").status_code == 404


def test_without_a_next_step_is_who_has_nothing_open(campaign: Campaign) -> None:
    followed, planned, invited, met, away, known, idle = (factories.make_contact(campaign) for _ in range(7))
    factories.make_contact(campaign, joined_on=None)
    factories.make_follow_up(followed, due_on=MONDAY + timedelta(days=90))
    factories.make_meeting(planned, status=Status.PLANNED)
    factories.make_invitation(invited)
    factories.make_meeting(met, day=FRIDAY)
    Contact.objects.filter(pk=away.pk).update(left_on=FRIDAY, left_because="not_right")
    Contact.objects.filter(pk=known.pk).update(left_on=FRIDAY, left_because="wait", left_until=MONDAY)

    assert set(without_next_step(campaign, MONDAY)) == {met, known, idle}


@pytest.mark.parametrize("show", ["open", "waiting", "closed", "unplanned"])
def test_more_rows_cost_no_more_queries(client: Client, campaign: Campaign, show: str) -> None:
    def fill(number: int) -> None:
        for _ in range(number):
            contact = factories.make_contact(campaign)
            factories.make_follow_up(contact)
            factories.make_follow_up(contact, kind=FollowUpKind.WAITING)
            factories.make_follow_up(contact, status=FollowUpStatus.DONE, closed_on=MONDAY)
            factories.make_invitation(contact)
            factories.make_contact(campaign)

    fill(1)
    few = queries(client, show)
    fill(19)

    assert queries(client, show) == few <= 10


def queries(client: Client, show: str) -> int:
    with CaptureQueriesContext(connection) as found:
        page(client, f"/follow-ups/?show={show}")
    return len(found)
