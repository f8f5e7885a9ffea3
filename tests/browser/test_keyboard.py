"""The daily journey without a mouse: the rows by their keys, a debrief from the first box to Ctrl and Enter."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import Meeting
from meetings.rules.meeting import Status
from outcomes.models import FollowUp, FollowUpStatus, ObtainedItem
from outcomes.rules.due import FollowUpKind
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def desmond(campaign: Campaign, alice: User) -> Contact:
    """A coffee of yesterday with Desmond is to be logged, and two promises are due."""
    today = alice.today()
    desmond = factories.make_contact(campaign, "Desmond Achterby")
    factories.make_common_ground(desmond)
    factories.make_meeting(desmond, status=Status.PLANNED, day=today - timedelta(days=1))
    for name in ("Priya Castellane", "Noor Halvane"):
        person = factories.make_contact(campaign, name)
        factories.make_follow_up(person, f"Send {person.given_name} the list", kind=FollowUpKind.PROMISE, due_on=today)
    return desmond


def tab_to(page: Page, name: str, *, most: int = 60) -> None:
    """Press Tab until something of this name has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        found = page.evaluate("(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()")
        if name in found:
            return
    pytest.fail(f"{name} cannot be reached with Tab")


def test_the_day_is_walked_without_a_mouse(page: Page, desmond: Contact) -> None:
    page.goto("/")

    # Down to the first promise, done; the focus is led to the next one, which is put off.
    for _ in range(2):
        page.keyboard.press("j")
    expect(page.get_by_role("link", name="Priya Castellane", exact=True)).to_be_focused()
    page.keyboard.press("d")
    expect(page.locator(".row-item.is-done")).to_contain_text("Send Priya the list")
    expect(page.get_by_role("button", name="Done: Send Noor the list")).to_be_focused()
    page.keyboard.press("s")
    page.keyboard.press("Enter")
    expect(page.locator(".row-item.is-done")).to_have_count(2)
    promise, other = FollowUp.objects.order_by("pk")
    assert (promise.status, other.status) == (FollowUpStatus.DONE, FollowUpStatus.OPEN)
    assert other.due_on > promise.due_on

    # The last act can be taken back, as long as the toast is there.
    page.keyboard.press("u")
    expect(page.get_by_role("button", name="Done: Send Noor the list")).to_be_visible()

    # Up to the coffee of yesterday, and into its debrief.
    page.keyboard.press("j")
    expect(page.get_by_role("link", name="Desmond Achterby", exact=True)).to_be_focused()
    tab_to(page, "Log it", most=2)
    page.keyboard.press("Enter")
    expect(page.get_by_label("What do you want to remember?")).to_be_focused()
    page.keyboard.type("Started in the night shift")
    tab_to(page, "Line 1", most=4)
    page.keyboard.type("Talk to the shift leads first")
    page.keyboard.press("Control+Enter")

    expect(page.get_by_role("heading", level=1)).to_contain_text("Cup 1")
    assert Meeting.objects.get().remember == "Started in the night shift"
    assert ObtainedItem.objects.get().text == "Talk to the shift leads first"

    # Home with two keys: the cup stands on the shelf, and the page says so in one tab stop.
    page.keyboard.press("g")
    page.keyboard.press("t")
    page.wait_for_url("**/")
    expect(page.get_by_role("heading", name="1 of 50 cups")).to_be_visible()


def test_a_person_is_opened_from_the_list(page: Page, desmond: Contact) -> None:
    page.goto("/")

    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Desmond Achterby", level=1)).to_be_visible()


def test_the_log_menu_is_opened_walked_and_closed_by_keys(page: Page, desmond: Contact) -> None:
    page.goto("/")

    page.keyboard.press("l")
    page.keyboard.press("Enter")

    expect(page.get_by_label("Who did you talk with?")).to_be_focused()


def test_enter_at_once_opens_nothing_that_was_not_typed(page: Page, campaign: Campaign) -> None:
    page.goto("/people/")
    page.keyboard.press("/")
    options = page.get_by_role("dialog").get_by_role("option")
    expect(options.first).to_contain_text("Log a coffee or talk")
    page.keyboard.insert_text("Saltmarsh")
    page.keyboard.press("Enter")
    expect(options.first).to_contain_text("Add “Saltmarsh”")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/people/new/\?name=Saltmarsh$"))
