"""Who promised to introduce somebody lets their name be used instead, or would rather not (R8, R10)."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact
from outcomes.models import FollowUp, FollowUpStatus
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ReferralState
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


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
@pytest.mark.parametrize("said", [ReferralState.OFFERED, ReferralState.DECLINED])
def test_who_promised_to_introduce_may_say_otherwise_and_that_is_undone(
    client: Client, stranger: Client, contact: Contact, said: ReferralState, headers: dict[str, str]
) -> None:
    referral = factories.make_referral(contact, "Oriel Hathersey")
    waiting = FollowUp.objects.get(item=referral)
    assert "You may use their name" in page(client, "/follow-ups/?show=waiting")

    answers = [client.post(f"/follow-ups/{waiting.pk}/said/", {"said": said}, headers=headers) for _ in range(2)]

    referral.refresh_from_db()
    assert [answer.status_code for answer in answers] == [200 if headers else 302] * 2
    assert (referral.referral_state, fresh(waiting)[0] == FollowUpStatus.OPEN) == (said, False)
    state = undo_state(answers[0].content.decode() if headers else page(client))
    stranger.post("/undo/", {"state": state})
    referral.refresh_from_db()
    assert referral.referral_state == said
    client.post("/undo/", {"state": state})
    referral.refresh_from_db()
    assert (referral.referral_state, fresh(waiting)[0]) == (ReferralState.PROMISED, FollowUpStatus.OPEN)


@pytest.mark.parametrize("said", ["", "met", "introduced", "x"])
def test_nothing_else_is_said_of_it(client: Client, stranger: Client, contact: Contact, said: str) -> None:
    waiting = FollowUp.objects.get(item=factories.make_referral(contact, "Oriel Hathersey"))

    assert client.post(f"/follow-ups/{waiting.pk}/said/", {"said": said}).status_code == 302
    assert stranger.post(f"/follow-ups/{waiting.pk}/said/", {"said": "offered"}).status_code == 404
    assert fresh(waiting)[0] == FollowUpStatus.OPEN
