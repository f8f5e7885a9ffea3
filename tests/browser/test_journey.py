"""The main job on real input, from the first account to the first cup, with scripts and without."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from contacts.models import Contact
from outcomes.models import FollowUp
from outcomes.rules.due import FollowUpKind, thank_you_due
from tests.browser.conftest import DESK, PHONE, OpenPage
from tests.factories import PASSWORD

LINKEDIN = Path(__file__).parents[1] / "transfer" / "samples" / "li-bom-crlf.csv"


def make_the_first_account(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Your name").fill("Marta Reyes")
    page.get_by_label("E-mail").fill("marta@example.com")
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main").get_by_role("button").last.click()
    expect(page).to_have_url(re.compile("/welcome/$"))


def walk_the_first_steps(page: Page) -> None:
    page.get_by_label("Position").fill("Operations lead in food production")
    page.get_by_role("button", name="Continue").click()
    for _ in range(2):
        page.get_by_role("button", name="Not today").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your shelf is ready, Marta")


def import_from_linkedin(page: Page) -> None:
    page.goto("/import/")
    page.locator("input[type=file]").set_input_files(LINKEDIN)
    page.locator("main form").get_by_role("button").last.click()
    page.get_by_role("button", name="Import 4 people").click()
    while page.get_by_role("button", name="Go on").count():
        page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("4 new people in your address book")


def choose_three(page: Page) -> None:
    page.get_by_role("link", name="Choose ten").click()
    for done in range(3):
        page.get_by_role("button", name="We talk").click()
        expect(page.get_by_text(f"This sitting: {done + 1} we talk")).to_be_visible()
    page.goto("/people/")
    expect(page.locator("main header p").first).to_contain_text("3 people in your network, 1 in your address book")


def invite_and_hear_yes(page: Page) -> None:
    page.get_by_role("link", name="Mira Castellano").first.click()
    page.get_by_role("link", name="Invite").first.click()
    page.get_by_text("Their view of my path").first.click()
    page.get_by_label("The ask").fill("How Tidewater plans its lines")
    page.get_by_role("button", name="Sent").click()
    page.get_by_role("button", name="Yes").first.click()


def plan_for_today(page: Page, user: User) -> None:
    page.get_by_label("Day").fill(user.today().isoformat())
    expect(page.get_by_label("Their view of my path")).to_be_checked()
    expect(page.get_by_label("The ask")).to_have_value("How Tidewater plans its lines")
    page.get_by_role("button", name="Save the plan").click()
    if page.get_by_text("All the same").count():
        page.get_by_text("All the same").first.click()


def log_the_coffee(page: Page) -> None:
    page.get_by_role("link", name="How did it go?").click()
    page.get_by_label("What do you want to remember?").fill("Their second line misses slots")
    page.get_by_label("What do you share?").fill("Both started on nights")
    page.get_by_label("Line 1", exact=True).fill("Open with late deliveries")
    page.get_by_label("Kind of line 2").select_option("referral")
    page.get_by_label("Line 2", exact=True).fill("Knows how Brightmill plans its weeks")
    page.get_by_label("Name in line 2").fill("Nadia Fennimore")
    page.get_by_label("Company in line 2").fill("Brightmill Foods")
    page.get_by_label("I promised").fill("Send the summary")
    page.get_by_role("button", name="Save", exact=True).click()


def see_what_came_of_it(page: Page, marta: User) -> None:
    page.goto("/")
    expect(page.locator("#shelf-t")).to_have_text(re.compile(r"1\s+of 50 cups"))
    expect(page.locator(".shelf .cup.held.use")).to_have_count(1)
    page.goto("/people/")
    expect(page.get_by_role("row", name="Mira Castellano")).to_contain_text("Use")
    page.get_by_role("link", name="Nadia Fennimore").first.click()
    expect(page.locator("main")).to_contain_text(re.compile(r"Named by\s+Mira Castellano"))
    mira = Contact.objects.get(name="Mira Castellano")
    due = dict(FollowUp.objects.filter(contact=mira).values_list("kind", "due_on"))
    assert due[FollowUpKind.THANK_YOU] == thank_you_due(marta.today(), marta.today())
    assert due[FollowUpKind.PROMISE] - marta.today() in (timedelta(days=days) for days in range(5, 10))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
@pytest.mark.parametrize("width", [DESK, PHONE])
def test_a_new_user_gets_from_nothing_to_the_first_cup(open_page: OpenPage, width: int, scripts: bool) -> None:
    page = open_page(width=width, scripts=scripts)

    make_the_first_account(page)
    marta = User.objects.get()
    walk_the_first_steps(page)
    import_from_linkedin(page)
    choose_three(page)
    invite_and_hear_yes(page)
    plan_for_today(page, marta)
    log_the_coffee(page)
    see_what_came_of_it(page, marta)
