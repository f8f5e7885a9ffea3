"""How many statements a page sends: the same for one person and for many, and not above its goal."""

from collections.abc import Callable
from functools import partial

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from campaigns.models import Campaign
from tests.bench.evidence import Size
from tests.bench.pages import Debrief, pages
from tests.bench.seed import seed
from tests.conftest import TODAY

GOALS = {"Today": 20, "people": 15, "address book": 15, "contact": 20, "search": 22,
         "follow-ups": 20, "meetings": 20, "one meeting": 20,
         "sheet": 23, "board": 20, "network": 15, "companies": 20, "one company": 26, "obtained": 20,
         "admin: contacts": 30, "admin: one contact": 30}  # fmt: skip
SHEETS = {"sheet": "/people/sheet/", "sheet, what was talked about": "/people/sheet/?where=all&talked=yes"}
"""The goals of time and bytes are for what is opened every day."""

FEW = Size(network=4, address_book=1, meetings=4, follow_ups=1)
MANY = Size(network=130, address_book=130, meetings=200, follow_ups=200)
DEBRIEF = 40


def owner_of(campaign: Campaign) -> Client:
    client = Client()
    client.force_login(campaign.owner, backend="django.contrib.auth.backends.ModelBackend")
    client.get("/")  # the first visit of a day notes it
    return client


def sent(act: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)


def pages_of(campaign: Campaign) -> dict[str, int]:
    client = owner_of(campaign)
    everything = pages(campaign, client) | SHEETS
    return {name: sent(partial(client.get, address)) for name, address in everything.items()}


@pytest.mark.django_db
def test_a_page_sends_no_more_than_its_goal_however_many_there_are() -> None:
    found = pages_of(seed(MANY, "many@example.com", TODAY))
    above = {name: number for name, number in found.items() if number > GOALS[name.partition(",")[0]]}

    assert above == {}


@pytest.mark.django_db
def test_a_page_sends_the_same_for_some_and_for_many() -> None:
    some = Size(network=20, address_book=20, meetings=30, follow_ups=30)
    one, other = (pages_of(seed(size, f"{size.network}@example.com", TODAY)) for size in (some, MANY))

    assert {name: (number, other[name]) for name, number in one.items() if other[name] > number} == {}


@pytest.mark.django_db
def test_a_debrief_takes_no_more_statements_than_its_goal() -> None:
    campaign = seed(FEW, "few@example.com", TODAY)
    campaign.meetings.filter(logged_on=None).delete()
    client, debrief = owner_of(campaign), Debrief(campaign)
    body = debrief.body("")

    def post() -> None:
        answer = client.post(debrief.address, body, content_type="application/x-www-form-urlencoded")
        assert answer.status_code == 302

    assert sent(post) <= DEBRIEF
    assert User.objects.count() == 1
