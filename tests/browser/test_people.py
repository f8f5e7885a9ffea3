"""People in a real browser: the list, picking, the board, the palette, the companies, in every look."""

import re
from collections.abc import Callable
from datetime import timedelta
from math import ceil

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Contact
from contacts.writes.people import add_email, index_companies, index_contacts, tag_named
from tests import factories
from transfer.writes.sample import make_sample

EveryLook = Callable[[str, User | None], None]
A_PAGE = re.compile(rb"/Type\s*/Page\b")
"""Of a printed file."""


@pytest.fixture
def people(alice: User, campaign: Campaign) -> list[Contact]:
    today = alice.today()
    company = factories.make_company(campaign, "Northgate Bakeries", is_target=True, rank=1, notes="300 people")
    priya = factories.make_contact(
        campaign, "Priya Castellane", company=company, position="Chief operating officer", known_from_before=today
    )
    factories.make_meeting(priya, day=today - timedelta(days=9))
    factories.make_follow_up(
        priya, "Send the line-move summary", kind="promise", due_on=today - timedelta(days=2), created_on=today
    )
    samir = factories.make_contact(campaign, "Samir Oakhurst", company="Saltmarsh Seafood", introduced_by=priya)
    samir.tags.add(tag_named(campaign, "food"))
    found = [priya, samir, factories.make_contact(campaign, "Tove Marrick", starred=True)]
    index_contacts(found)
    index_companies(campaign.companies.all())
    return found


def test_the_pages_of_people_pass_in_every_look(every_look: EveryLook, alice: User, people: list[Contact]) -> None:
    company = people[0].company
    assert company
    for path in (
        "/people/",
        "/people/?where=left",
        "/people/?tag=999",
        *("/people/board/", "/people/network/"),
        "/people/sheet/?talked=yes",
        "/people/sheet/blank/",
        f"/people/{people[0].pk}/sheet/",
        "/companies/",
        f"/companies/{company.pk}/",
        "/search/?q=sa",
    ):
        every_look(path, alice)


def test_sheets_are_printed_by_the_page(page: Page, client: Client, campaign: Campaign) -> None:
    """The fullest person of the sample, and the blank one, on a page each; of the list at least ten people on each."""
    make_sample(campaign, campaign.owner.today())
    network = campaign.contacts.in_network()
    for person in network:
        add_email(person, f"somebody.{person.pk}@example.org")
    fullest = max(
        (f"/people/{pk}/sheet/" for pk in network.values_list("pk", flat=True)),
        key=lambda address: len(client.get(address).content),
    )
    printed = {}
    for sheet in (fullest, "/people/sheet/blank/", "/people/sheet/?talked=yes"):
        page.goto(sheet)
        expect(page.get_by_role("button", name="Print")).to_be_visible()
        for size in ("A4", "Letter"):
            printed[sheet.partition("?")[0], size] = len(A_PAGE.findall(page.pdf(format=size)))

    lists = [printed.pop(("/people/sheet/", size)) for size in ("A4", "Letter")]
    assert set(printed.values()) == {1}
    assert max(lists) <= ceil(network.count() / 10)


def test_what_was_talked_about_is_added_by_its_box(page: Page, plain_page: Page, people: list[Contact]) -> None:
    for browser in (page, plain_page):
        browser.goto("/people/sheet/?q=priya")
        browser.get_by_label("Print what was talked about").check()
        if browser is plain_page:
            browser.get_by_role("button", name="Show").click()
        expect(browser.get_by_role("columnheader", name="What was talked about")).to_be_visible()
        expect(browser.get_by_role("row")).to_have_count(2)
        assert browser.url.endswith("?q=priya&talked=yes")


def test_picked_people_are_tagged_and_it_is_undone(
    page: Page, people: list[Contact], campaign: Campaign, axe: Callable[[Page], None]
) -> None:
    page.goto("/people/")
    expect(page.get_by_role("button", name="Tag")).to_be_hidden()
    page.get_by_label("Select all on this page").check()
    expect(page.get_by_text("3 selected")).to_be_visible()
    page.get_by_label("Select Tove Marrick").uncheck()
    expect(page.get_by_text("2 selected")).to_be_visible()
    axe(page)
    page.get_by_role("button", name="Tag").click()
    axe(page)
    page.get_by_label("Tag").fill("bakery")
    page.get_by_role("button", name="Tag two people").click()
    expect(page.get_by_text("Two people are tagged.")).to_be_visible()
    assert campaign.tags.get(folded="bakery").contacts.count() == 2

    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status").filter(has_text="as they were")).to_be_visible()
    assert not campaign.tags.filter(folded="bakery").exists()


