"""What the story of `test_one_story` goes on to: two findings that disagree, and two events."""

from datetime import date
from typing import Final

from playwright.sync_api import expect

from contacts.models import Contact
from meetings.models import Invitation
from research.models import Question
from tests.browser.conftest import DESK, HEIGHTS, PHONE
from tests.browser.story import Story

TWELVE: Final = (
    ("Tove Marrick", "Quayside Roasters", "Meet again"), ("Keir Solway", "Larkfield Search", "Not interested"),
    ("Anouk Devereld", "", "Meet again"), ("Bas Winterbourn", "Pellworm Drinks", ""), ("Ines Calloway", "", ""),
    ("Oskar Lindqvist", "Harrow Foods", ""), ("Mina Castellan", "", ""), ("Joris Vane", "Aldermoor Cold", ""),
    ("Petra Holloway", "", ""), ("Sunniva Rake", "Dunmore", ""), ("Ravi Chandran", "", ""), ("Lotte Brisk", "", ""),
)  # fmt: skip
FIVE: Final = ("Elif Aydin", "Marek Dvorak", "Yuki Tanabe", "Carys Bowen", "Diego Fuentes")


def answers_from_what_disagrees(story: Story, question: str) -> None:
    page, found = story.page, Question.objects.get()
    page.goto(found.get_absolute_url())
    for words in ("The owner decides", "The board decides", "Disagrees"):
        expect(page.locator("main")).to_contain_text(words)
    story.looks_right()
    story.presses("Answer it", "link")
    story.fills("What do you make of it?", "The owner, where the family still owns it.")
    story.chooses("My position changed")
    page.get_by_label("The owner decides").check()
    story.presses("^Save$")
    expect(page.get_by_role("link", name="Change the position you seek")).to_be_visible()
    assert [(one.text, one.stance, one.is_cited) for one in found.findings.order_by("pk")] == [
        ("The owner decides", "agrees", True), ("The board decides", "disagrees", False),
    ]  # fmt: skip
    assert Question.objects.exclude(answered_on=None).get().text == question


def meets_twelve_who_look_for_work(story: Story) -> None:
    """On Monday; each of the two who agreed is to be asked by Wednesday, and nobody else of the twelve."""
    page = story.page
    story.on(date(2026, 11, 9))
    story.reads_today()
    story.plans_event("Job forum", kind="For people who look for work", ask="Who knows a plant that grows?")
    story.on(date(2026, 11, 9), 20)
    page.reload()
    for number, (name, company, answer) in enumerate(TWELVE, start=1):
        if not page.get_by_label(f"Name, person {number}", exact=True).is_visible():
            story.presses("More lines")
            expect(page.get_by_label(f"Name, person {number}", exact=True)).to_be_visible()
        story.fills(f"Name, person {number}", name)
        story.fills(f"Company, person {number}", company)
        if answer:
            page.get_by_role("group", name=f"Meet again? Person {number}").get_by_text(answer, exact=True).click()
    story.presses("^Save$")
    expect(page.get_by_text("12 met. 2 agreed to meet again.")).to_be_visible()
    story.looks_right()
    joined = Contact.objects.in_network().filter(name__in=[name for name, *_ in TWELVE])
    assert set(joined.values_list("name", flat=True)) == {"Tove Marrick", "Anouk Devereld"}


def meets_five_on_a_phone(story: Story) -> None:
    page = story.page
    story.on(date(2026, 11, 10))
    story.reads_today()
    page.set_viewport_size({"width": PHONE, "height": HEIGHTS[PHONE]})
    story.plans_event("Rowing club", kind="Not about finding work")
    for number, name in enumerate(FIVE, start=1):
        story.fills(f"Name, person {number}", name)
        story.fills(f"What you share, person {number}", "Both row")
        if number <= 2:
            page.get_by_role("group", name=f"Meet again? Person {number}").get_by_text("Meet again", exact=True).click()
    story.presses("^Save$")
    expect(page.get_by_text("5 met. 2 agreed to meet again.")).to_be_visible()
    story.looks_right()
    page.set_viewport_size({"width": DESK, "height": HEIGHTS[DESK]})


def writes_to_who_agreed(story: Story) -> None:
    """Within two working days of each event, with the message ready; Ilse hears what she answered."""
    asks = {name: f"Ask {name} for 20 minutes, as agreed at the job forum" for name in ("Tove", "Anouk")}
    story.on(date(2026, 11, 11))
    story.reads_today(
        "Thanks and news: Tell Ilse what became of the information: The owner decides",
        f"Follow-ups: {asks['Tove']}",
        f"Follow-ups: {asks['Anouk']}",
    )
    story.writes("Tell Ilse", "answered a question")
    for words in asks.values():
        story.writes(words, "job forum")
    assert set(Invitation.objects.waiting().values_list("contact__given_name", flat=True)) == set(asks)
    story.on(date(2026, 11, 12))
    club = "for 20 minutes, as agreed at Rowing club"
    story.reads_today(f"Follow-ups: Ask Elif {club}", f"Follow-ups: Ask Marek {club}")
