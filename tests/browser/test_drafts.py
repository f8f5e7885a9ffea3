"""Law 8 in a real browser: a closed tab, an ended session, a second press and a second tab lose and double nothing."""

from datetime import timedelta

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from accounts.models import User
from campaigns.models import Campaign, Draft
from meetings.models import Meeting, Touch
from meetings.rules.meeting import Status
from tests import factories
from tests.browser.conftest import Console

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "Started in the night shift"


@pytest.fixture
def meeting(campaign: Campaign, alice: User) -> Meeting:
    person = factories.make_contact(campaign, "Desmond Achterby")
    return factories.make_meeting(person, status=Status.PLANNED, day=alice.today() - timedelta(days=1))


def remember(page: Page, words: str) -> None:
    page.get_by_label("What do you want to remember?").fill(words)


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()


def test_a_tab_closed_in_the_middle_of_a_debrief_is_gone_on_with(page: Page, meeting: Meeting) -> None:
    page.goto(f"/meetings/{meeting.pk}/log/")
    remember(page, WORDS)
    page.get_by_label("Line 1", exact=True).fill("Talk to the shift leads first")
    tab = page.context.new_page()
    page.close()  # before the three seconds of the autosave are over: the words go with the page
    for _ in range(50):
        if Draft.objects.exists():
            break
        tab.wait_for_timeout(100)

    page = tab
    page.goto(f"/meetings/{meeting.pk}/log/")

    expect(page.get_by_role("button", name="Start over")).to_be_visible()
    expect(page.get_by_label("What do you want to remember?")).to_have_value(WORDS)
    expect(page.get_by_label("Line 1", exact=True)).to_have_value("Talk to the shift leads first")
    save(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Cup 1")
    page.goto(f"/meetings/{meeting.pk}/log/")
    expect(page.get_by_role("button", name="Start over")).to_have_count(0)


def test_a_session_that_ended_while_typing_leads_back_with_the_words(page: Page, alice: User) -> None:
    alice.set_password("correct horse battery")
    alice.save()
    page.context.clear_cookies()
    page.goto("/account/sign-in/")
    sign_in(page)
    page.goto("/touches/new/")
    page.get_by_label("Who?").fill("Priya Castellane")
    page.get_by_label("What was it about?").fill(WORDS)
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)

    save(page)
    sign_in(page)

    expect(page.get_by_label("What was it about?")).to_have_value(WORDS)
    expect(page.get_by_label("Who?")).to_have_value("Priya Castellane")
    save(page)
    page.wait_for_url("**/people/*/")
    assert Touch.objects.get().text == WORDS


def sign_in(page: Page) -> None:
    page.get_by_label("E-mail").fill("alice@example.com")
    page.get_by_label("Password", exact=True).fill("correct horse battery")
    page.get_by_role("button", name="Sign in", exact=True).click()


def test_two_presses_are_one_touch(page: Page, campaign: Campaign) -> None:
    page.goto("/touches/new/")
    page.get_by_label("Who?").fill("Priya Castellane")

    page.get_by_role("button", name="Save", exact=True).dblclick()

    page.wait_for_url("**/people/*/")
    expect(page.get_by_role("heading", name="Priya Castellane", level=1)).to_be_visible()
    assert Touch.objects.count() == 1


def test_two_tabs_on_one_meeting_show_both_texts(page: Page, meeting: Meeting, console: Console) -> None:
    console.expect("409")
    other = page.context.new_page()
    for tab, words in ((page, "Words of one tab"), (other, "Words of the other")):
        tab.goto(f"/meetings/{meeting.pk}/log/")
        remember(tab, words)

    save(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Cup 1")
    save(other)

    expect(other.get_by_role("alert")).to_contain_text("Words of one tab")
    expect(other.get_by_label("What do you want to remember?")).to_have_value("Words of the other")
    meeting.refresh_from_db()
    assert meeting.remember == "Words of one tab"
