"""Accounts in a browser: the doors, the first steps, the account, the second factor."""

import re
from collections.abc import Callable

import pytest
from django.core.cache import cache
from playwright.sync_api import Page, expect

from accounts.models import User
from campaigns.models import Campaign
from tests import factories
from tests.browser.conftest import Console, OpenPage

EveryLook = Callable[[str, User | None], None]

DOORS = ("/account/sign-in/", "/account/sign-up/", "/account/password/reset/", "/account/closed/")
OWN = (
    "/account/",
    "/account/password/",
    "/account/confirm/",
    "/account/sessions/",
    "/account/second-factor/",
    "/account/sign-out/",
    "/campaign/",
    "/welcome/",
    "/welcome/places/",
    "/welcome/people/",
)
CONFIRMED = (
    "/account/address/",
    "/account/second-factor/totp/activate/",
    "/account/second-factor/webauthn/add/",
    "/account/second-factor/webauthn/",
)


@pytest.fixture(autouse=True)
def no_tries_yet(transactional_db: None) -> None:
    cache.clear()


@pytest.mark.parametrize("path", DOORS)
def test_the_doors_are_open_to_everybody(every_look: EveryLook, alice: User, path: str) -> None:
    every_look(path, None)


@pytest.mark.parametrize("path", OWN)
def test_the_own_pages_are_open_to_everybody(every_look: EveryLook, alice: User, campaign: Campaign, path: str) -> None:
    every_look(path, alice)


def test_the_first_account_knows_the_zone_of_the_computer(
    open_page: OpenPage, every_look: EveryLook, axe: Callable[[Page], None], console: Console
) -> None:
    console.expect("422")
    every_look("/account/first/", None)
    page = open_page()
    page.goto("/campaign/")
    here = page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone")
    expect(page.get_by_label("Time zone")).to_have_value(here)

    page.get_by_label("Your name").fill("Alice Archer")
    page.get_by_label("E-mail").fill("alice@example.com")
    page.get_by_label("Password").fill("short")
    page.get_by_label("Time zone").select_option("Asia/Tokyo")
    page.get_by_role("button", name="Open my account").click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_label("Time zone")).to_have_value("Asia/Tokyo")
    axe(page)

    page.get_by_label("Password").fill(factories.PASSWORD)
    page.get_by_role("button", name="Open my account").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What position are you looking for?")
    assert User.objects.get().time_zone == "Asia/Tokyo"


def test_a_refused_sign_in_is_open_to_everybody(
    visitor_page: Page, alice: User, axe: Callable[[Page], None], console: Console
) -> None:
    console.expect("422")
    visitor_page.goto("/account/sign-in/")
    visitor_page.get_by_label("E-mail").fill(alice.email)
    visitor_page.get_by_label("Password").fill("wrong")
    visitor_page.get_by_role("button", name="Sign in", exact=True).click()

    expect(visitor_page.get_by_role("alert")).to_contain_text("do not belong together")
    axe(visitor_page)


def test_what_is_confirmed_with_the_password_is_open_to_everybody(
    page: Page, alice: User, axe: Callable[[Page], None]
) -> None:
    for path in CONFIRMED:
        page.goto(path)
        if "/confirm/" in page.url:
            page.get_by_label("Password").fill(factories.PASSWORD)
            page.get_by_role("button", name="Go on").click()
        expect(page).to_have_url(re.compile(f"{path}$"))
        axe(page)


def test_a_passkey_signs_in_without_the_password(page: Page, alice: User, axe: Callable[[Page], None]) -> None:
    keys = page.context.new_cdp_session(page)
    keys.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
    }
    keys.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    page.goto("/account/second-factor/webauthn/add/")
    page.get_by_label("Password").fill(factories.PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Name").fill("This computer")
    page.get_by_label("Passwordless").check()
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    axe(page)
    page.goto("/account/second-factor/webauthn/")
    expect(page.get_by_text("This computer")).to_be_visible()
    axe(page)

    page.context.clear_cookies()
    page.goto("/account/sign-in/?next=/account/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_text("A second factor is asked for")).to_be_visible()
