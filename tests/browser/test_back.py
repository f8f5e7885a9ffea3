"""Law 8 in a real browser: Back to a form that was saved, and Save again, makes nothing twice without asking."""

from collections.abc import Callable

import pytest
from django.db.models import Model
from playwright.sync_api import Page, expect

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Contact, Note
from meetings.models import Invitation, Meeting, Touch
from outcomes.models import FollowUp
from pitch.models import Story
from tests import factories
from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.django_db(transaction=True)

ASKED = "This form was saved already"
FORMS: dict[str, tuple[type[Model], str, str, str]] = {
    "person": (Contact, "/people/new/", "name", "Add"),
    "note": (Note, "/people/{pk}/note/", "text", "Save"),
    "touch": (Touch, "/people/{pk}/touch/", "text", "Save"),
    "follow-up": (FollowUp, "/follow-ups/new/?contact={pk}", "text", "Save"),
    "debrief": (Meeting, "/meetings/log/?contact={pk}", "remember", "Save"),
    "meeting": (Meeting, "/meetings/new/?contact={pk}", "ask", "Save the plan"),
    "story": (Story, "/pitch/stories/new/", "title", "Save"),
}


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
@pytest.mark.parametrize("name", FORMS)
def test_saving_again_after_back_asks_first(
    open_page: OpenPage, axe: Callable[[Page], None], alice: User, campaign: Campaign, name: str, scripts: bool
) -> None:
    model, path, field, save = FORMS[name]
    person = factories.make_contact(campaign, "Desmond Achterby")
    before = model._default_manager.count()
    page = open_page(alice, scripts=scripts)
    page.goto(path.format(pk=person.pk))
    words = page.locator(f'#main [name="{field}"]')
    words.fill("Nights at twenty-two")
    for day in page.locator("#main [name=due_on], #main [name=day]").all():
        day.fill(alice.today().isoformat())
    if name == "meeting":
        page.locator("#main [name=purpose_kind]").first.check(force=True)
    button = page.get_by_role("button", name=save, exact=True)
    button.click()
    expect(button).to_have_count(0)
    result = page.url

    page.go_back()
    if not words.input_value():  # not every field is brought back by the browser: typed once more
        words.fill("Nights at twenty-two")
    button.click()

    expect(page.get_by_text(ASKED)).to_be_visible()
    if scripts:
        axe(page)
    expect(words).to_have_value("Nights at twenty-two")
    assert model._default_manager.count() == before + 1
    page.get_by_role("link", name="See what is there").click()
    page.wait_for_url(result)
    page.goto(path.format(pk=person.pk))
    expect(page.get_by_text("did not save it")).to_have_count(0)


def test_after_back_a_waiting_invitation_stands_where_its_form_was(page: Page, campaign: Campaign) -> None:
    address = f"/people/{factories.make_contact(campaign).pk}/invite/"
    page.goto(address)
    page.locator("#main [name=ask]").fill("How plants are staffed")
    page.get_by_role("button", name="Sent").click()
    expect(page.get_by_role("button", name="Sent")).to_have_count(0)

    page.go_back()

    page.wait_for_url(f"**{address}")
    expect(page.locator("#main [name=ask]")).to_have_count(0)
    assert Invitation.objects.count() == 1
