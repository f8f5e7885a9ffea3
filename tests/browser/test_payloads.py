"""Nothing that stands in a text runs in a browser, with the Content-Security-Policy and without it.

Each second page is opened; all of them are read with a parser in tests/safety/test_output.py.
"""

from urllib.parse import urlsplit

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from playwright.sync_api import Dialog, Page, Request
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from tests.browser.conftest import Console, OpenPage
from tests.safety.cast import Crowd
from tests.safety.infest import connections_of_payloads, infested
from tests.safety.payloads import PAYLOADS
from tests.safety.places import addresses, admin_addresses

LEAST = 60  # pages
SHOWN = ("/people/?where=all", "/people/?q=script", "/search/?q=script", "/nowhere/<img src=x onerror=top.__hit=1>")


@pytest.fixture
def crowd(alice: User) -> Crowd:
    alice.is_staff = True
    alice.name = PAYLOADS[2]
    alice.save()
    this = infested(alice)
    client = Client()
    client.force_login(alice, backend="django.contrib.auth.backends.ModelBackend")
    for taken in (False, True):
        file = SimpleUploadedFile("<img src=x onerror=top.__hit=1>.csv", connections_of_payloads())
        where = client.post("/import/", {"file": file})["Location"]
        if taken:
            client.post(f"{where}run/")
        this.keep("import", this.campaign.imports.latest("pk"))
    return this


class Watch:
    """What a page did that none may do."""

    def __init__(self, page: Page, home: str) -> None:
        self.did: list[str] = []
        self.home = urlsplit(home).netloc
        page.on("dialog", self.see_dialog)
        page.context.on("request", self.see_request)

    def see_dialog(self, dialog: Dialog) -> None:
        self.did.append(f"{dialog.page and dialog.page.url}: a dialog, {dialog.message}")
        dialog.dismiss()

    def see_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != self.home:
            self.did.append(f"{request.frame.url} asks {request.url}")

    def visit(self, page: Page, url: str) -> None:
        page.goto(url)
        if page.evaluate("typeof top.__hit !== 'undefined'"):
            self.did.append(f"{url}: something ran")


def places_of(crowd: Crowd) -> list[str]:
    """The addresses that show a page; others answer nothing to look at, or a file."""
    client = Client()
    client.force_login(crowd.campaign.owner, backend="django.contrib.auth.backends.ModelBackend")
    found = []
    for url in [*(url for _, url in [*addresses(crowd, of_first=True), *admin_addresses(crowd)]), *SHOWN]:
        answer = client.get(url)
        if answer.status_code in (200, 404) and "html" in answer["Content-Type"] and answer.getvalue():
            found.append(url)
    return found


def visited(page: Page, home: str, crowd: Crowd, console: Console, *, each: int = 1) -> tuple[list[str], int]:
    watch, places = Watch(page, home), places_of(crowd)[::each]
    console.expect("the server responded with a status of 40")  # pages of errors
    for url in places:
        watch.visit(page, url)
    return watch.did, len(places)


@pytest.fixture
def hers(crowd: Crowd, alice: User, open_page: OpenPage) -> Page:
    return open_page(alice)


def test_nothing_runs_with_the_policy(hers: Page, live_server: LiveServer, crowd: Crowd, console: Console) -> None:
    """What it stops is shown without it; here each fourth page, whose console would name what was stopped."""
    did, pages = visited(hers, live_server.url, crowd, console, each=4)

    assert did == []
    assert pages > LEAST / 4


def test_nothing_runs_without_the_policy(
    hers: Page, live_server: LiveServer, crowd: Crowd, console: Console, settings: LazySettings
) -> None:
    settings.CONTENT_SECURITY_POLICY = None
    answer = hers.goto("/people/")
    assert answer
    assert "content-security-policy" not in answer.headers

    did, pages = visited(hers, live_server.url, crowd, console, each=2)

    assert did == []
    assert pages > LEAST


@pytest.mark.parametrize("payload", ["<img src=x onerror=top.__hit=1>", "<img src=//evil.example/x.png>"])
def test_the_watch_notices(page: Page, live_server: LiveServer, payload: str, console: Console) -> None:
    """Planted: a page with a payload in it that nobody escaped."""
    console.expect("Failed to load resource")
    watch = Watch(page, live_server.url)
    page.route("**/planted/", lambda route: route.fulfill(body=f"<p>{payload}</p>", content_type="text/html"))
    page.goto("/planted/")
    page.wait_for_timeout(200)

    assert watch.did or page.evaluate("top.__hit")
