"""The user of a story at one screen, on one day after the other."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any, Literal
from zoneinfo import ZoneInfo

import time_machine
from playwright.sync_api import Page, expect

from accounts.models import User
from contacts.models import Contact


def labelled(text: str) -> re.Pattern[str]:
    """The whole label, with the star of what is asked for or without."""
    return re.compile(rf"^\s*{re.escape(text)}\s*\*?\s*$")


class Story:
    """The user at one screen, on one day after the other, in one zone."""

    def __init__(self, page: Page, user: User, zone: str, axe: Callable[[Page], None]) -> None:
        self.page, self.user, self.zone, self.axe = page, user, ZoneInfo(zone), axe
        self.clock: Any = None

    def on(self, day: date, hour: int = 8) -> None:
        """It is this hour of this day where the user is."""
        moment = datetime.combine(day, time(hour), tzinfo=self.zone)
        if self.clock:
            self.clock.stop()
        self.clock = time_machine.travel(moment, tick=False)
        self.clock.start()

    def reads_today(self, *rows: str) -> None:
        """Each row of the list, by its heading and its words; none besides."""
        self.page.goto("/")
        shown = []
        for group in self.page.locator("#list .day-group").all():
            heading = re.sub(r"\s*\d+$", "", group.locator("h3").inner_text().strip())
            shown += [f"{heading}: {line.strip()}" for line in group.locator(".line").all_inner_texts()]
        assert shown == list(rows), shown

    def looks_right(self) -> None:
        """Once is enough: a page looks alike in every zone."""
        if self.user.time_zone == "Europe/Berlin":
            self.axe(self.page)

    def fills(self, label: str, text: str) -> None:
        self.page.get_by_label(labelled(label)).first.fill(text)

    def presses(self, name: str, role: Literal["button", "link"] = "button") -> None:
        expect(self.page.locator(".htmx-request")).to_have_count(0)  # names are suggested while they are typed
        self.page.locator("main").get_by_role(role, name=re.compile(name)).first.click()
        self.page.wait_for_load_state()

    def chooses(self, *labels: str) -> None:
        for label in labels:
            self.page.get_by_label(labelled(label)).first.check()

    def writes(self, row: str, words: str) -> None:
        """The row of today that begins so leads to its message, in which these words stand; it is sent."""
        self.page.goto("/")
        self.page.locator("#list").get_by_role("link", name=re.compile(f"^Write: {row}")).click()
        expect(self.page.get_by_label("What you write")).to_have_value(re.compile(words))
        self.presses("^Sent$")

    def answers(self, question: str, said: str, stance: str = "Agrees") -> None:
        """In the debrief."""
        self.page.locator("#questions > summary").click()
        self.fills(question, said)
        self.page.get_by_label(f"What it says to the others: {question}").select_option(stance)

    def plans(self, contact: Contact, day: date, *, hour: str, question: str) -> None:
        self.page.goto(f"/meetings/new/?contact={contact.pk}")
        self.page.get_by_label("Day").fill(day.isoformat())
        self.page.get_by_label("Time").first.fill(hour)
        self.page.get_by_label("Their view of my path").check()
        self.fills("The ask", "How they plan their weeks")
        self.page.get_by_label(question).check()
        self.presses("Save the plan")

    def plans_event(self, name: str, *, kind: str, ask: str = "") -> None:
        """For today."""
        self.page.goto("/events/new/?met")
        self.fills("What is it called?", name)
        self.page.locator("main").get_by_text(kind, exact=True).click()
        if ask:
            self.fills("The one specific thing that you ask for", ask)
        self.presses("^Save")
