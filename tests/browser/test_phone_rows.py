"""What a row of Today offers besides its verb is reachable on a phone, by keyboard, and without JavaScript."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Contact
from meetings.rules.meeting import Status
from outcomes.rules.due import FollowUpKind
from tests import factories
from tests.browser.conftest import PHONE, OpenPage

MENUS = {
    "waiting": ("Put off: Send me the plant list", "Remind"),
    "over": ("More: Bea Bakerfield", "It did not happen: Bea Bakerfield"),
}


@pytest.fixture
def people(alice: User, campaign: Campaign) -> dict[str, Contact]:
    """Who said they would, whom to meet was planned for yesterday, and who did not answer twice."""
    today = alice.today()
    names = {"waiting": "Ada Archerdale", "over": "Bea Bakerfield", "silent": "Cleo Clarkson-Wintergreen"}
    found = {what: factories.make_contact(campaign, name) for what, name in names.items()}
    factories.make_follow_up(
        found["waiting"], "Send me the plant list", kind=FollowUpKind.WAITING, due_on=today - timedelta(days=1)
    )
    factories.make_meeting(found["over"], status=Status.PLANNED, day=today - timedelta(days=1))
    long_ago = today - timedelta(days=30)
    factories.make_invitation(found["silent"], sent_on=long_ago, reminded_on=long_ago + timedelta(days=9))
    return found


@pytest.fixture(params=[True, False], ids=["scripts", "plain"])
def phone_page(request: pytest.FixtureRequest, open_page: OpenPage, alice: User, campaign: Campaign) -> Page:
    return open_page(alice, width=PHONE, scripts=request.param)


@pytest.mark.parametrize("what", MENUS)
def test_a_menu_opens_by_keyboard_and_holds_it(phone_page: Page, people: dict[str, Contact], what: str) -> None:
    opener, item = MENUS[what]
    phone_page.goto("/")
    menu = phone_page.locator(f'summary[aria-label="{opener}"]')
    expect(menu).to_be_visible()
    menu.focus()
    phone_page.keyboard.press("Enter")
    link = phone_page.get_by_role("link", name=item, exact=True)
    expect(link).to_be_in_viewport(ratio=1)
    for _ in range(3):
        phone_page.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    expect(link).to_be_focused()
    phone_page.keyboard.press("Enter")

    phone_page.wait_for_url("**/touch/?follow_up=*" if what == "waiting" else "**/did-not-happen/?next=/")


def test_leaving_for_now_stands_in_the_row(phone_page: Page, people: dict[str, Contact]) -> None:
    phone_page.goto("/")
    link = phone_page.get_by_role("link", name="Leave for now: Cleo Clarkson-Wintergreen")
    link.scroll_into_view_if_needed()
    expect(link).to_be_in_viewport(ratio=1)
    link.focus()
    phone_page.keyboard.press("Enter")
    phone_page.wait_for_url("**/leave/?next=/")
    phone_page.get_by_role("button", name="No answer after two tries").click()

    phone_page.wait_for_url("**/")
    expect(phone_page.get_by_text("You left Cleo for now.")).to_be_visible()
