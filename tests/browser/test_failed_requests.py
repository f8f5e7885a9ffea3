"""What does not reach the server, or comes back broken, is said where it was pressed; nothing typed is lost."""

import re

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, Route, expect

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Note
from tests import factories
from tests.browser.conftest import PHONE, Console, OpenPage
from tests.safety.crowd import crowd
from tests.safety.places import addresses

HTMX = re.compile(r'hx-(?:get|post)="([^"]*)"')
ALSO = ("/people/?where=all", "/follow-ups/?show=waiting")
LEAST = 10  # kinds of elements that htmx acts for

# Fires each element of htmx as its user would, and returns those after which no new alert stands in the page.
EACH_SAYS_SO = """async () => {
    const silent = [];
    const said = async () => {
        for (let turn = 0; turn < 60; turn++) {
            const note = document.querySelector('.failed[role=alert]');
            if (note && note.textContent.length > 20 && note.checkVisibility()) return note;
            await new Promise(done => setTimeout(done, 50));
        }
    };
    const seen = new Set();
    for (const element of document.querySelectorAll('main :is([hx-get], [hx-post])')) {
        const address = element.getAttribute('hx-get') ?? element.getAttribute('hx-post');
        const kind = element.tagName + address.replace(/[0-9]+/g, '').split('?')[0];
        if (seen.has(kind) || !element.isConnected) continue;
        seen.add(kind);
        element.closest('details:not(.menu)')?.setAttribute('open', '');  // in a fold, it is pressed when that is open
        document.querySelectorAll('.failed').forEach(old => old.remove());
        const trigger = element.getAttribute('hx-trigger') ?? '';
        const from = /from:(#[^ ,]+)/.exec(trigger);
        const change = new Event('change', { bubbles: true });
        if (from) document.querySelector(from[1]).dispatchEvent(change);
        else if (trigger.includes('change')) element.dispatchEvent(change);
        else if (element.matches('form')) element.requestSubmit();
        else if (!trigger.includes('load')) element.click();
        if (!await said()) silent.push(kind);
        if (!element.isConnected) silent.push(kind + ' is gone');
    }
    return [silent, [...seen]];
}"""


def pages_with_htmx(alice: User) -> list[str]:
    """Few pages, with every kind of element that htmx acts for on any page."""
    client, seen, found = Client(), set[str](), []
    client.force_login(alice, backend="django.contrib.auth.backends.ModelBackend")
    for url in [*ALSO, *(url for _, url in addresses(crowd(alice, "Plain"), of_first=True))]:
        answer = client.get(url)
        if answer.status_code == 200 and "html" in answer["Content-Type"]:
            kinds = {re.sub(r"\d+|\?.*", "", one) for one in HTMX.findall(answer.getvalue().decode())}
            if kinds - seen:
                seen |= kinds
                found.append(url)
    return found


@pytest.mark.parametrize("broken", [0, 500])
def test_every_element_of_htmx_says_that_it_failed(
    open_page: OpenPage, alice: User, console: Console, broken: int
) -> None:
    def fail(route: Route) -> None:
        if "hx-request" not in route.request.headers:
            route.continue_()
        elif broken:
            route.fulfill(status=broken, body="<p>No part</p>")
        else:
            route.abort("internetdisconnected")

    for words in ("Failed to load resource", "Response Status Error", "htmx:sendError", "htmx:afterRequest"):
        console.expect(words)
    alice.is_staff = True
    page, silent, kinds = open_page(alice), [], set[str]()
    urls = pages_with_htmx(alice)
    page.route("**/*", fail)
    for url in urls:
        page.goto(url)
        missed, found = page.evaluate(EACH_SAYS_SO)
        silent += [f"{url}: {one}" for one in missed]
        kinds |= set(found)

    assert silent == []
    assert len(kinds) >= LEAST


@pytest.mark.parametrize(("status", "says"), [(403, "refused"), (404, "not there"), (503, "Too busy")])
def test_each_failure_says_what_to_do_and_can_be_tried_again(
    page: Page, campaign: Campaign, alice: User, console: Console, status: int, says: str
) -> None:
    console.expect(str(status))
    factories.make_follow_up(
        factories.make_contact(campaign, "Ada Archerdale"), "Send her the list", due_on=alice.today()
    )
    page.goto("/follow-ups/")
    page.route("**/done/", lambda route: route.fulfill(status=status, body=""))
    page.get_by_role("button", name="Done: Send her the list").click()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text(says)
    expect(page.get_by_text("Send her the list")).to_be_visible()

    page.unroute("**/done/")
    page.get_by_role("button", name="Try again" if status != 404 else "Done: Send her the list").click()
    expect(page.locator(".row-item.is-done")).to_contain_text("Send her the list")
    expect(alert).to_have_count(0)


def test_who_is_signed_out_reads_no_sign_in_page_inside_a_row(page: Page, campaign: Campaign, alice: User) -> None:
    factories.make_follow_up(
        factories.make_contact(campaign, "Ada Archerdale"), "Send her the list", due_on=alice.today()
    )
    page.goto("/follow-ups/")
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.get_by_role("button", name="Done: Send her the list").click()

    expect(page.get_by_role("alert")).to_contain_text("refused")
    expect(page.get_by_text("Send her the list")).to_be_visible()


def test_the_palette_says_so_too(page: Page, console: Console) -> None:
    console.expect("ERR_INTERNET_DISCONNECTED")
    page.goto("/")
    page.context.set_offline(True)
    page.keyboard.press("/")
    page.keyboard.type("zz")
    expect(page.get_by_role("dialog").get_by_role("alert")).to_contain_text("No connection")

    page.context.set_offline(False)
    page.keyboard.type("z")
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_form_that_is_sent_offline_stays_with_what_was_typed(
    open_page: OpenPage, alice: User, campaign: Campaign, console: Console
) -> None:
    console.expect("ERR_INTERNET_DISCONNECTED")
    person = factories.make_contact(campaign, "Ada Archerdale")
    phone = open_page(alice, width=PHONE)
    phone.goto(f"/people/{person.pk}/note/")
    phone.get_by_label("Note").fill("Likes canal boats")
    phone.context.set_offline(True)
    phone.get_by_role("button", name="Save").click()
    expect(phone.get_by_role("alert")).to_contain_text("You are offline: not sent. Nothing is lost.")
    expect(phone.get_by_label("Note")).to_have_value("Likes canal boats")

    phone.context.set_offline(False)
    phone.get_by_role("button", name="Save").click()
    phone.wait_for_url(f"**/people/{person.pk}/**")
    expect(phone.get_by_text("Likes canal boats").first).to_be_visible()
    assert Note.objects.count() == 1
