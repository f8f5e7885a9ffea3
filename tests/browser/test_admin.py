"""The admin in a browser: every page of every model, wide and light, narrow and dark."""

from collections.abc import Callable, Iterator

import pytest
from django.contrib import admin
from django.db.models import Model
from django.urls import reverse
from playwright.sync_api import Page

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Contact
from pages.admin.own import ReadOnly
from tests.browser.conftest import DESK, PHONE, OpenPage
from tests.pages.admin.admin_rows import OWN, address, fill

pytestmark = pytest.mark.django_db(transaction=True)

OTHERS = (
    "index",
    "contacts_contact_import",
    "contacts_contact_export",
    "accounts_user_changelist",
    "accounts_user_add",
)


@pytest.fixture
def chief(alice: User) -> User:
    alice.is_staff = alice.is_superuser = True
    alice.save()
    return alice


def pages(shown: dict[type[Model], Model], *, new: bool) -> Iterator[str]:
    """Of every model the list and a row, or (`new`) where there can be one a new row; of one, what every model has."""
    for model, page in OWN.items():
        if not new:
            yield address(model, "changelist")
            yield address(model, "change", shown[model].pk)
        elif model is not Campaign and not isinstance(page, ReadOnly):
            yield address(model, "add")
    yield address(Contact, "changelist")
    yield from (address(Contact, name, shown[Contact].pk) for name in ("delete", "history"))
    yield from (reverse(f"admin:{name}") for name in OTHERS)


def test_every_page_is_open_to_everybody(
    open_page: OpenPage, axe: Callable[[Page], None], chief: User, campaign: Campaign
) -> None:
    """The form of a row and that of a new one are one template: the one wide and light, the other narrow and dark."""
    shown, seen = fill(campaign, "Harbour"), set()
    for width, dark in ((DESK, False), (PHONE, True)):
        page = open_page(chief, width=width, dark=dark)
        for path in pages(shown, new=dark):
            page.goto(path)
            axe(page)
            seen.add(path)
        page.context.close()
    assert len(seen) > 2 * len(admin.site._registry)


def test_an_act_is_done_and_undone_by_keyboard(page: Page, chief: User, campaign: Campaign, console: object) -> None:
    """Pick, say what, Enter, type, Enter; then Undo. Nothing is said on the console meanwhile."""
    fill(campaign, "Harbour")
    page.goto(address(Contact, "changelist"))
    page.get_by_label("Pick Harbour Person").focus()
    page.keyboard.press("Space")
    page.get_by_label("With those picked").focus()
    page.keyboard.type("Tag")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_label("Tag").focus()
    page.keyboard.type("food")
    page.keyboard.press("Enter")

    page.get_by_text("One person tagged.").wait_for()
    page.get_by_role("button", name="Undo").focus()
    page.keyboard.press("Enter")
    page.get_by_text("It is as it was.").wait_for()
