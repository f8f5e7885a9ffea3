"""After an event, on a phone: everybody who was met, by keyboard alone."""

from collections.abc import Callable
from datetime import timedelta

from playwright.sync_api import Page, expect

from accounts.models import User
from campaigns.models import Campaign
from tests import event_factories
from tests.browser.conftest import PHONE, OpenPage

MOST_KEYS = 8
FIVE = (
    ("Tove Marrick", "Quayside Roasters", "Cold rooms", "Meet again", ""),
    ("Keir Solway", "Larkfield Search", "", "", "Looked past me"),
    ("Anouk Devereld", "", "Both rowed", "Meet again", "Runs nights"),
    ("Bas Winterbourn", "", "", "Not interested", ""),
    ("Ines Calloway", "Pellworm Drinks", "Hops", "", ""),
)


class Keys:
    """Presses keys, and counts those that are no words."""

    def __init__(self, page: Page) -> None:
        self.page, self.pressed = page, 0

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.pressed += 1

    def write(self, words: str) -> None:
        self.page.keyboard.type(words)
        self.press("Tab")


def test_five_people_after_an_event_by_keyboard(
    alice: User, campaign: Campaign, open_page: OpenPage, axe: Callable[[Page], None]
) -> None:
    event = event_factories.make_event(campaign, "Trade fair", day=alice.today() - timedelta(days=1))
    page = open_page(alice, width=PHONE)
    page.goto(event.get_absolute_url())

    for number, (name, company, shared, answer, note) in enumerate(FIVE, start=1):
        keys = Keys(page)
        expect(page.get_by_label(f"Name, person {number}", exact=True)).to_be_focused()
        for words in (name, company, shared):
            keys.write(words)
        if answer:
            keys.press("Space" if answer == "Meet again" else "ArrowRight")
            expect(page.get_by_role("group", name=f"Meet again? Person {number}").get_by_label(answer)).to_be_checked()
        keys.press("Tab")
        keys.write(note)
        assert keys.pressed <= MOST_KEYS, name
        box = page.locator(".enc").nth(number - 1).bounding_box()
        assert box
        assert box["height"] < 844 - 160, "a person fills more than one screen of a phone"
    axe(page)
    page.keyboard.press("Enter")

    expect(page.get_by_text("5 met. 2 agreed to meet again.")).to_be_visible()
    axe(page)
    assert set(campaign.contacts.in_network().values_list("name", flat=True)) == {"Tove Marrick", "Anouk Devereld"}
