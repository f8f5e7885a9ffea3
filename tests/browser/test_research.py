"""The research in a browser: its pages pass in every look, and the console is silent."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from campaigns.models import Campaign
from meetings.models import MayKnow
from outcomes.rules.items import Stance
from research.models import Question
from tests.event_factories import make_question
from tests.factories import make_contact, make_item


def test_the_pages_pass_in_every_look(
    campaign: Campaign, alice: User, every_look: Callable[[str, User | None], None]
) -> None:
    question = make_question(campaign, "Who decides about plants?")
    make_question(campaign, "Which plants are growing?", place=1)
    for name, stance in (("Ann Archer", Stance.AGREES), ("Bea Baker", Stance.DISAGREES)):
        make_item(make_contact(campaign, name), question=question, stance=stance, is_cited=True)
    MayKnow.objects.create(campaign=campaign, contact=make_contact(campaign, "Cleo Clark"), question=question)

    for path in ("/research/", "/research/{}/", "/research/{}/answer/", "/research/{}/file/"):
        every_look(path.format(question.pk), alice)


@pytest.mark.django_db(transaction=True)
def test_two_findings_that_disagree_are_filed_under_a_question_and_it_is_answered(
    page: Page, campaign: Campaign, axe: Callable[[Page], None]
) -> None:
    for name, text in (("Ilse Okonmar", "The owner decides"), ("Nadia Fennimore", "The board decides")):
        make_item(make_contact(campaign, name), text)
    page.goto("/research/new/")
    page.get_by_label("What do you want to know?").fill("Who decides about a new plant?")
    page.get_by_role("button", name="Save").first.click()
    question = Question.objects.get()
    for text, stance in (("The owner decides", "Agrees"), ("The board decides", "Disagrees")):
        page.goto(f"/research/{question.pk}/file/")
        page.get_by_label(text).check()
        page.get_by_label(stance, exact=True).check()
        page.get_by_role("button", name="File it").click()
    expect(page.locator("main")).to_contain_text("Disagrees")
    axe(page)
    page.get_by_role("link", name="Answer it").click()
    page.get_by_label("What do you make of it?").fill("The owner, where the family still owns it.")
    page.get_by_label("The owner decides").check()
    page.get_by_label("My position changed").check()
    page.get_by_role("button", name="Save").first.click()
    expect(page.locator("main")).to_contain_text("The owner, where the family still owns it.")
    expect(page.get_by_role("link", name="Change the position you seek")).to_be_visible()
    assert [(one.text, one.stance, one.is_cited) for one in question.findings.order_by("pk")] == [
        ("The owner decides", "agrees", True), ("The board decides", "disagrees", False),
    ]  # fmt: skip
    question.refresh_from_db()
    assert question.answered_on
