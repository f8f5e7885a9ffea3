"""A person's page in a real browser."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Contact
from contacts.writes.people import add_email
from contacts.writes.people import make_contact as make_known
from meetings.rules.asking import Answer
from meetings.rules.meeting import Mode
from meetings.rules.purpose import PurposeKind
from outcomes.rules.items import ItemKind, ReferralState
from tests.browser.conftest import Console
from tests.factories import (
    make_common_ground,
    make_contact,
    make_follow_up,
    make_invitation,
    make_item,
    make_meeting,
    make_note,
    make_story,
    make_telling,
    make_touch,
)


@pytest.fixture
def graham(campaign: Campaign) -> Contact:
    """Somebody with a history, as on the drawing of this page."""
    today = timezone.localdate()
    contact = make_contact(
        campaign,
        "Graham Estevane",
        company="Tillerman Group",
        position="Operations director, retired",
        joined_on=today - timedelta(days=63),
        known_from_before=today.replace(year=2009, month=1, day=1),
        knows_about="Family-owned food makers, night shifts, audits",
        could_help_them="Send the canal trust’s winter list",
        ask_next_time="did the boat pass its survey?",
        imported_details={"Department": "Operations"},
    )
    make_invitation(contact, answer=Answer.YES, sent_on=today - timedelta(days=62))
    first = make_meeting(contact, day=today - timedelta(days=60), place="at Graham’s", purpose_kind=PurposeKind.PATH)
    halden = make_contact(campaign, "Halden Brooks", introduced_by=contact)
    make_item(contact, "", kind=ItemKind.REFERRAL, referred=halden, meeting=first)
    last = make_meeting(
        contact,
        day=today - timedelta(days=5),
        mode=Mode.VIDEO,
        purpose_kind=PurposeKind.SKILLS,
        ask="Does the card land with an operations person?",
        remember="It runs long and the cost story comes first. A daughter has moved back to Aldermoor.",
    )
    make_item(contact, meeting=last)
    make_touch(contact, day=today - timedelta(days=21), matter="tell", text="Told Graham what came of it.")
    for text in ("Tillerman, 2009 to 2016", "Night shifts at 22", "Canal walks"):
        make_common_ground(contact, text, found_on=today - timedelta(days=60))
    make_common_ground(contact, "Aldermoor choir?", found_on=None)
    make_follow_up(contact, "Show Graham the revised opening", due_on=today + timedelta(days=4))
    make_telling(contact, make_story(campaign), meeting=last, day=last.day)
    make_story(campaign, "Waste halved, no job lost")
    make_note(contact, day=today - timedelta(days=30))
    add_email(contact, "graham@example.org")
    contact.phones.create(campaign=campaign, number="01632 960 118")
    return contact


def test_the_page_and_its_forms_pass_in_every_look(
    every_look: Callable[[str, User | None], None], alice: User, graham: Contact
) -> None:
    note, touch, ground = graham.notes.get(), graham.touches.get(), graham.common_ground.first()
    assert ground is not None
    paths = [f"/people/{graham.pk}/", "/people/new/", f"/people/{graham.pk}/edit/", f"/people/{graham.pk}/leave/"]
    paths += [f"/people/{graham.pk}/note/", f"/notes/{note.pk}/edit/", f"/common-ground/{ground.pk}/edit/"]
    paths += [f"/touches/{touch.pk}/edit/", f"/touches/{touch.pk}/delete/"]
    for path in paths:
        every_look(path, alice)


def test_somebody_new_and_somebody_of_the_address_book_pass_too(
    every_look: Callable[[str, User | None], None], alice: User, campaign: Campaign
) -> None:
    for contact in (make_contact(campaign), make_contact(campaign, joined_on=None)):
        every_look(f"/people/{contact.pk}/", alice)


def test_who_said_no_who_is_promised_and_who_is_silent_pass_too(
    every_look: Callable[[str, User | None], None], alice: User, campaign: Campaign
) -> None:
    today = timezone.localdate()
    said_no, promised, silent = (make_contact(campaign, name) for name in ("Henrik No", "Bram To-Be", "Maud Waits"))
    make_invitation(said_no, answer=Answer.NO, sent_on=today - timedelta(days=9), message="Could I have 20 minutes?")
    giver = make_contact(campaign, "Annika Sorrel")
    make_item(giver, "", kind=ItemKind.REFERRAL, referred=promised, referral_state=ReferralState.PROMISED)
    make_invitation(silent, sent_on=today)
    make_follow_up(silent, "Send the plan", kind="promise", due_on=today)
    for contact in (said_no, promised, silent):
        every_look(f"/people/{contact.pk}/", alice)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_missing_evidence_is_supplied_where_it_is_missed(
    open_page: Callable[..., Page], alice: User, campaign: Campaign, scripts: bool
) -> None:
    contact = make_contact(campaign, "Wendell Moray")
    make_meeting(contact)
    page = open_page(alice, scripts=scripts)
    page.goto(f"/people/{contact.pk}/")

    page.get_by_role("link", name="What do you share?").click()
    page.get_by_role("textbox", name="What you share").fill("Night shifts")
    page.get_by_role("button", name="Note it").click()

    expect(page.get_by_role("link", name="Night shifts")).to_be_visible()
    expect(page.locator(".page-head")).to_contain_text("Obtain")


def test_older_entries_come_below_without_a_reload(page: Page, graham: Contact) -> None:
    for number in range(60):
        make_note(graham, f"Note {number}", day=timezone.localdate() - timedelta(days=100 + number))
    page.goto(f"/people/{graham.pk}/")

    page.get_by_role("link", name="Older").click()

    expect(page.get_by_text("Note 59")).to_be_visible()
    expect(page.get_by_role("link", name="Older")).to_have_count(0)
    expect(page.get_by_text("Show Graham the revised opening").first).to_be_visible()


def test_a_name_close_to_somebody_known_is_answered_in_the_form(
    plain_page: Page, campaign: Campaign, console: Console
) -> None:
    console.expect("status of 422")
    make_known(campaign, "Desmond Achterby")
    plain_page.goto("/people/new/")
    plain_page.get_by_label("Name*").fill("Desmond Achterbey")
    plain_page.get_by_role("button", name="Add", exact=True).click()

    plain_page.get_by_role("radio", name="New: Desmond Achterbey").check()
    plain_page.get_by_role("button", name="Add", exact=True).click()

    expect(plain_page.get_by_role("heading", level=1)).to_have_text("Desmond Achterbey")
