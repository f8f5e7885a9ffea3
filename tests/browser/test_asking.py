"""From the invitation to the cup in a real browser: nothing is typed twice, and the guard stands at the choice."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, Route, expect

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Contact
from contacts.writes.people import index_contacts
from meetings.models import Invitation, Meeting
from meetings.rules.asking import TOO_EARLY, Answer
from meetings.rules.meeting import Status
from tests import factories
from tests.browser.conftest import DESK, PHONE, Console, OpenPage

ASK = "When does a plant hire its first manager?"


@pytest.fixture
def today() -> date:
    return timezone.now().date()


@pytest.fixture
def tove(campaign: Campaign) -> Contact:
    contact = factories.make_contact(campaign, "Tove Marrick", company="Quayside Roasters", knows_about="first hires")
    index_contacts([contact])
    return contact


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_from_the_invitation_to_the_cup(
    open_page: OpenPage, console: Console, alice: User, tove: Contact, today: date, width: int
) -> None:
    console.expect("status of 422")
    page = open_page(alice, width=width)
    page.goto(reverse("invite", args=[tove.pk]))
    expect(page.get_by_text("Can Tove answer this? Tove knows about first hires.")).to_be_visible()

    page.get_by_label("Kind of ask").select_option("referral")
    expect(page.get_by_text(TOO_EARLY)).to_be_visible()
    page.get_by_role("button", name="Ask anyway").click()
    expect(page.get_by_text(TOO_EARLY)).to_have_count(0)
    page.get_by_role("radio", name="Somebody I should talk to").check()
    expect(page.locator("input[name=asked]")).to_have_value("referral")
    page.get_by_label("Kind of ask").select_option("view")
    page.get_by_role("radio", name="Their view of the position").check()
    page.wait_for_load_state("networkidle")
    held: list[Route] = []
    page.route("**/invite/", lambda route: held.append(route))
    page.get_by_label("The ask", exact=True).fill(ASK)
    page.get_by_label("What you write").fill("Dear Tove, 20 minutes?")
    for _ in range(500):  # ten milliseconds each
        if held:
            break
        page.wait_for_timeout(10)
    with page.expect_response("**/invite/"):  # the message that follows from the ask comes too late
        held.pop().continue_()
    page.unroute("**/invite/")
    page.get_by_role("button", name="Sent").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tove Marrick")

    page.goto(reverse("invitation_edit", args=[Invitation.objects.get().pk]))
    expect(page.get_by_label("What you write")).to_have_value("Dear Tove, 20 minutes?")
    page.get_by_role("button", name="Yes").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Plan a meeting")
    expect(page.get_by_label("The ask", exact=True)).to_have_value(ASK)
    expect(page.get_by_role("radio", name="Their view of the position")).to_be_checked()
    page.get_by_label("Day").fill(today.isoformat())
    page.get_by_role("button", name="Save the plan").click()
    expect(page.get_by_text("First cup")).to_be_visible()

    page.get_by_role("link", name="How did it go?").click()
    expect(page.get_by_text(ASK)).to_be_visible()
    page.get_by_text("Partly").click()
    page.get_by_label("What do you share?").fill("Cold rooms")
    page.get_by_label("Line 1", exact=True).fill("Start with the planners")
    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Cup 1: Tove Marrick")
    expect(page.get_by_text("Tove moved")).to_be_visible()
    assert Meeting.objects.get().ask_result == "partly"
    assert Invitation.objects.get().answer == Answer.YES


def test_the_guards_better_ask_is_taken_in_place(page: Page, console: Console, tove: Contact) -> None:
    console.expect("status of 422")
    page.goto(reverse("invite", args=[tove.pk]))
    page.get_by_label("What you write").fill("Dear Tove")
    page.get_by_role("radio", name="Somebody I should talk to").check()

    page.get_by_role("button", name="Ask: Whose view of this do you trust?").click()

    expect(page.get_by_label("The ask", exact=True)).to_have_value("Whose view of this do you trust?")
    expect(page.get_by_label("The ask", exact=True)).to_be_focused()
    expect(page.get_by_text(TOO_EARLY)).to_have_count(0)
    expect(page.get_by_label("What you write")).to_have_value("Dear Tove")
    page.get_by_role("button", name="Sent").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tove Marrick")


@pytest.mark.parametrize(
    ("address", "label"),
    [
        ("/meetings/log/", "Who did you talk with?"),
        ("/meetings/new/", "With whom?"),
        ("/touches/new/", "Who?"),
    ],
)
def test_names_are_suggested_while_typing(page: Page, tove: Contact, address: str, label: str) -> None:
    page.goto(address)
    field = page.get_by_label(label)
    if address != "/meetings/new/":
        expect(field).to_be_focused()
    field.press_sequentially("tov")

    page.get_by_role("option", name="Tove Marrick").click()

    expect(page.locator("#id_person_id")).to_have_value(str(tove.pk))


def test_later_then_a_talk(page: Page, tove: Contact, today: date) -> None:
    factories.make_invitation(tove, sent_on=today)
    page.goto(reverse("invite", args=[tove.pk]))
    page.get_by_role("button", name="Later").click()
    expect(page.get_by_text("You will be told to ask Tove again")).to_be_visible()

    page.goto(f"/meetings/log/?contact={tove.pk}")
    expect(page.get_by_text("Ask Tove again")).to_be_visible()
    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Cup 1: Tove Marrick")
    assert not tove.follow_ups.filter(text="Ask Tove again", status="open").exists()


def test_a_no_show_says_that_the_phase_moves_back(page: Page, tove: Contact, today: date) -> None:
    factories.make_common_ground(tove)
    meeting = factories.make_meeting(tove, status=Status.PLANNED, day=today - timedelta(days=1))
    page.goto(reverse("meeting_did_not_happen", args=[meeting.pk]))

    page.get_by_role("button", name="Nobody came").click()

    expect(page.get_by_text("Tove is back in Initiate. Missing now: a one-on-one agreed.")).to_be_visible()
