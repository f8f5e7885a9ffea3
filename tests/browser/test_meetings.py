"""Inviting and planning in a real browser: every look, and the whole way with and without scripts."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Contact
from contacts.writes.people import index_contacts
from meetings.models import Invitation, Meeting
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from meetings.rules.purpose import PurposeKind
from tests import factories
from tests.browser.conftest import HEIGHTS, PHONE, Console
from transfer.writes.sample import make_sample

EveryLook = Callable[[str, User | None], None]
A_PAGE = re.compile(rb"/Type\s*/Page\b")
"""Of a printed file."""


@pytest.fixture
def today() -> date:
    return timezone.now().date()


@pytest.fixture
def corwin(campaign: Campaign, today: date) -> Contact:
    contact = factories.make_contact(
        campaign,
        "Corwin Stroud",
        company="Fenwick Freight",
        position="Depot manager",
        knows_about="freight rates, winter contracts, depots",
        ask_next_time="how did the depot vote go?",
    )
    index_contacts([contact])
    met = factories.make_meeting(
        contact,
        day=today - timedelta(days=48),
        purpose_kind=PurposeKind.PATH,
        purpose="Does food make sense to Fenwick?",
        ask_kind="view",
        ask="What would you look for first?",
        remember="Freight rates, winter contracts. Corwin’s team moves to the new depot in January.",
    )
    factories.make_item(contact, "Freight people will ask why you left food.", meeting=met, day=met.day)
    factories.make_follow_up(contact, "Send Corwin the line-move summary", meeting=met)
    return contact


@pytest.fixture
def plans(corwin: Contact, today: date) -> list[Meeting]:
    tove = factories.make_contact(corwin.campaign, "Tove Marrick", company="Quayside Roasters")
    return [
        factories.make_meeting(contact, status=Status.PLANNED, day=today + timedelta(days=days), place="At the quay")
        for contact, days in ((tove, -3), (corwin, 2), (tove, 9))
    ]


def test_every_page_passes_in_every_look(every_look: EveryLook, alice: User, plans: list[Meeting]) -> None:
    over, coming, _ = plans
    silent = factories.make_contact(alice.campaigns.get(), "Sabine Thornbury")
    factories.make_invitation(silent, answer=Answer.NO_ANSWER, ask="How do small plants hire?")
    met = coming.contact.meetings.held().get()
    for address in (
        "/meetings/",
        f"/meetings/new/?contact={coming.contact.pk}",
        reverse("invite", args=[coming.contact.pk]),
        reverse("invite", args=[silent.pk]),
        reverse("invitation_edit", args=[silent.invitations.get().pk]),
        f"{reverse('meeting_logged', args=[met.pk])}?before=initiate",
        met.get_absolute_url(),
        over.get_absolute_url(),
        reverse("meeting_prepare", args=[coming.pk]),
        reverse("contact_prepare", args=[coming.contact_id]),
        reverse("meeting_edit", args=[coming.pk]),
        reverse("meeting_did_not_happen", args=[over.pk]),
    ):
        every_look(address, alice)


def test_a_waiting_invitation_passes_in_every_look(every_look: EveryLook, alice: User, corwin: Contact) -> None:
    factories.make_invitation(corwin, sent_on=date(2026, 1, 5), ask="How do small plants hire?")

    every_look(reverse("invite", args=[corwin.pk]), alice)


def test_the_door_needs_no_scrolling_on_a_phone(phone: Page, plans: list[Meeting]) -> None:
    """All up to the one ask stands above the button, also where something is noted of everything."""
    coming = plans[1]
    Contact.objects.filter(pk=coming.contact_id).update(could_help_them="Your one-page summary of the line move")
    Meeting.objects.filter(pk=coming.pk).update(ask="Would you take packaging experience seriously in a director?")
    phone.goto(coming.get_absolute_url())

    ask = phone.locator(".the-ask").bounding_box()
    button = phone.get_by_role("link", name="How did it go?").bounding_box()

    assert ask
    assert button
    assert ask["y"] + ask["height"] < button["y"] < HEIGHTS[PHONE] - button["height"]


def test_the_fullest_sheet_of_the_sample_is_one_printed_page(page: Page, client: Client, campaign: Campaign) -> None:
    make_sample(campaign, campaign.owner.today())
    sheets = [reverse("contact_prepare", args=[pk]) for pk in campaign.contacts.cups().values_list("pk", flat=True)]
    sheets += [reverse("meeting_prepare", args=[pk]) for pk in campaign.meetings.planned().values_list("pk", flat=True)]
    page.goto(max(sheets, key=lambda sheet: len(client.get(sheet).content)))

    printed = {size: len(A_PAGE.findall(page.pdf(format=size))) for size in ("A4", "Letter")}

    assert printed == {"A4": 1, "Letter": 1}


def fill_in(page: Page, today: date) -> None:
    page.get_by_label("Day").fill((today + timedelta(days=5)).isoformat())
    page.get_by_label("Time", exact=True).fill("10:00")
    page.get_by_role("radio", name="Their view of my path").check()
    page.get_by_label("The ask", exact=True).fill("Who writes good resumes?")


def plan_all_the_way(page: Page, corwin: Contact, today: date) -> None:
    """What they were met for before is asked about once."""
    page.get_by_role("button", name="Save the plan").click()
    expect(page.get_by_text("Ask something new?")).to_be_visible()
    page.get_by_role("button", name="Their view of the position").click()
    expect(page.get_by_role("radio", name="Their view of the position")).to_be_checked()
    page.get_by_role("button", name="Save the plan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Corwin Stroud")
    meeting = Meeting.objects.planned().get()
    assert (meeting.contact, meeting.purpose_kind) == (corwin, PurposeKind.POSITION)
    assert meeting.day == today + timedelta(days=5)


def test_a_plan_is_made_with_a_suggestion(page: Page, console: Console, corwin: Contact, today: date) -> None:
    console.expect("status of 422")
    page.goto("/meetings/new/")
    page.get_by_label("With whom?").press_sequentially("corw")
    page.get_by_role("option", name="Corwin Stroud").click()
    expect(page.locator("#id_person_id")).to_have_value(str(corwin.pk))

    fill_in(page, today)
    plan_all_the_way(page, corwin, today)


def test_a_plan_is_made_without_scripts(plain_page: Page, console: Console, corwin: Contact, today: date) -> None:
    console.expect("status of 422")
    plain_page.goto("/meetings/new/")
    plain_page.get_by_label("With whom?").fill("Corwin Strout")
    fill_in(plain_page, today)
    plain_page.get_by_role("button", name="Save the plan").click()
    plain_page.get_by_role("radio", name="Corwin Stroud").check()

    plan_all_the_way(plain_page, corwin, today)


def test_an_invitation_goes_its_way_without_scripts(plain_page: Page, corwin: Contact) -> None:
    plain_page.goto(reverse("invite", args=[corwin.pk]))
    plain_page.get_by_label("The ask", exact=True).fill("What do freight rates do to a plant?")
    plain_page.get_by_role("button", name="Sent").click()
    assert Invitation.objects.get().answer == Answer.WAITING

    plain_page.goto(reverse("invite", args=[corwin.pk]))
    plain_page.get_by_role("button", name="Yes").click()

    expect(plain_page.get_by_role("heading", level=1)).to_have_text("Plan a meeting")
    expect(plain_page.get_by_label("With whom?")).to_have_value("Corwin Stroud, Fenwick Freight")
    assert Invitation.objects.get().answer == Answer.YES


def test_what_did_not_happen_is_taken_back_by_the_toast(page: Page, plans: list[Meeting]) -> None:
    page.goto("/meetings/")
    page.locator('summary[aria-label="More: Tove Marrick"]').click()
    page.get_by_role("link", name="It did not happen: Tove Marrick").click()
    page.get_by_role("button", name="Cancelled").click()
    expect(page.get_by_text("Cancelled.")).to_be_visible()

    page.get_by_role("button", name="Undo").click()

    expect(page.get_by_text("As it was before.")).to_be_visible()
    assert Meeting.objects.planned().count() == len(plans)
