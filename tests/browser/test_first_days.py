"""From the first evening to the third coffee, as two people walk it: sixty contacts and no fixed position, and 1,400
connections of LinkedIn's. No page leads nowhere, asks twice, scrolls sideways or fails axe, at 390 and at 1440 px.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final

import pytest
import time_machine
from playwright.sync_api import Page, expect

from campaigns.rules.business_days import is_business_day
from contacts.models import Contact
from meetings.models import Invitation, Meeting
from meetings.rules.meeting import Status
from tests.browser.conftest import DESK, HEIGHTS, PHONE, OpenPage
from tests.browser.test_journey import make_the_first_account
from tests.factories import at
from tests.transfer.files import linkedin

pytestmark = pytest.mark.django_db(transaction=True)

A_DAY: Final = timedelta(days=1)
MONDAY: Final = date(2026, 12, 7)
LAST: Final = MONDAY + timedelta(weeks=3)
FRIENDS: Final = ("Anna Bell", "Tom Ode", "Cleo Fry")
ANNA: Final = "Anna,Bell,https://www.linkedin.com/in/anna-bell,,Tidewater,Planner,05 Jul 2023"


def connections(number: int) -> dict[str, Any]:
    """So many people, Anna among them, as LinkedIn writes them."""
    others = (
        f"Given{one % 40},Family{one},https://www.linkedin.com/in/person-{one},,Firm {one % 90},Planner,05 Jul 2023"
        for one in range(1, number)
    )
    return {"name": "Connections.csv", "mimeType": "text/csv", "buffer": linkedin(ANNA, *others)}


TOP: Final = "one => one.getBoundingClientRect().top"
ASKED_ONCE: Final = ("Invitations a week", "How many one-on-ones have you had before", "If nothing comes by")
"""Once each was answered it is not asked again, wherever the walk leads."""


class Walk:
    """One person before their screen; every kind of page that they come to is looked at once, at a desk and a phone."""

    def __init__(self, page: Page, axe: Callable[[Page], None], width: int) -> None:
        self.page, self.axe, self.width = page, axe, width
        self.seen: set[str] = set()
        self.answered: set[str] = set()
        self.asked_on: dict[str, date] = {}

    def look(self) -> None:
        main = self.page.locator("main")
        text, ways = main.inner_text(), main.locator(".btn:visible, .way:visible")
        assert ways.count(), f"{self.page.url} leads nowhere"
        assert not [words for words in self.answered if words in text], f"{self.page.url} asks again"
        kind = re.sub(r"\d+|\?.*", "", self.page.url.split("/", 3)[3]) + main.locator("h1").first.inner_text()[:8]
        if kind in self.seen:
            return
        self.seen.add(kind)
        for width in (DESK + PHONE - self.width, self.width):  # the acts go on at the width that this one walks at
            self.page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
            assert ways.count(), f"{self.page.url} leads nowhere at {width}"
            self.axe(self.page)

    def goes(self, address: str) -> None:
        self.page.goto(address)
        self.look()

    def presses(self, name: str | re.Pattern[str], role: str = "button") -> None:
        self.page.locator("main").get_by_role(role, name=name).first.click()  # type: ignore[arg-type]
        self.page.wait_for_load_state()
        self.look()

    def begins(self, position: str) -> None:
        """Three pages to the message, and it is on the clipboard."""
        page = self.page
        make_the_first_account(page)
        self.look()
        if position:
            page.get_by_label("Position").fill(position)
            page.get_by_label("How do you say where you stand?").select_option(index=1)
            self.presses("Continue")
            self.answered.add(ASKED_ONCE[0])
        else:
            self.presses("Not today")
        for label, name in zip(("A name", "A second name", "A third name"), FRIENDS, strict=True):
            page.get_by_label(label, exact=True).fill(name)
        self.presses("Write to the first")
        expect(page.get_by_label("What you write")).to_have_value(re.compile("^Hi Anna,"))
        copy, sent = (
            page.get_by_role("button", name=name) for name in ("Copy paste it anywhere", re.compile("^Sent$"))
        )
        assert copy.evaluate(TOP) < sent.evaluate(TOP), "Sent stands before the message"
        copy.click()
        expect(page.get_by_text("Copied.").first).to_be_visible()

    def sends(self, name: str, today: date) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(f"Invite {name}")
        self.page.get_by_label("The ask").fill(f"What would {name} ask first?")
        self.presses("Sent")
        self.asked_on[name] = today
        if ASKED_ONCE[2] not in self.answered:
            self.page.get_by_label("ring", exact=True).check()
            self.presses("That is my plan")
            self.answered.add(ASKED_ONCE[2])

    def imports(self, number: int) -> None:
        page = self.page
        self.goes("/import/")
        page.locator("input[type=file]").set_input_files(connections(number))  # type: ignore[arg-type]
        page.locator("main form").get_by_role("button").last.click()
        same = page.get_by_label(re.compile("^The same as Anna Bell"))
        if same.count():
            same.first.check()
        page.get_by_role("button", name=re.compile(r"^Import [\d,]+ people")).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("new people in your address book", timeout=60_000)
        self.look()

    def chooses_two(self) -> None:
        self.presses("Choose ten", "link")
        self.presses("Where have you worked and studied?", "link")
        self.page.get_by_label("Where have you worked?").fill("Firm 7")
        self.page.get_by_label("How many one-on-ones").fill("2")
        self.presses("Save")
        self.answered.add(ASKED_ONCE[1])
        for done in (1, 2):
            self.presses(re.compile("^We talk"))
            expect(self.page.get_by_text(f"This sitting: {done} we talk")).to_be_visible()

    def remembers(self, name: str) -> None:
        """Who stands in the file is suggested while their name is typed, and is nobody new."""
        self.goes("/people/choose/")
        line = self.page.locator("main").get_by_label(re.compile("line 1$")).first
        line.press_sequentially(name)
        self.page.get_by_role("option", name=name).first.click()
        expect(line).to_have_value(re.compile(name))
        self.presses("Save these names")
        assert Contact.objects.in_network().filter(name__contains=name).count() == 1

    def spends(self, today: date) -> None:
        """A working day: what took place is noted, a yes is planned, and whoever Today proposes is asked."""
        page, yesterday = self.page, [name for name, day in self.asked_on.items() if day < today <= day + 3 * A_DAY]
        self.goes("/")
        for name in self.asked_on:
            for words in (f"Ask {name}", f"Ask {name.split()[0]}"):
                assert not page.get_by_role("link", name=words, exact=True).count(), f"{today}: {words}"
        while page.locator("main").get_by_role("link", name=re.compile("^Log it")).count():
            self.presses(re.compile("^Log it"), "link")
            expect(page.get_by_text("What would").first).to_be_visible()  # carried from the invitation
            page.get_by_label("What do you want to remember?").fill("Begin with the night shift")
            page.get_by_role("button", name="Save", exact=True).click()
            page.wait_for_url("**/logged/**")
            self.look()
            self.goes("/")
        for name in yesterday:
            self.plans(name, today + A_DAY)
        self.goes("/")
        if (who := page.locator("main").get_by_role("link", name=re.compile("^Ask "))).count():
            who.first.click()
            self.look()
            self.sends(page.locator("h1").inner_text().removeprefix("Invite ").strip(), today)

    def plans(self, name: str, day: date) -> None:
        self.goes("/follow-ups/?show=waiting")
        if not (answer := self.page.get_by_role("button", name=f"Yes: {name}")).count():
            return
        answer.first.click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Plan a meeting")
        self.look()
        expect(self.page.get_by_label("The ask")).to_have_value(f"What would {name} ask first?")
        self.page.get_by_label("Day").first.fill(day.isoformat())
        self.presses("Save the plan")


@pytest.mark.parametrize(
    ("number", "width", "position"), [(60, PHONE, ""), (1400, DESK, "Operations lead in food production")]
)
def test_from_the_first_evening_to_the_third_coffee(
    open_page: OpenPage, axe: Callable[[Page], None], number: int, width: int, position: str
) -> None:
    walk = Walk(open_page(width=width), axe, width)
    with time_machine.travel(at(MONDAY, 18)):
        walk.begins(position)
        walk.sends(FRIENDS[0], MONDAY)
    with time_machine.travel(at(MONDAY + A_DAY, 8)):
        walk.imports(number)
        walk.chooses_two()
        walk.remembers("Family7")
    for day in filter(is_business_day, (MONDAY + one * A_DAY for one in range(1, (LAST - MONDAY).days))):
        with time_machine.travel(at(day, 9)):
            walk.spends(day)
            if Meeting.objects.filter(status=Status.HELD).values("contact").distinct().count() >= 3:
                break

    assert day <= MONDAY + timedelta(weeks=2)
    assert Invitation.objects.values("contact").distinct().count() == Invitation.objects.count() >= 3