def test_people_are_picked_and_opened_by_keys_alone(page: Page, people: list[Contact]) -> None:
    page.goto("/people/")
    for key in ("j", "x", "j", "x", "k", "x"):
        page.keyboard.press(key)
    expect(page.get_by_text("1 selected")).to_be_visible()
    expect(page.get_by_label("Select Tove Marrick")).to_be_checked()
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(rf"/people/{people[0].pk}/$"))


def test_people_are_left_without_scripts(plain_page: Page, people: list[Contact]) -> None:
    plain_page.goto("/people/")
    plain_page.get_by_label("Select Priya Castellane").check()
    plain_page.get_by_role("button", name="Leave for now").click()
    expect(plain_page.get_by_text("Priya Castellane: Send the line-move summary")).to_be_visible()
    plain_page.get_by_label("Not interested").check()
    plain_page.get_by_role("button", name="Leave one person for now").click()

    expect(plain_page.get_by_text("One person is left for now.")).to_be_visible()
    expect(plain_page.get_by_role("link", name="Priya Castellane")).to_have_count(0)


def test_a_filter_swaps_the_table_and_stands_in_the_address(page: Page, people: list[Contact]) -> None:
    page.goto("/people/")
    page.get_by_role("searchbox", name="Search people").fill("sam")

    expect(page.get_by_role("link", name="Priya Castellane")).to_have_count(0)
    expect(page.get_by_role("link", name="Samir Oakhurst")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/people/\?q=sam$"))
    expect(page.get_by_role("status").first).to_have_text("1 of 3 people")


def test_choosing_goes_by_keys_and_ends_at_somebody_to_ask(
    page: Page, campaign: Campaign, axe: Callable[[Page], None]
) -> None:
    for name in ("Alma Brightwater", "Piers Northcote"):
        factories.make_contact(campaign, name, joined_on=None)
    page.goto("/people/choose/?from=book")
    first = page.locator("#chooser-name").inner_text()
    page.keyboard.press("o")
    expect(page.get_by_text("This sitting: 1 long ago.")).to_be_visible()
    page.keyboard.press("u")
    expect(page.locator("#chooser-name")).to_have_text(first)
    page.keyboard.press("y")
    expect(page.get_by_text("This sitting: 1 we talk.")).to_be_visible()
    page.keyboard.press("n")
    expect(page.get_by_role("heading", name="Enough for one sitting")).to_be_visible()
    axe(page)
    page.get_by_role("link", name=f"Ask {first.split()[0]}").click()
    expect(page).to_have_url(re.compile(r"/people/\d+/invite/$"))
    assert campaign.contacts.get(known_as="we_talk").name == first


def test_the_palette_leads_to_a_person(page: Page, people: list[Contact], axe: Callable[[Page], None]) -> None:
    page.goto("/people/")
    page.keyboard.press("/")
    results = page.get_by_role("listbox", name="Results")
    expect(results.get_by_role("option", name="Log a coffee or talk")).to_be_visible()
    page.keyboard.type("sa")
    expect(results.get_by_role("option").first).to_contain_text("Samir Oakhurst")
    axe(page)
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.keyboard.press("/")
    page.keyboard.type("sa")
    expect(results.get_by_role("option").first).to_contain_text("Samir Oakhurst")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(rf"/people/{people[1].pk}/$"))


def test_on_a_phone_three_filters_stand_open_and_those_in_use(phone: Page, people: list[Contact]) -> None:
    phone.goto("/people/?starred=yes")
    expect(phone.get_by_label("Phase")).to_be_visible()
    expect(phone.get_by_label("Starred")).to_be_visible()
    expect(phone.get_by_label("Next step")).to_be_hidden()

    phone.get_by_text("More filters").click()
    phone.get_by_label("Next step").select_option("Nothing to do")
    phone.get_by_text("Fewer filters").click()

    expect(phone.get_by_label("Next step")).to_be_visible()
    expect(phone.get_by_label("Last spoke")).to_be_hidden()
    expect(phone).to_have_url(re.compile("due=none"))
