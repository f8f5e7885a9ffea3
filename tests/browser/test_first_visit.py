"""The first visit as `make run` serves it: what it costs on the wire, and that nothing moves when the font comes."""

import gzip
import time
from collections.abc import Callable
from urllib.parse import urlsplit

from django.test import Client
from playwright.sync_api import Page, Route

from accounts.models import User
from campaigns.models import Campaign
from tests import factories
from tests.browser.conftest import PHONE, OpenPage
from tests.safety.crowd import crowd

FIRST, REQUESTS, AGAIN, SHIFT = 100_000, 12, 12_000, 0.02
HEADERS = 400  # bytes of an answer's headers, about
SHIFTS = """
    window.shifted = 0;
    new PerformanceObserver(list => list.getEntries().forEach(one => { window.shifted += one.value; }))
        .observe({ type: 'layout-shift', buffered: true });
"""


def test_a_first_visit_is_light(open_page: OpenPage, alice: User, sign_in: Callable[[User], Client]) -> None:
    """The browser says what it asks for; the client has it through the middleware, which the live server passes by."""
    crowd(alice, "Plain")
    page, asked = open_page(alice, width=PHONE), set[str]()
    page.on("request", lambda request: asked.add(request.url))
    page.goto("/", wait_until="networkidle")
    asked.update(
        page.evaluate("[...document.querySelectorAll('link[rel=icon], link[rel=manifest]')].map(one => one.href)")
    )
    assert all(url.startswith(page.url) for url in asked), "no request to another host"
    assert len(asked) <= REQUESTS
    client = sign_in(alice)
    wire = {path: weight(client, path) for path in (urlsplit(url).path for url in asked)}
    assert sum(wire.values()) <= FIRST, wire


def weight(client: Client, path: str) -> int:
    answer = client.get(path, headers={"Accept-Encoding": "gzip"})
    assert answer.status_code == 200
    return len(answer.getvalue()) + HEADERS


def test_a_page_again_is_its_html_only(client: Client, alice: User, campaign: Campaign) -> None:
    for place in range(30):
        factories.make_follow_up(factories.make_contact(campaign), f"Send them list {place}", due_on=alice.today())
    for path in ("/", "/people/", "/follow-ups/"):
        answer = client.get(path, headers={"Accept-Encoding": "gzip"})
        assert answer["Content-Encoding"] == "gzip"
        assert len(answer.content) <= AGAIN
        assert b"</html>" in gzip.decompress(answer.content)


def test_nothing_moves_when_the_font_comes(open_page: OpenPage, alice: User) -> None:
    def late(route: Route) -> None:
        time.sleep(0.7)
        route.continue_()

    person = crowd(alice, "Plain").rows["contact"][0]
    phone: Page = open_page(alice, width=PHONE)
    phone.add_init_script(SHIFTS)
    phone.route("**/*.woff2", late)
    for path in ("/", "/people/", f"/people/{person.pk}/"):
        phone.goto(path)
        phone.evaluate("document.fonts.ready")
        phone.wait_for_timeout(100)
        assert phone.evaluate("[...document.fonts].some(one => one.status === 'loaded')")
        assert phone.evaluate("window.shifted") <= SHIFT, path


def test_the_app_can_be_put_on_a_phones_first_screen(page: Page) -> None:
    page.goto("/")
    manifest = page.request.get(page.locator("link[rel=manifest]").get_attribute("href") or "").json()
    icons = [one["src"] for one in manifest["icons"]]
    touch = page.locator("link[rel=apple-touch-icon]").get_attribute("href") or ""

    assert manifest["name"] == "Fifty Cups"
    assert all(page.request.get(src).headers["content-type"] == "image/png" for src in [*icons, touch])
