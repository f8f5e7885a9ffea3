"""The pitch, the help and the admin in a browser: nobody stumbles, and the console is silent."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from accounts.models import User
from campaigns.models import Campaign
from tests import factories
from tests.browser.conftest import Console, OpenPage

EveryLook = Callable[[str, User | None], None]


def test_a_story_is_written_read_and_thrown_away(page: Page, campaign: Campaign) -> None:
    page.goto("/pitch/")
    page.get_by_role("link", name="New story").click()
    page.get_by_label("What do you call it?").fill("Late line")
    page.get_by_label("Which skill does it show?").fill("Late plants back on time")
    page.get_by_label("What was wrong").fill("Late four days in ten")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Late line")).to_be_visible()
    expect(page.get_by_text("Two or three stories that show them: one begun")).to_be_visible()

    page.get_by_role("link", name="Edit: Late line").click()
    page.get_by_text("Delete this story…").click()
    page.get_by_role("button", name="Delete").click()

    expect(page.get_by_role("heading", name="Late line")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    page.goto("/pitch/")
    expect(page.get_by_role("heading", name="Late line")).to_be_visible()


def test_reading_aloud_by_the_clock_fills_the_seconds(page: Page, campaign: Campaign) -> None:
    factories.make_version(campaign, "card", "I run plants.", ask="Whom should I ask?")
    page.clock.install()
    page.goto("/pitch/")
    page.get_by_role("button", name="Start").press("Enter")
    page.clock.run_for(58_000)
    expect(page.get_by_role("timer")).to_have_text("0:58")
    page.get_by_role("button", name="Stop").press("Enter")
    expect(page.get_by_label("Seconds, measured aloud")).to_have_value("58")
    page.get_by_role("button", name="Save the seconds").click()
    expect(page.get_by_text("58 seconds")).to_be_visible()


def test_without_scripts_the_position_is_said(plain_page: Page) -> None:
    plain_page.goto("/pitch/")
    plain_page.get_by_role("link", name="Say your position").click()
    plain_page.get_by_label("Position sought").fill("Operations director in a food maker")
    plain_page.get_by_role("button", name="Save").click()
    expect(plain_page).to_have_url(re.compile("/pitch/$"))
    expect(plain_page.get_by_text("Operations director in a food maker", exact=True)).to_be_visible()


def test_nobody_stumbles(every_look: EveryLook, alice: User, campaign: Campaign) -> None:
    campaign.position = "Operations director in a food maker."
    campaign.save()
    story = factories.make_story(campaign, skill=factories.make_skill(campaign), trigger="bring a crew through change.")
    factories.make_story(campaign, "Not written yet")
    person = factories.make_contact(campaign)
    factories.make_telling(person, story, recalled_on=factories.DAY)
    factories.make_item(person)
    for kind in ("position", "one_to_one", "card"):
        factories.make_version(campaign, kind, "Operations director in a food maker.")
    said = factories.make_version(campaign, "card", "I run late plants. " * 50, reason="aloud", reason_words="Too long")
    factories.make_telling(person, said)

    for path in (
        "/pitch/",
        "/pitch/heard/",
        "/pitch/position/",
        "/pitch/card/",
        "/pitch/one-to-one/",
        "/pitch/versions/?of=card",
        f"/pitch/versions/{said.pk}/delete/",
        "/pitch/print/",
        f"/people/{person.pk}/came-back/",
        "/pitch/skills/",
        "/pitch/stories/new/",
        f"/pitch/stories/{story.pk}/",
        "/help/",
    ):
        every_look(path, alice)


def test_a_refused_story_is_read_out(page: Page, console: Console, axe: Callable[[Page], None]) -> None:
    console.expect("422")
    page.goto("/pitch/stories/new/")
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_role("alert")).to_contain_text("One thing to fix.")
    axe(page)


def test_the_admin_runs_under_the_strict_policy(
    open_page: OpenPage, console: Console, alice: User, campaign: Campaign
) -> None:
    alice.is_staff = True
    alice.save()
    contact = factories.make_contact(campaign, "Tove Marrick", company="Quayside Roasters")
    page = open_page(alice)
    for path in ("", "contact/", "contact/add/", f"contact/{contact.pk}/change/", "contact/export/", "contact/import/"):
        page.goto(f"/admin/contacts/{path}")
        console.is_silent()

    page.goto(f"/admin/contacts/contact/{contact.pk}/change/")
    page.locator(".field-company .select2-selection").click()
    page.locator(".select2-search__field").last.fill("quay")
    expect(page.get_by_role("option", name="Quayside Roasters")).to_be_visible()
    console.is_silent()
