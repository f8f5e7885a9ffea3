"""A message is opened elsewhere and asked about the next morning; its pages and the week ahead pass in every look."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import Invitation, OpenedMessage
from meetings.rules.asking import Answer
from relationships.writes.standing import refresh
from tests import factories
from tests.browser.conftest import PHONE, OpenPage

EveryLook = Callable[[str, User | None], None]
MESSAGE = "Dear Corwin, may I ask you something?"


@pytest.fixture
def corwin(campaign: Campaign) -> Contact:
    return factories.make_contact(campaign, "Corwin Stroud", company="Fenwick Freight", position="Depot manager")


def test_what_was_opened_is_asked_about_and_saved(open_page: OpenPage, alice: User, corwin: Contact) -> None:
    corwin.emails.create(campaign=corwin.campaign, address="corwin@example.org", key="corwin@example.org")
    page = open_page(alice, width=PHONE)
    page.goto(reverse("invite", args=[corwin.pk]))
    page.get_by_label("What you write").fill(MESSAGE)
    page.evaluate("document.querySelector('[data-asks]').addEventListener('click', (e) => e.preventDefault())")
    with page.expect_response("**/opened/"):
        page.get_by_role("link", name="Mail").press("Enter")
    expect(page.get_by_text("Tomorrow you are asked.")).to_be_visible()
    assert "may%20I%20ask" in (page.get_by_role("link", name="Mail").get_attribute("href") or "")

    OpenedMessage.objects.update(opened_on=alice.today() - timedelta(days=1))
    refresh([corwin.pk])
    page.goto(corwin.get_absolute_url())
    page.get_by_role("button", name="Yes, it was sent").press("Enter")

    expect(page.get_by_text("It is their turn.")).to_be_visible()
    assert Invitation.objects.get().message == MESSAGE


def test_the_pages_of_messages_and_of_the_week_pass(every_look: EveryLook, alice: User, corwin: Contact) -> None:
    factories.make_opened(corwin, opened_on=alice.today() - timedelta(days=1))
    said_no = factories.make_contact(corwin.campaign, "Sabine Thornbury")
    factories.make_invitation(said_no, answer=Answer.NO, sent_on=alice.today() - timedelta(days=3))
    for address in (
        corwin.get_absolute_url(),
        said_no.get_absolute_url(),
        f"{reverse('contact_touch', args=[corwin.pk])}?write=reply",
        f"{reverse('message_template')}?language=de",
        reverse("message_templates"),
        reverse("week"),
    ):
        every_look(address, alice)
