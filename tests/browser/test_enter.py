"""Law 8 at the keyboard: Enter in a field saves the form, also where an older draft of it is on offer."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from campaigns.models import Campaign, Draft
from contacts.models import Contact
from meetings.models import Meeting
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from tests import factories
from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(params=[True, False], ids=["with scripts", "without"])
def either_page(request: pytest.FixtureRequest, open_page: OpenPage, alice: User, campaign: Campaign) -> Page:
    return open_page(alice, scripts=request.param)


def left(owner: User, path: str, **fields: str) -> Draft:
    return Draft.objects.create(owner=owner, path=path, fields={name: [words] for name, words in fields.items()})


def test_enter_saves_what_was_begun_and_gone_on_with(either_page: Page, alice: User) -> None:
    begun = left(alice, "/people/new/", name="Begun and left", where="network")
    either_page.goto("/people/new/")
    expect(either_page.locator("#id_name")).to_have_value("Begun and left")
    expect(either_page.get_by_role("button", name="Start over")).to_be_visible()
    either_page.locator("#id_name").fill("Priya Castellane")

    either_page.locator("#id_name").press("Enter")

    expect(either_page.get_by_role("heading", name="Priya Castellane", level=1)).to_be_visible()
    assert Contact.objects.get().name == "Priya Castellane"
    assert Draft.objects.get(pk=begun.pk).result == Contact.objects.get().get_absolute_url()


def test_start_over_forgets_the_draft_and_what_was_typed_since(either_page: Page, alice: User) -> None:
    left(alice, "/people/new/", name="Begun and left")
    either_page.goto("/people/new/")
    either_page.locator("#id_name").fill("Priya")

    either_page.get_by_role("button", name="Start over").click()

    expect(either_page.get_by_role("button", name="Start over")).to_have_count(0)
    expect(either_page.locator("#id_name")).to_have_value("")
    assert not Draft.objects.exists()
    assert not Contact.objects.exists()


def test_enter_saves_a_debrief_with_its_lines_filled(either_page: Page, alice: User, campaign: Campaign) -> None:
    """There "More lines" is shown, before Save."""
    person = factories.make_contact(campaign, "Desmond Achterby")
    meeting = factories.make_meeting(person, status=Status.PLANNED, day=alice.today() - timedelta(days=1))
    either_page.goto(f"/meetings/{meeting.pk}/log/")
    either_page.get_by_label("Line 1", exact=True).fill("Talk to the shift leads first")

    either_page.get_by_label("Line 1", exact=True).press("Enter")

    expect(either_page.get_by_label("Line 1", exact=True)).to_have_count(0)
    assert Meeting.objects.get().status == Status.HELD


def test_enter_in_the_day_of_later_does_not_say_yes(either_page: Page, alice: User, campaign: Campaign) -> None:
    person = factories.make_contact(campaign, "Desmond Achterby")
    invitation = factories.make_invitation(person, sent_on=alice.today() - timedelta(days=1))
    day = (alice.today() + timedelta(days=9)).isoformat()
    either_page.goto(f"/people/{person.pk}/")
    either_page.locator("#id_later_on").fill(day)

    either_page.locator("#id_later_on").press("Enter")

    expect(either_page.locator("#id_later_on")).to_have_count(0)
    invitation.refresh_from_db()
    assert (invitation.answer, invitation.later_on.isoformat() if invitation.later_on else None) == (Answer.LATER, day)
