"""The debrief in a real browser: the sixty seconds after a coffee, with scripts and without."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, Route, expect

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Contact
from contacts.writes.people import index_contacts
from meetings.models import Meeting
from meetings.rules.meeting import Status
from outcomes.models import FollowUp, ObtainedItem
from tests import factories
from tests.browser.conftest import Console


@pytest.fixture
def meeting(alice: User, campaign: Campaign) -> Meeting:
    contact = factories.make_contact(campaign, "Desmond Achterby", company="Harbour Mills")
    index_contacts([contact, factories.make_contact(campaign, "Nadia Fenimore", company="Other Mills")])
    factories.make_story(campaign)
    yesterday = alice.today() - timedelta(days=1)
    return factories.make_meeting(contact, status=Status.PLANNED, day=yesterday, place="Quayside Roasters", ask="Who?")


@pytest.fixture(params=["page", "plain_page"], ids=["scripts", "plain"])
def either(request: pytest.FixtureRequest) -> Page:
    opened: Page = request.getfixturevalue(request.param)
    return opened


def test_sixty_seconds_after_a_coffee(either: Page, meeting: Meeting, console: Console) -> None:
    console.expect("422")
    either.goto(f"/meetings/{meeting.pk}/log/")
    expect(either.get_by_role("textbox", name="What do you want to remember?")).to_be_focused()
    either.keyboard.type("Overtime was tried twice.")
    either.get_by_label("What do you share?").fill("Both started on nights")
    either.get_by_label("Line 1", exact=True).fill("Talk about planners and shifts together")
    expect(either.get_by_label("Line 3", exact=True)).to_be_hidden()
    either.get_by_label("Kind of line 2").select_option("Referral")
    either.get_by_label("Name in line 2").fill("Nadia Fennimore")
    either.get_by_label("I promised").fill("Send the summary")
    either.get_by_role("button", name="Save", exact=True).click()

    expect(either.get_by_text("Which one?").first).to_be_visible()
    expect(either.get_by_label("Line 1", exact=True)).to_have_value("Talk about planners and shifts together")
    either.get_by_label("New: Nadia Fennimore").check()
    either.get_by_role("button", name="Save", exact=True).click()
    either.wait_for_url(f"**/meetings/{meeting.pk}/logged/*")

    assert Contact.objects.get(name="Nadia Fennimore").introduced_by == meeting.contact
    assert ObtainedItem.objects.count() == 2
    assert FollowUp.objects.filter(text__in=["Thank Desmond", "Send the summary"]).count() == 2


def test_the_panel_follows_what_is_typed(page: Page, meeting: Meeting) -> None:
    page.goto(f"/meetings/{meeting.pk}/log/")
    panel = page.get_by_label("What saving will change")
    expect(panel).to_contain_text("Cup 1")

    page.get_by_label("What do you share?").fill("Both started on nights")
    page.get_by_label("Line 1", exact=True).fill("Talk about planners")
    page.get_by_label("I promised").fill("Send the summary")

    expect(panel).to_contain_text("Desmond gave you advice")
    expect(panel).to_contain_text("Send the summary, by")


def test_the_suggestion_says_whom_they_named(page: Page, meeting: Meeting) -> None:
    page.goto(f"/meetings/{meeting.pk}/log/")
    page.get_by_label("Kind of line 1").select_option("Referral")
    page.get_by_label("Name in line 1").press_sequentially("Nadia Fen")
    page.get_by_role("option", name="Nadia Fenimore").click()
    page.wait_for_load_state("networkidle")  # a preview that is still asked for would be cut off by saving
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url(f"**/meetings/{meeting.pk}/logged/*")

    assert ObtainedItem.objects.get().referred == Contact.objects.get(name="Nadia Fenimore")


def test_lines_unfold_one_by_one_and_more_come(page: Page, meeting: Meeting) -> None:
    page.goto(f"/meetings/{meeting.pk}/log/")
    for number in range(1, 6):
        page.get_by_label(f"Line {number}", exact=True).fill(f"Number {number}")
    page.get_by_role("button", name="More lines").click()

    page.get_by_label("Line 6", exact=True).fill("One more")
    expect(page.get_by_label("Line 1", exact=True)).to_have_value("Number 1")


def test_what_is_typed_while_a_part_is_asked_for_stays(page: Page, meeting: Meeting, console: Console) -> None:
    """Who it was decides what else is asked; the answer to that may come when the next field is half written."""
    console.expect("htmx:")  # a later question replaces an earlier one
    page.goto("/meetings/log/")
    held = list[Route]()
    page.route("**/meetings/log/", lambda route: held.append(route))
    page.get_by_role("combobox").first.press_sequentially("Desmond Ach")
    page.get_by_role("option", name="Desmond Achterby").click()
    page.get_by_label("What do you share?").press_sequentially("We both ")
    page.get_by_label("I promised").fill("The summary")
    page.get_by_label("What do you share?").focus()
    with page.expect_response("**/meetings/log/"):
        held[-1].continue_()
    page.wait_for_load_state("networkidle")
    expect(page.locator("#next")).to_contain_text("Desmond")
    page.keyboard.press("End")
    page.keyboard.type("sing")

    expect(page.get_by_label("What do you share?")).to_have_value("We both sing")
    expect(page.get_by_label("I promised")).to_have_value("The summary")
    page.goto("/")  # where the draft is kept


def test_a_day_of_ones_own_can_be_picked(either: Page, meeting: Meeting) -> None:
    either.goto(f"/meetings/{meeting.pk}/log/")
    expect(either.get_by_label("Pick a day").last).to_be_hidden()
    either.get_by_label("Meet again around").select_option("Pick a day…")

    expect(either.get_by_label("Pick a day").last).to_be_visible()


def test_control_enter_saves(page: Page, meeting: Meeting) -> None:
    page.goto(f"/meetings/{meeting.pk}/log/")
    page.keyboard.type("Overtime")
    page.keyboard.press("Control+Enter")
    page.wait_for_url(f"**/meetings/{meeting.pk}/logged/*")

    meeting.refresh_from_db()
    assert (meeting.status, meeting.remember) == (Status.HELD, "Overtime")


def test_nobody_stumbles_over_the_forms(
    every_look: Callable[[str, User | None], None], alice: User, meeting: Meeting
) -> None:
    for path in (f"/meetings/{meeting.pk}/log/", "/meetings/log/", "/touches/new/"):
        every_look(path, alice)


@pytest.mark.parametrize("path", ["/meetings/log/", "/touches/new/"])
def test_nobody_stumbles_over_a_refused_form(
    page: Page, meeting: Meeting, axe: Callable[[Page], None], path: str, console: Console
) -> None:
    console.expect("422")
    page.goto(path)
    page.get_by_label("Who", exact=False).first.fill("Nadia Fennimore")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Who do you mean?").first).to_be_visible()

    axe(page)


def test_nobody_stumbles_over_a_refused_debrief(
    page: Page, meeting: Meeting, axe: Callable[[Page], None], console: Console
) -> None:
    console.expect("422")
    page.goto(f"/meetings/{meeting.pk}/log/")
    page.get_by_label("Kind of line 1").select_option("Referral")
    page.get_by_label("Name in line 1").fill("Nadia Fennimore")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Which one?").first).to_be_visible()

    axe(page)


def test_on_a_phone_save_stands_above_the_bottom_bar(phone: Page, meeting: Meeting) -> None:
    phone.goto(f"/meetings/{meeting.pk}/log/")

    save = phone.get_by_role("button", name="Save", exact=True)
    expect(save).to_be_in_viewport(ratio=1)
    phone.get_by_text("Place and minutes").click()
    phone.get_by_label("Minutes").fill("40")
    expect(phone.get_by_label("Minutes")).to_be_in_viewport(ratio=1)
    save.click()
    phone.wait_for_url(f"**/meetings/{meeting.pk}/logged/*")
