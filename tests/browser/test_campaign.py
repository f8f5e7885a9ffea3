"""The campaign's page in a browser: pauses and days off, and what a refused form looks like."""

from collections.abc import Callable, Iterator

import pytest
import time_machine
from playwright.sync_api import Page, expect

from accounts.models import User
from campaigns.models import Campaign
from tests.browser.conftest import DESK, PHONE, Console, OpenPage
from tests.factories import at

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def in_december(campaign: Campaign) -> Iterator[None]:
    with time_machine.travel(at(campaign.started_on.replace(month=12, day=1), 9)):
        yield


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_the_days_between_the_years_are_one_click_and_undone_by_another(
    open_page: OpenPage, alice: User, campaign: Campaign, scripts: bool
) -> None:
    page = open_page(alice, scripts=scripts)
    page.goto("/campaign/")

    page.get_by_role("button", name="Take them off").click()
    expect(page.get_by_text("24 December 2026 to 2 January 2027")).to_be_visible()
    expect(page.get_by_role("button", name="Take them off")).to_have_count(0)

    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Take them off")).to_be_visible()
    assert not campaign.pauses.exists()


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_a_refused_form_leads_to_its_field(
    open_page: OpenPage, alice: User, axe: Callable[[Page], None], console: Console, width: int
) -> None:
    console.expect("422")
    page = open_page(alice, width=width, dark=width == PHONE)
    page.goto("/campaign/")
    page.get_by_label("Started on").fill("2030-01-01")
    page.get_by_label("Cups*", exact=True).press("Enter")

    expect(page.get_by_role("alert")).to_contain_text("Started on")
    expect(page.get_by_text("This day has not come yet. Choose today or an earlier day")).to_be_visible()
    axe(page)


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_a_pause_is_changed_at_the_keyboard(
    open_page: OpenPage, alice: User, campaign: Campaign, axe: Callable[[Page], None], width: int
) -> None:
    campaign.pauses.create(from_day="2026-12-07", to_day="2026-12-11")
    page = open_page(alice, width=width)
    page.goto("/campaign/")
    axe(page)
    page.get_by_role("link", name="Change: 7 December to 11 December").press("Enter")
    axe(page)

    page.get_by_role("radio", name="A holiday or an illness").press("ArrowRight")
    page.get_by_label("Until").press("Enter")

    expect(page.get_by_role("listitem").filter(has_text="7 December 2026 to 11 December 2026")).to_contain_text(
        "Days off"
    )
