"""The browser stage: Debian's Chromium before the live server, wide or narrow, and nothing said on its console."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from ctypes.util import find_library
from typing import Any, Protocol

import pytest
from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from django.conf import settings
from django.db import connections
from django.test import Client
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Playwright, WebError
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from campaigns.models import Campaign

DESK, PHONE = 1440, 390
HEIGHTS = {DESK: 900, PHONE: 844}
TRANSITIONS_END = """Promise.all(document.getAnimations()
    .filter(one => one instanceof CSSTransition).map(one => one.finished.catch(() => {})))"""
# The violations alone: all that passed is many times as much, and to send it took longer than to find it.
VIOLATIONS = "options => axe.run(document, options).then(found => found.violations)"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that ask how something is coloured."""


class OpenPage(Protocol):
    """Opens a page of its own context: signed in or not, wide or narrow, light or dark, with scripts or without."""

    def __call__(
        self, user: User | None = None, *, width: int = DESK, dark: bool = False, scripts: bool = True
    ) -> Page: ...


class Axe(Protocol):
    def __call__(self, page: Page, *, of: Sequence[str] = ...) -> None: ...


class Console:
    """What the browser complained about: errors of scripts, missing files, breaches of the Content-Security-Policy."""

    def __init__(self) -> None:
        self.complaints: list[str] = []
        self.expected: list[str] = []

    def listen(self, context: BrowserContext) -> None:
        context.on("console", self.hear)
        context.on("weberror", self.hear_error)

    def hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.text} ({message.location.get('url')})")

    def hear_error(self, error: WebError) -> None:
        self.complaints.append(str(error.error))

    def expect(self, words: str) -> None:
        """This test provokes a complaint with these words."""
        self.expected.append(words)

    def is_silent(self) -> None:
        unforeseen = [text for text in self.complaints if not any(words in text for words in self.expected)]
        assert unforeseen == []


@pytest.fixture(scope="session", autouse=True)
def a_browser_is_there() -> None:
    """Before Playwright's driver is started: without its library it would die with a riddle."""
    missing = [] if shutil.which("chromium") else ["chromium"]
    if sys.platform == "linux" and find_library("atomic") is None:
        missing.append("libatomic1")
    if missing:
        reason = f"no browser: apt-get install {' '.join(missing)}"
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)


@pytest.fixture(scope="session")
def base_url() -> str:
    """Each context is given the address of its live server; pytest-base-url's own fixture warns on pytest 9."""
    return ""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {
        **browser_type_launch_args,
        "executable_path": shutil.which("chromium"),
        "chromium_sandbox": os.geteuid() != 0,  # root cannot have it
        "args": ["--disable-dev-shm-usage", "--disable-background-networking", "--disable-gpu"],
    }


@pytest.fixture(scope="session", autouse=True)
def second_connection(a_browser_is_there: None, playwright: Playwright, django_db_setup: None) -> Iterator[None]:
    """While playwright's loop runs, this thread has another connection: it ends with the loop, before the database."""
    yield
    connections.close_all()


@pytest.fixture
def console() -> Iterator[Console]:
    console = Console()
    yield console
    console.is_silent()


@pytest.fixture
def open_page(
    live_server: LiveServer,
    new_context: Callable[..., BrowserContext],
    console: Console,
    sign_in: Callable[[User], Client],
) -> OpenPage:
    def opened(user: User | None = None, *, width: int = DESK, dark: bool = False, scripts: bool = True) -> Page:
        context = new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": HEIGHTS[width]},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            has_touch=width == PHONE,
            reduced_motion="reduce",
        )
        console.listen(context)
        if user:
            session = sign_in(user).cookies[settings.SESSION_COOKIE_NAME].value
            context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
        return context.new_page()

    return opened


@pytest.fixture
def page(open_page: OpenPage, alice: User, campaign: Campaign) -> Page:
    """Alice at her desk."""
    return open_page(alice)


@pytest.fixture
def phone(open_page: OpenPage, alice: User, campaign: Campaign) -> Page:
    """Alice on her phone."""
    return open_page(alice, width=PHONE)


@pytest.fixture
def plain_page(open_page: OpenPage, alice: User, campaign: Campaign) -> Page:
    """Alice at her desk, without JavaScript."""
    return open_page(alice, scripts=False)


@pytest.fixture
def visitor_page(open_page: OpenPage) -> Page:
    """Nobody is signed in."""
    return open_page()


@pytest.fixture
def axe(console: Console) -> Axe:
    """Nobody stumbles over this page, and it does not scroll sideways."""

    def checked(page: Page, *, of: Sequence[str] = TAGS) -> None:
        page.wait_for_load_state()  # a click may just have led to it
        console.is_silent()  # before axe itself, whose inline styles the policy reports
        wide, room = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert wide <= room, f"{page.url} scrolls sideways: {wide} in {room} px"
        if not page.evaluate("'axe' in window"):
            page.evaluate(f"{AXE_SCRIPT};0")
        violations = page.evaluate(VIOLATIONS, {"runOnly": of, "resultTypes": ["violations"]})
        page.evaluate("new Promise(requestAnimationFrame)")  # its complaints come late, and are not the next step's
        assert violations == [], f"{page.url}\n{AxeResults({'violations': violations}).generate_report()}"
        console.complaints.clear()

    return checked


@pytest.fixture
def every_look(open_page: OpenPage, axe: Axe) -> Callable[[str, User | None], None]:
    """The page at this address passes at a desk and on a phone; in the dark, where colours alone are others, there."""

    def checked(path: str, user: User | None = None) -> None:
        for width in (DESK, PHONE):
            page = open_page(user, width=width)
            page.goto(path)
            axe(page)
            if width == PHONE:
                page.emulate_media(color_scheme="dark")
                page.evaluate(TRANSITIONS_END)
                axe(page, of=COLOURS)
            page.context.close()

    return checked
