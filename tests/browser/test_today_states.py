"""Today in its other states: the first day, nothing due, back after an absence with more cups than fit the goal."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from campaigns.models import Campaign
from contacts.rules.knowing import KnownAs
from meetings.rules.meeting import Status
from outcomes.models import FollowUp
from outcomes.rules.due import FollowUpKind
from tests import factories
from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.django_db(transaction=True)

EveryLook = Callable[[str, User | None], None]


@pytest.fixture
def absence(campaign: Campaign, alice: User) -> Campaign:
    """A week away, three promises and nine other things late, 72 cups."""
    today = alice.today()
    for number in range(72):
        person = factories.make_contact(campaign)
        factories.make_meeting(person, day=today - timedelta(days=20 + number % 10))
        if number < 12:
            kind = FollowUpKind.PROMISE if number < 3 else FollowUpKind.ACTION
            factories.make_follow_up(person, kind=kind, due_on=today - timedelta(days=3))
    campaign.last_seen_on = today - timedelta(days=8)
    campaign.save()
    return campaign


def test_the_first_day_passes_in_every_look(every_look: EveryLook, alice: User, campaign: Campaign) -> None:
    every_look("/", alice)


def test_a_day_with_nothing_due_passes_in_every_look(every_look: EveryLook, alice: User, campaign: Campaign) -> None:
    factories.make_contact(campaign, "Tove Marrick", known_as=KnownAs.KNOWN)

    every_look("/", alice)


def test_a_finished_day_passes_in_every_look(every_look: EveryLook, alice: User, campaign: Campaign) -> None:
    today = alice.today()
    person = factories.make_contact(campaign, "Noor Halvane")
    factories.make_meeting(person, day=today, logged_on=today)
    factories.make_meeting(person, status=Status.PLANNED, day=today + timedelta(days=1))

    every_look("/", alice)


def test_after_an_import_it_passes_in_every_look(every_look: EveryLook, alice: User, campaign: Campaign) -> None:
    for _ in range(4):
        factories.make_contact(campaign, joined_on=None, position="Director", company="Greenlow")
    factories.make_import(campaign)

    every_look("/", alice)


def test_coming_back_passes_in_every_look(every_look: EveryLook, alice: User, absence: Campaign) -> None:
    every_look("/", alice)


@pytest.mark.parametrize("scripts", [True, False])
def test_coming_back_is_one_click_and_its_undo(
    open_page: OpenPage, alice: User, absence: Campaign, scripts: bool
) -> None:
    page: Page = open_page(alice, scripts=scripts)
    page.goto("/")
    before = sorted(FollowUp.objects.values_list("pk", "due_on"))

    page.get_by_role("button", name="Keep 3, spread 9").click()

    expect(page.get_by_role("status")).to_contain_text("Spread nine follow-ups over five days")
    expect(page.get_by_role("heading", name="72 of 50 cups")).to_be_visible()
    late = FollowUp.objects.filter(due_on__lt=alice.today())
    assert [one.kind for one in late] == [FollowUpKind.PROMISE] * 3, "a promised day is never rewritten"
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status")).to_contain_text("as they were")
    assert sorted(FollowUp.objects.values_list("pk", "due_on")) == before
