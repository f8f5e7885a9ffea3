"""One story of Obtain and Use, walked from a name that was given to the thanks for it, over a change of the clocks.

A meeting comes of a referral; at it a story is told and advice and a name are given; the advice makes a new version of
the pitch, its giver is told, the name is taken up, met, and who gave it is told. Each morning's list is right
in every row.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Contact
from outcomes.models import FollowUp, ObtainedItem
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind, ReferralState, UsedAs
from tests import factories
from tests.browser.conftest import OpenPage
from tests.browser.story import Story
from tests.browser.story_chapters import (
    answers_from_what_disagrees,
    meets_five_on_a_phone,
    meets_twelve_who_look_for_work,
    writes_to_who_agreed,
)

pytestmark = pytest.mark.django_db(transaction=True)

OFFERED: Final = date(2026, 10, 22)
"""A Thursday before the clocks of Berlin go back, a week before those of Los Angeles, a month after Auckland's."""

WANTS_TO_KNOW: Final = "Who decides about a new plant?"


@pytest.fixture(params=["Europe/Berlin", "Pacific/Auckland", "America/Los_Angeles"])
def story(
    request: pytest.FixtureRequest, open_page: OpenPage, alice: User, axe: Callable[[Page], None]
) -> Iterator[Story]:
    alice.time_zone = request.param
    alice.save()
    found = Story(open_page(alice), alice, request.param, axe)
    found.on(OFFERED)
    yield found
    found.clock.stop()


def told_by_graham(user: User) -> tuple[Campaign, Contact]:
    """Graham, whom the user met, said: you may say my name to Ilse; and there is a story to tell."""
    began = {"started_on": date(2026, 9, 21), "last_seen_on": OFFERED}
    campaign = factories.make_campaign(owner=user, weekly_invitations=0, **began)
    graham, ilse = (factories.make_contact(campaign, name) for name in ("Graham Estevane", "Ilse Okonmar"))
    factories.make_common_ground(graham, found_on=date(2026, 10, 5))
    factories.make_meeting(graham, day=date(2026, 10, 20))
    given = {"kind": ItemKind.REFERRAL, "referred": ilse, "referral_state": ReferralState.OFFERED}
    factories.make_item(graham, "", day=date(2026, 10, 20), **given)
    factories.refreshed(ilse)
    skill = factories.make_skill(campaign)
    factories.make_story(
        campaign, skill=skill, wrong="Two sites voted", did="Sat in each shift", came_of_it="Both agreed",
        trigger="calm a late line",
    )  # fmt: skip
    return campaign, ilse


def test_one_story_from_a_name_to_the_thanks_for_it(story: Story) -> None:
    page = story.page
    campaign, ilse = told_by_graham(story.user)

    # Thursday: what the user wants to know, and the meeting that comes of the referral.
    page.goto("/research/new/")
    story.fills("What do you want to know?", WANTS_TO_KNOW)
    story.presses("^Save$")
    story.plans(ilse, date(2026, 10, 23), hour="10:30", question=WANTS_TO_KNOW)
    story.on(date(2026, 10, 23))
    story.reads_today("Meetings: 10:30 Ilse Okonmar")
    presses_open = page.locator("#list").get_by_role("link", name=re.compile("Open"))
    presses_open.first.click()
    expect(page.locator("main")).to_contain_text("The night-shift vote")
    story.looks_right()

    # Friday, after the coffee: a story was told, advice and a name were given.
    story.on(date(2026, 10, 23), 12)
    story.reads_today("How did it go?: Ilse Okonmar")
    story.presses("Log it", "link")
    story.fills("What do you share?", "Both started on nights")
    story.fills("Line 1", "Open with late deliveries")
    page.get_by_label("Kind of line 2").select_option("referral")
    story.fills("Line 2", "Plans the weeks")
    story.fills("Name in line 2", "Nadia Fennimore")
    page.get_by_text("Stories told").first.click()
    story.chooses("The night-shift vote")
    story.answers(WANTS_TO_KNOW, "The owner decides")
    story.presses("^Save$")
    nadia = Contact.objects.get(name="Nadia Fennimore")

    # Monday: thanks; the clocks of Berlin went back, no day moved. Who named Ilse hears of it on Tuesday.
    story.on(date(2026, 10, 26))
    story.reads_today("Thanks and news: Thank Ilse")
    page.locator("#list").get_by_role("button", name=re.compile("^Sent")).click()
    expect(page.locator("#toasts")).to_contain_text("Noted")
    story.on(date(2026, 10, 27))
    story.reads_today(
        "Thanks and news: Tell Graham that you met Ilse",
        "Put to use: Put Ilse’s advice to use: Open with late deliveries",
    )

    # Tuesday: the advice makes a new version, and Ilse is to be told.
    page.locator("#list").get_by_role("link", name=re.compile("^I have used it")).click()
    story.looks_right()
    page.get_by_label("I say it differently now").check()
    story.presses("^Save$")
    expect(page.locator("main")).to_contain_text("Open with late deliveries")
    page.get_by_label("Background", exact=False).first.fill("I open with late deliveries. I run plants.")
    story.presses("^Save$")
    advice = ObtainedItem.objects.get(text="Open with late deliveries")
    version = advice.pitch_version
    assert version
    assert (advice.used_as, version.text) == (UsedAs.PITCH, "I open with late deliveries. I run plants.")
    page.goto("/obtained/")
    story.looks_right()
    expect(page.locator("main")).to_contain_text("Tell Ilse")
    story.writes("Tell Graham", "Ilse")

    # Friday: Ilse hears what became of her advice. Nadia was only promised: she is not asked.
    story.on(date(2026, 10, 30))
    story.reads_today("Thanks and news: Tell Ilse what became of the advice: Open with late deliveries")
    story.writes("Tell Ilse", "late deliveries")
    page.goto(f"/people/{ilse.pk}/")
    page.get_by_role("button", name="They introduced us: Nadia Fennimore").click()

    # Monday: the introduction stands above other messages; Nadia is invited, met, and Ilse thanked for her.
    story.on(date(2026, 11, 2))
    story.reads_today("Introduced: Write to Nadia: Ilse has introduced you")
    story.writes("Write to Nadia", "Ilse Okonmar suggested that I write to you")
    assert (nadia.invitations.waiting().count(), nadia.touches.count()) == (1, 0)
    story.plans(nadia, date(2026, 11, 4), hour="09:00", question=WANTS_TO_KNOW)
    story.on(date(2026, 11, 4), 11)
    story.reads_today("How did it go?: Nadia Fennimore")
    story.presses("Log it", "link")
    story.answers(WANTS_TO_KNOW, "The board decides", "Disagrees")
    story.presses("^Save$")
    story.on(date(2026, 11, 5))
    story.reads_today("Thanks and news: Thank Nadia")
    page.locator("#list").get_by_role("button", name=re.compile("^Sent")).click()
    expect(page.locator("#toasts")).to_contain_text("Noted")
    story.on(date(2026, 11, 6))
    story.reads_today("Thanks and news: Tell Ilse that you met Nadia")
    story.writes("Tell Ilse", "Nadia")
    tells = FollowUp.objects.filter(campaign=campaign, kind=FollowUpKind.TELL).values_list("contact__name", "status")
    assert sorted(tells) == [("Graham Estevane", "done"), ("Ilse Okonmar", "done"), ("Ilse Okonmar", "done")]
    answers_from_what_disagrees(story, WANTS_TO_KNOW)
    meets_twelve_who_look_for_work(story)
    meets_five_on_a_phone(story)
    writes_to_who_agreed(story)
