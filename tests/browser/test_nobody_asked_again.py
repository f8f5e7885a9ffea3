"""R10, R17, R19, R21 as a browser shows them, from a Monday in December over the days off into January.

What happens on that Monday is clicked: a no, a reminder, a later, a not now, an introduction promised, a yes without a
day, a meeting cancelled, a no-show. Then every screen is read on that day and on those that follow.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import pytest
import time_machine
from playwright.sync_api import Page, expect

from accounts.models import User
from campaigns.models import Campaign
from campaigns.rules.business_days import add_business_days
from contacts.models import Contact
from contacts.rules.knowing import KnownAs
from contacts.writes.people import index_contacts
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from outcomes.rules.due import FollowUpKind
from tests import factories
from tests.browser.conftest import OpenPage
from tests.browser.screen_words import Row, Seen, look_around
from tests.factories import at

pytestmark = pytest.mark.django_db(transaction=True)

MONDAY: Final = date(2026, 12, 7)
FRIDAY, LAST_WEEK = MONDAY - timedelta(days=3), MONDAY - timedelta(days=7)
IN_FIVE, IN_TEN = add_business_days(MONDAY, 5), add_business_days(MONDAY, 10)
WORKING: Final = (MONDAY, MONDAY + timedelta(days=1), IN_FIVE, IN_TEN)
OFF: Final = (date(2026, 12, 24), date(2027, 1, 2))
AFTERWARDS: Final = date(2027, 1, 4)
"""Four weeks after the Monday, too: Not now is over."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """How the next step begins: on each working day, on the days off, and afterwards."""

    working: tuple[str, ...]
    off: str = "Your days off last until"
    afterwards: str = ""

    def on(self, day: date) -> str:
        if day in OFF:
            return self.off
        return self.working[min(WORKING.index(day), len(self.working) - 1)] if day in WORKING else self.afterwards


def always(words: str, off: str = Case.off, afterwards: str = "") -> Case:
    return Case(working=(words,), off=off, afterwards=afterwards or words)


LEFT: Final = "You left Silas for now"
TURN: Final = "It is their turn. You"
GO: Final = "How did it go"
CASES: Final = {
    "Nora Quill": always("Nora said no"),
    "Silas Quill": Case(working=(TURN, TURN, "Leave Silas for now?", LEFT), off=LEFT, afterwards=LEFT),
    "Ines Quill": always("One short reminder to Ines", off=TURN),
    "Lena Quill": always("Ask Lena again", off="Ask Lena again"),
    "Milo Quill": always("Not now. Free again", afterwards="Ask Milo for 20 minutes"),
    "Petra Quill": always("Desmond wants to introduce you"),
    "Yara Quill": always("Yara said yes. Agree on a day.", off="Yara said yes. Your days off"),
    "Cato Quill": always("Cato said yes. Agree on another day.", off="Cato said yes. Your days off"),
    "Nils Quill": always("Nils said yes. Agree on another day.", off="Nils said yes. Your days off"),
    "Otto Quill": Case(working=("Meet Otto today at 15:00", GO), off=GO, afterwards=GO),
    "Desmond Quill": always("Thank Desmond", off="Thank Desmond"),
}


@pytest.fixture
def page(open_page: OpenPage, alice: User) -> Page:
    """At noon of the Monday; all are known from before, so there would be a reason to ask each of them."""
    campaign = factories.make_campaign(owner=alice, started_on=date(2026, 9, 1))
    with time_machine.travel(at(MONDAY, 12)):
        names = [name for name in CASES if not name.startswith("Petra")]
        people = {name.split()[0]: known(campaign, name) for name in names}
        index_contacts(list(people.values()))
        for called in ("Nora", "Lena", "Yara"):
            factories.make_invitation(people[called], sent_on=FRIDAY)
        for called in ("Silas", "Ines"):
            factories.make_invitation(people[called], sent_on=LAST_WEEK)
        for called, hour in (("Desmond", 9), ("Nils", 10), ("Otto", 15), ("Cato", 17)):
            factories.make_invitation(people[called], sent_on=LAST_WEEK, answer=Answer.YES, answered_on=FRIDAY)
            factories.make_meeting(
                people[called], status=Status.PLANNED, day=MONDAY, starts_at=at(MONDAY, hour), planned_on=FRIDAY
            )
        factories.make_follow_up(people["Otto"], "Bring the summary", kind=FollowUpKind.PROMISE, due_on=MONDAY)
        return open_page(alice)


def known(campaign: Campaign, name: str) -> Contact:
    return factories.make_contact(campaign, name, joined_on=campaign.started_on, known_as=KnownAs.KNOWN)


def what_happens_on_monday(page: Page) -> None:
    page.goto("/campaign/")
    page.get_by_role("button", name="Take them off").click()
    page.goto("/follow-ups/?show=waiting")
    page.get_by_role("button", name="No: Nora").click()
    page.get_by_role("link", name="Lena Quill").first.click()
    page.get_by_label("Later, on").fill(IN_FIVE.isoformat())
    page.get_by_role("button", name="Later").click()
    page.goto("/")
    page.get_by_role("button", name="Reminded: Silas").click()
    page.goto("/people/")
    page.get_by_role("link", name="Milo Quill").first.click()
    page.get_by_role("button", name="Not now").click()
    page.goto("/follow-ups/?show=waiting")
    page.get_by_role("button", name="Yes: Yara").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Plan a meeting")
    for name, what in (("Cato Quill", "Cancelled"), ("Nils Quill", "Nobody came")):
        page.goto("/meetings/")
        page.get_by_role("link", name=name).first.click()
        page.get_by_label(f"More for the meeting with {name}").click()
        page.get_by_role("link", name="Moved or cancelled").or_(page.get_by_text("It did not happen")).first.click()
        page.get_by_role("button", name=what).click()
    page.goto("/")
    page.get_by_role("link", name="Log it: Desmond").click()
    page.get_by_label("Kind of line 1").select_option("referral")
    page.get_by_label("Name in line 1").fill("Petra Quill")
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/logged/*")


def leave_silas(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Leave for now: Silas").click()
    page.get_by_role("button", name="No answer after two tries").click()


def test_nobody_is_asked_a_third_time(page: Page) -> None:
    for day in (*WORKING, *OFF, AFTERWARDS):
        with time_machine.travel(at(day, 12)):
            if day == MONDAY:
                what_happens_on_monday(page)
            if day == IN_TEN:
                leave_silas(page)
            seen = look_around(page)
        assert list(wrong(seen, day)) == [], f"{day:%A %d %B}"
        due_again = {"Milo Quill"} if day == AFTERWARDS else set()
        assert seen.asked == (set() if day in OFF else {"Ines Quill", *due_again}), f"{day:%A %d %B}"


def wrong(seen: Seen, day: date) -> Iterator[object]:
    """What a screen says otherwise than the case, or than another screen; and who stands twice on Today."""
    steps = {name: said["list"] for name, said in seen.steps.items()}
    for name, case in CASES.items():
        left = case.on(day) == LEFT
        screens = {"list", "search", "page"} if left else {"list", "search", "page", "board"}
        if set(seen.steps[name]) != screens or set(seen.steps[name].values()) != {steps[name]}:
            yield name, seen.steps[name]
        if not steps[name].startswith(case.on(day)):
            yield name, steps[name], case.on(day)
    for row in seen.today:
        if not (is_the_meeting if row.is_a_meeting else is_the_step)(row, steps[row.name]):
            yield steps[row.name], row
    for row in seen.follow_ups:
        if not (is_the_step(row, steps[row.name]) or waits(row)):
            yield steps[row.name], row
    on_today = Counter(row.name for row in (*seen.today, *seen.beside))
    yield from (name for name, times in on_today.items() if times > 1)
    otto = [row for row in seen.today if row.name == "Otto Quill"]
    if not (otto and otto[0].is_a_meeting and any("Bring the summary" in line for line in otto[0].lines)):
        yield "owed to who is met", otto


def is_the_meeting(row: Row, step: str) -> bool:
    return row.heading.startswith(GO) if step.startswith(GO) else step.startswith("Meet ")


def is_the_step(row: Row, step: str) -> bool:
    """The next step itself, or what comes before this row."""
    return step in row.lines or f"First: {step}" in row.lines


def waits(row: Row) -> bool:
    return row.lines[0] == f"Invited {row.name}"
