"""The admin speaks the product's words on every page of every model, and deals with follow-ups as the product does."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from accounts.models import User
from campaigns.models import Campaign
from meetings.rules.meeting import Status
from outcomes.models import FollowUp
from tests import factories
from tests.pages.admin.admin_rows import OWN, address, fill

pytestmark = pytest.mark.of_the_pages

OPEN = "/admin/outcomes/followup/?status__exact=open"
DJANGOS = (
    "to change</h1>", "Site administration", "Home</a>", "Welcome,", "Change password", "View site", "By by",
    "vDateField", "This field is required", "This field cannot be",
)  # fmt: skip
DOTTED = re.compile(r"\b(Jan|Feb|Aug|Sept|Oct|Nov|Dec)\. \d")


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with time_machine.travel("2026-11-23 09:00Z", tick=False):
        yield


def said(client: Client, path: str, *, sent: bool = False) -> list[str]:
    """Which of Django's words stand on this page; `sent`: once its empty form was refused."""
    answer = client.get(path)
    if sent and answer.status_code == 200:
        prefixes = [hanging.formset.prefix for hanging in answer.context["inline_admin_formsets"]]
        rows = {f"{prefix}-{number}": 0 for prefix in prefixes for number in ("TOTAL_FORMS", "INITIAL_FORMS")}
        answer = client.post(path, rows)
    page = answer.content.decode()
    return [word for word in DJANGOS if word in page] + DOTTED.findall(page)


def test_no_page_of_the_admin_speaks_django(alices: Client, campaign: Campaign) -> None:
    shown: dict[type[Model], Model] = fill(campaign)
    paths = {reverse("admin:index"): False}
    for model in OWN:
        paths[address(model, "changelist")] = False
        paths[address(model, "change", shown[model].pk)] = False
        paths[address(model, "add")] = True

    assert {path: words for path, sent in paths.items() if (words := said(alices, path, sent=sent))} == {}


def test_a_day_of_a_list_is_written_as_in_the_products_tables(alices: Client, campaign: Campaign) -> None:
    closed_on = date(2025, 3, 5)
    factories.make_follow_up(factories.make_contact(campaign), status="done", closed_on=closed_on)

    assert '<td class="field-closed_on">5 Mar 2025</td>' in alices.get("/admin/outcomes/followup/").content.decode()


@pytest.mark.parametrize(("action", "words", "made"), [
    ("done", "Two follow-ups done.", ("done", date(2026, 11, 24))),
    ("drop", "Two follow-ups dropped.", ("dropped", date(2026, 11, 24))),
    ("put_off_3", "Two follow-ups put off to Thursday 26 November.", ("open", date(2026, 11, 26))),
])  # fmt: skip
def test_follow_ups_are_done_with_and_brought_back(
    alices: Client, campaign: Campaign, action: str, words: str, made: tuple[str, date]
) -> None:
    rows = [factories.make_follow_up(factories.make_contact(campaign), due_on=date(2026, 11, 24)) for _ in range(2)]
    posted = {"action": action, "_selected_action": [row.pk for row in rows]}

    page = alices.post(OPEN, posted, follow=True).content.decode()

    assert words in page
    assert set(FollowUp.objects.values_list("status", "due_on")) == {made}
    [state] = re.findall(r'name="state" value="([^"]+)"', page)
    alices.post("/undo/", {"state": state, "next": OPEN})
    assert set(FollowUp.objects.values_list("status", "due_on")) == {("open", date(2026, 11, 24))}


def test_a_planned_meeting_has_the_day_that_its_hour_has_here(alices: Client, alice: User, campaign: Campaign) -> None:
    alice.time_zone = "Pacific/Auckland"
    alice.save()
    thursday_in_berlin = {"day": date(2026, 11, 26), "starts_at": datetime(2026, 11, 26, 17, tzinfo=UTC)}
    planned = factories.make_meeting(factories.make_contact(campaign), status=Status.PLANNED, **thursday_in_berlin)

    lists = alices.get("/admin/meetings/meeting/").content.decode()
    page = alices.get(f"/admin/meetings/meeting/{planned.pk}/change/").content.decode()

    assert '<td class="field-day">27 Nov</td>' in lists
    assert 'value="2026-11-27"' in page
    assert "2026-11-26" not in page
