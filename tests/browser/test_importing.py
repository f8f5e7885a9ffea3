"""Importing and choosing in a real browser: with JavaScript and without, at a desk and on a phone, light and dark."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from campaigns.models import Campaign
from tests import factories
from tests.transfer.files import linkedin, many
from transfer.models.imports import Status
from transfer.writes import running, taking

ROWS = (
    "Hettie,Marlowe,https://www.linkedin.com/in/hettie,h@example.com,Greenlow Foods,Plant manager,01 May 2023",
    "Ruben,Tarnbrook,,,Millrace Snacks,,03 May 2023",
    ",,,,,Boss,",
    "Leopold,Farthing,https://www.linkedin.com/in/leo,,Fenwick Freight,,31 Nov 2023",
    ",,,,,,07 Jun 2024",
)


class Console(Protocol):
    complaints: list[str]

    def expect(self, words: str) -> None: ...


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small batches and short slices, so that an import of some hundreds shows its progress."""
    monkeypatch.setattr(taking, "BATCH", 50)
    monkeypatch.setattr(running, "A_SLICE", 0.0001)


def choose_file(page: Page, content: bytes, folder: Path) -> None:
    file = folder / "Connections.csv"
    file.write_bytes(content)
    page.goto("/import/")
    page.set_input_files("input[type=file]", file)
    page.get_by_role("button", name="Look at it first").click()


def test_a_file_is_imported_by_itself(page: Page, slow: None, campaign: Campaign, tmp_path: Path) -> None:
    choose_file(page, many(300), tmp_path)
    page.get_by_role("button", name="Import 294 people").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("294 new people in your address book", timeout=20_000)
    assert campaign.contacts.count() == 294
    page.get_by_role("link", name="Choose ten").click()
    expect(page.get_by_role("heading", name="From the address book")).to_be_visible()


def test_without_scripts_a_button_goes_on(plain_page: Page, slow: None, campaign: Campaign, tmp_path: Path) -> None:
    page = plain_page
    choose_file(page, many(120), tmp_path)
    page.get_by_role("button", name="Import 118 people").click()
    for _ in range(10):
        if campaign.imports.get().status == Status.DONE:
            break
        page.get_by_role("button", name="Go on").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("118 new people in your address book")


def test_keys_answer_for_one_after_the_other(page: Page, campaign: Campaign) -> None:
    for name in ("Anna Ay", "Bert Be", "Cleo Ce"):
        factories.make_contact(campaign, name, joined_on=None)
    page.goto("/people/choose/?from=book")
    for key, done in (("y", "1 we talk"), ("l", "1 we talk, 1 later"), ("n", "1 we talk, 1 later, 1 not for this")):
        page.keyboard.press(key)
        expect(page.get_by_text(f"This sitting: {done}.")).to_be_visible()

    assert campaign.contacts.in_network().count() == 1
    page.keyboard.press("u")
    expect(page.get_by_text("This sitting: 1 we talk, 1 later.")).to_be_visible()


def test_enter_goes_to_the_next_line(page: Page, campaign: Campaign) -> None:
    page.goto("/people/choose/")
    page.get_by_label("Worked with, line 1").fill("Imogen Tressel")
    page.keyboard.press("Enter")
    page.keyboard.type("Bea Planning")
    page.get_by_role("button", name="Save these names").click()

    expect(page.get_by_text("2 people are in your network.")).to_be_visible()
    assert campaign.contacts.in_network().count() == 2


def test_a_file_that_is_too_large_is_told_before_it_travels(page: Page, campaign: Campaign) -> None:
    page.goto("/import/")
    page.evaluate("document.querySelector('[type=file]').dataset.megabytes = '0'")
    page.set_input_files("input[type=file]", {"name": "a.csv", "mimeType": "text/csv", "buffer": b"x"})
    page.get_by_role("button", name="Look at it first").click()

    assert page.url.endswith("/import/")
    assert not campaign.imports.exists()


def test_the_pages_of_an_import_are_for_everybody(
    page: Page, alice: User, campaign: Campaign, tmp_path: Path, every_look: Callable[..., None]
) -> None:
    factories.make_contact(campaign, "Ruben Tarnbrook", company="Millrace Snacks")
    choose_file(page, linkedin(*ROWS), tmp_path)
    path = f"/import/{campaign.imports.get().pk}/"
    every_look(path, alice)
    page.get_by_role("button", name="Import 3 people").click()
    expect(page.get_by_role("heading", name="Rows that were not taken")).to_be_visible()
    every_look(path, alice)
    every_look("/import/", alice)


def test_choosing_is_for_everybody(alice: User, campaign: Campaign, every_look: Callable[..., None]) -> None:
    factories.make_contact(campaign, "Alma Brightwater", joined_on=None, company="Greenlow Foods", position="Planner")

    every_look("/people/choose/", alice)
    every_look("/people/choose/?from=book", alice)


def test_progress_and_refusal_are_for_everybody(
    page: Page,
    plain_page: Page,
    slow: None,
    campaign: Campaign,
    tmp_path: Path,
    axe: Callable[[Page], None],
    console: Console,
) -> None:
    console.expect("422")
    choose_file(page, b"Dear diary", tmp_path)
    expect(page.get_by_role("alert")).to_be_visible()
    console.complaints.clear()
    axe(page)
    choose_file(plain_page, many(120), tmp_path)
    plain_page.get_by_role("button", name="Import 118 people").click()
    expect(plain_page.get_by_role("progressbar")).to_be_visible()
    page.route("**/run/", lambda route: route.fulfill(status=204))  # the import stands still while it is looked at
    page.goto(plain_page.url.removesuffix("run/"))
    expect(page.get_by_role("progressbar")).to_be_visible()
    axe(page)


def test_the_button_and_the_questions_are_in_sight(page: Page, campaign: Campaign, tmp_path: Path) -> None:
    factories.make_contact(campaign, "Ruben Tarnbrook")
    page.set_viewport_size({"width": 390, "height": 844})
    choose_file(page, linkedin(*ROWS) + b"\n" + many(60).split(b"\n", 1)[1], tmp_path)

    expect(page.get_by_role("button", name="Import 62 people")).to_be_in_viewport()
    expect(page.get_by_role("heading", name="The same person?")).to_be_in_viewport()
    with page.expect_response("**/answers/"):
        page.get_by_label("Somebody else of that name").check()
    page.reload()
    expect(page.get_by_label("Somebody else of that name")).to_be_checked()
