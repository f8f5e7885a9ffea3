"""One click and its undo, without a mouse: the focus stays where it was pressed, though the page is another."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Contact
from tests import factories
from tests.browser.conftest import Console


@pytest.fixture
def noor(campaign: Campaign) -> Contact:
    return factories.make_contact(campaign, "Noor Halvane")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).focus()
    page.keyboard.press("Enter")


def test_a_star_and_its_undo(page: Page, noor: Contact) -> None:
    page.goto(f"/people/{noor.pk}/")
    press(page, "Starred")
    star = page.get_by_role("button", name="Starred", pressed=True)
    expect(star).to_be_focused()
    page.keyboard.press("u")
    expect(page.get_by_role("status").filter(has_text="No longer starred.")).to_be_visible()
    expect(page.get_by_role("button", name="Starred", pressed=False)).to_be_focused()


HEARD = """document.addEventListener('DOMContentLoaded', () => {
    window.heard = '';
    new MutationObserver(all => all.forEach(one => one.addedNodes.forEach(node => heard += node.textContent)))
        .observe(document.getElementById('toasts'), {childList: true});
})"""


def test_a_toast_that_came_with_the_page_is_read_out(page: Page, noor: Contact) -> None:
    """What stands in a live region when the page comes is passed over: it has to come afterwards."""
    page.add_init_script(HEARD)
    page.goto(f"/people/{noor.pk}/")
    press(page, "Starred")

    page.wait_for_function("() => window.heard?.includes('Starred.')")
    expect(page.locator(".toast-box")).to_have_count(1)


def test_what_is_shared_and_its_undo(page: Page, noor: Contact) -> None:
    page.goto(f"/people/{noor.pk}/")
    page.get_by_label("What you share", exact=True).fill("Both worked nights")
    press(page, "Note it")
    expect(page.get_by_role("link", name="Both worked nights")).to_be_visible()
    expect(page.get_by_role("button", name="Note it")).to_be_focused()
    page.keyboard.press("u")
    expect(page.get_by_role("link", name="Both worked nights")).to_have_count(0)
    assert not noor.common_ground.exists()


def test_not_now_leads_to_what_stands_there_then(page: Page, campaign: Campaign) -> None:
    for name in ("Ada Archerdale", "Bea Bakerfield", "Cleo Clarkson", "Dora Dunmore"):
        factories.make_common_ground(factories.make_contact(campaign, name))
    page.goto("/")
    first = page.locator(".not-now").first
    first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="is not proposed before")).to_be_visible()
    page.wait_for_function("document.querySelector('#main').contains(document.activeElement)")
    assert page.evaluate("document.activeElement.matches('.row-item *')")


def test_choosing_is_answered_and_taken_back_by_keys(page: Page, campaign: Campaign, alice: User) -> None:
    for name in ("Ada Archerdale", "Bea Bakerfield", "Cleo Clarkson"):
        factories.make_contact(campaign, name, joined_on=None, position="Director", company="Greenlow")
    page.goto("/people/choose/?from=book")
    shown = page.locator("#chooser-name")
    first = shown.inner_text()
    page.keyboard.press("n")
    expect(shown).not_to_have_text(first)
    page.keyboard.press("u")
    expect(shown).to_have_text(first)
    page.wait_for_function("document.querySelector('#main').contains(document.activeElement)")


def test_a_refused_form_leads_to_what_is_wrong(
    page: Page, noor: Contact, axe: Callable[[Page], None], console: Console
) -> None:
    console.expect("status of 422")
    page.goto(f"/follow-ups/new/?contact={noor.pk}")
    press(page, "Save")
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    field = page.evaluate("location.hash.slice(1)")
    assert page.locator(f"#{field}").get_attribute("class")
    axe(page)


def test_the_search_offers_to_add_whom_it_does_not_find(phone: Page) -> None:
    phone.goto("/")
    phone.get_by_role("link", name="Search", exact=True).click()
    phone.keyboard.type("zzqq")
    expect(phone.get_by_role("option", name="Add “zzqq”")).to_be_visible()
    phone.get_by_role("button", name="Close").click()
    expect(phone.get_by_role("dialog")).to_have_count(0)
    phone.get_by_role("link", name="Search", exact=True).click()
    phone.get_by_role("option", name="Add “zzqq”").click()
    expect(phone.locator("#id_name")).to_have_value("zzqq")
