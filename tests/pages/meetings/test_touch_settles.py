"""R8: what was written is entered once. The follow-up or invitation that it was for is settled by it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import Touch
from outcomes.models import FollowUp, FollowUpStatus
from outcomes.rules.due import FollowUpKind
from tests import factories
from tests.pages.meetings.debriefing import TODAY
from tests.pages.meetings.test_touch import filled


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel("2026-11-23 10:00", tick=False):
        yield


@pytest.fixture
def priya(campaign: Campaign) -> Contact:
    return factories.make_contact(campaign, "Priya Castellane")


def address(contact: Contact, query: str = "") -> str:
    return reverse("contact_touch", args=[contact.pk]) + query


def write(client: Client, contact: Contact, **fields: Any) -> None:
    posted = filled(person="Priya Castellane", person_id=contact.pk, **fields)
    assert client.post(address(contact), posted).status_code == 302


def fresh(follow_up: FollowUp) -> tuple[str, date]:
    follow_up.refresh_from_db()
    return follow_up.status, follow_up.due_on


@pytest.mark.parametrize(
    ("kind", "introduction", "matter", "begins"),
    [
        (FollowUpKind.THANK_YOU, False, "thank", "Dear Priya Castellane,"),
        (FollowUpKind.TELL, False, "tell", "Dear Priya Castellane,"),
        (FollowUpKind.ACTION, True, "introduce", "Send the list"),
        (FollowUpKind.ACTION, False, "other", "Send the list"),
        (FollowUpKind.WAITING, False, "remind", "Send the list"),
    ],
)
def test_the_form_begins_with_what_the_follow_up_is_about(
    client: Client, priya: Contact, kind: FollowUpKind, introduction: bool, matter: str, begins: str
) -> None:
    """A message stands there composed (R18), the user's own words as they noted them."""
    follow_up = factories.make_follow_up(priya, "Send the list", kind=kind, introduction=introduction)
    if introduction:  # else it is an invitation
        factories.make_invitation(priya)

    page = client.get(address(priya, f"?follow_up={follow_up.pk}"))

    form = page.context["form"]
    assert (form["matter"].value(), form["text"].value().splitlines()[0]) == (matter, begins)
    assert f'name="follow_up" value="{follow_up.pk}"' in page.content.decode()


def test_an_address_can_say_that_it_is_a_reminder(client: Client, priya: Contact) -> None:
    assert client.get(address(priya, "?matter=remind")).context["form"]["matter"].value() == "remind"
    assert client.get(address(priya, "?matter=pigeon")).context["form"]["matter"].value() == "other"


@pytest.mark.parametrize("kind", [FollowUpKind.THANK_YOU, FollowUpKind.ACTION, FollowUpKind.PROMISE])
def test_writing_does_the_follow_up_and_is_noted_once(client: Client, priya: Contact, kind: FollowUpKind) -> None:
    follow_up = factories.make_follow_up(priya, kind=kind)

    write(client, priya, follow_up=follow_up.pk)

    assert fresh(follow_up)[0] == FollowUpStatus.DONE
    assert follow_up.touch == Touch.objects.get()


def test_undo_takes_back_the_message_and_the_follow_up(client: Client, priya: Contact) -> None:
    follow_up = factories.make_follow_up(priya, kind=FollowUpKind.THANK_YOU)
    write(client, priya, follow_up=follow_up.pk)
    [toast] = client.get(priya.get_absolute_url()).context["messages"]

    client.post("/undo/", {"state": toast.extra_tags})

    assert fresh(follow_up)[0] == FollowUpStatus.OPEN
    assert not Touch.objects.exists()


def test_thanks_noted_from_the_menu_settle_the_thank_you(client: Client, priya: Contact) -> None:
    thanks = factories.make_follow_up(priya, kind=FollowUpKind.THANK_YOU)
    promise = factories.make_follow_up(priya, kind=FollowUpKind.PROMISE)

    write(client, priya, matter="thank")

    assert (fresh(thanks)[0], fresh(promise)[0]) == (FollowUpStatus.DONE, FollowUpStatus.OPEN)


def test_of_two_pieces_of_news_none_is_guessed(client: Client, priya: Contact) -> None:
    tells = [factories.make_follow_up(priya, text, kind=FollowUpKind.TELL) for text in ("Tell one", "Tell two")]

    write(client, priya, matter="tell")

    assert [fresh(one)[0] for one in tells] == [FollowUpStatus.OPEN, FollowUpStatus.OPEN]


def test_a_message_that_they_sent_settles_nothing(client: Client, priya: Contact) -> None:
    follow_up = factories.make_follow_up(priya, kind=FollowUpKind.THANK_YOU)

    write(client, priya, follow_up=follow_up.pk, matter="thank", direction="received")

    assert fresh(follow_up)[0] == FollowUpStatus.OPEN


@pytest.mark.parametrize(("off", "again"), [([], date(2026, 11, 30)), ([(25, 29)], date(2026, 12, 3))])
def test_who_was_reminded_of_a_promise_has_another_week_without_days_off(
    client: Client, priya: Contact, off: list[tuple[int, int]], again: date
) -> None:
    for first, last in off:
        priya.campaign.pauses.create(from_day=date(2026, 11, first), to_day=date(2026, 11, last))
    waiting = factories.make_follow_up(priya, kind=FollowUpKind.WAITING, due_on=date(2026, 11, 20))

    assert f"{again.day} {again:%B}" in client.get(address(priya, f"?follow_up={waiting.pk}")).content.decode()
    write(client, priya, follow_up=waiting.pk, matter="remind")

    assert fresh(waiting) == (FollowUpStatus.OPEN, again)


def test_a_reminder_is_the_one_reminder_of_the_invitation(client: Client, priya: Contact) -> None:
    invitation = factories.make_invitation(priya, sent_on=date(2026, 11, 9))

    write(client, priya, matter="remind")

    invitation.refresh_from_db()
    assert invitation.reminded_on == TODAY
    client.post(reverse("invitation_remind", args=[invitation.pk]))
    assert Touch.objects.count() == 1


def test_a_strangers_follow_up_is_none(client: Client, priya: Contact, other_campaign: Campaign) -> None:
    foreign = factories.make_follow_up(factories.make_contact(other_campaign, "Priya Castellane"))

    page = client.get(address(priya, f"?follow_up={foreign.pk}"))
    assert page.context["form"]["follow_up"].value() is None
    write(client, priya, follow_up=foreign.pk)
    assert fresh(foreign)[0] == FollowUpStatus.OPEN
