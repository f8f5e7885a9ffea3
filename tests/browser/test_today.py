"""The daily review in a browser: done in place with the keys, undone, put off; nothing for axe, wide and narrow."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from campaigns.models import Campaign
from meetings.rules.meeting import Status
from outcomes.models import FollowUp, FollowUpStatus
from outcomes.rules.due import FollowUpKind
from tests import factories
from tests.browser.conftest import DESK, PHONE, OpenPage

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def promises(campaign: Campaign, alice: User) -> list[FollowUp]:
    today = alice.today()
    people = [factories.make_contact(campaign, name) for name in ("Priya Castellane", "Noor Halvane", "Ewan Brooks")]
    factories.make_meeting(people[0], day=today - timedelta(days=3))
    factories.make_meeting(people[1], status=Status.PLANNED, day=today)
    factories.make_invitation(factories.make_contact(campaign), sent_on=today - timedelta(days=10))
    for _ in range(3):
        factories.make_contact(campaign, joined_on=None, known_from_before=today)
    return [
        factories.make_follow_up(
            person, f"Send {person.given_name} the list", kind=FollowUpKind.PROMISE, due_on=today - timedelta(days=1)
        )
        for person in people
    ]


def status(follow_up: FollowUp) -> str:
    follow_up.refresh_from_db()
    return follow_up.status


def test_a_row_is_done_in_place_by_a_key_and_undone(open_page: OpenPage, alice: User, promises: list[FollowUp]) -> None:
    page = open_page(alice)
    page.goto("/")
    count = int(page.locator("#badge").inner_text().split()[0])

    expect(page.locator("#for-today")).to_contain_text(f"{count} for today: ")
    page.get_by_role("button", name="Done: Send Priya the list").focus()
    page.keyboard.press("d")

    expect(page.locator(".row-item.is-done")).to_contain_text("Done just now")
    expect(page.locator("#badge")).to_contain_text(str(count - 1))
    expect(page.locator("#for-today")).to_have_text(f"{count - 1} for today.")
    expect(page.get_by_role("button", name="Done: Send Ewan the list")).to_be_focused()
    assert status(promises[0]) == FollowUpStatus.DONE
    page.keyboard.press("d")
    expect(page.locator("#badge")).to_contain_text(str(count - 2))
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".row-item.is-done")).to_have_count(0)
    assert status(promises[2]) == FollowUpStatus.OPEN


def test_what_is_owed_to_whom_one_meets_has_its_own_tick(
    open_page: OpenPage, alice: User, promises: list[FollowUp]
) -> None:
    page = open_page(alice)
    page.goto("/")
    meeting = page.locator(".row-item", has_text="Noor Halvane")
    count = page.locator("#badge").inner_text().split()[0]

    meeting.get_by_role("button", name="Done: Send Noor the list").click()

    expect(meeting.locator(".owed")).to_have_count(0)
    expect(page.locator("#badge")).to_contain_text(count)
    assert status(promises[1]) == FollowUpStatus.DONE


@pytest.mark.parametrize("scripts", [True, False])
def test_a_row_is_put_off_and_another_dropped(
    open_page: OpenPage, alice: User, promises: list[FollowUp], scripts: bool
) -> None:
    page = open_page(alice, scripts=scripts)
    page.goto("/")

    act(page, "Priya", 0)
    expect(page.get_by_text("Put off to").last).to_be_visible()
    act(page, "Ewan", -1)
    expect(page.get_by_text("Dropped").last).to_be_visible()

    assert status(promises[2]) == FollowUpStatus.DROPPED
    promises[0].refresh_from_db()
    assert promises[0].due_on > alice.today()


def act(page: Page, name: str, place: int) -> None:
    row = page.locator(".row-item", has_text=f"Send {name} the list")
    row.locator("summary").click()
    row.locator("button.dropdown-item").nth(place).click()


def test_somebody_not_now_goes_from_the_list(open_page: OpenPage, alice: User, promises: list[FollowUp]) -> None:
    page = open_page(alice)
    page.goto("/")
    panel = page.locator(".stack .row-item")
    before = panel.count()

    panel.first.get_by_role("button", name="Not now").click()

    expect(panel).to_have_count(before - 1)
    expect(page.locator("#toasts")).to_contain_text("is not proposed before")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [DESK, PHONE])
def test_nothing_for_axe(
    open_page: OpenPage, alice: User, promises: list[FollowUp], axe: Callable[[Page], None], width: int, dark: bool
) -> None:
    page = open_page(alice, width=width, dark=dark)
    for address in ("/", "/follow-ups/", "/follow-ups/?show=waiting", f"/follow-ups/{promises[0].pk}/edit/"):
        page.goto(address)
        axe(page)
