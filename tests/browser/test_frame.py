"""The frame in a real browser: the pages that anybody can reach by a wrong address."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from accounts.models import User
from campaigns.models import Campaign
from tests.browser.conftest import Console


def test_a_wrong_address_says_so_in_every_look(
    every_look: Callable[[str, User | None], None], console: Console, alice: User, campaign: Campaign
) -> None:
    console.expect("status of 404")

    every_look("/no-such-page/", alice)
    every_look("/no-such-page/", None)


def test_a_wrong_address_leads_home_without_scripts(plain_page: Page, console: Console) -> None:
    console.expect("status of 404")

    plain_page.goto("/no-such-page/")

    expect(plain_page.get_by_role("heading", level=1)).to_have_text("We cannot find that page")
    expect(plain_page.get_by_role("link", name="Go to Today")).to_have_attribute("href", "/")
