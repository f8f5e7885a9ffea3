"""They said yes, and no day is agreed yet: that is the next step, on Today and among the follow-ups (R17, R19)."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from relationships.reads.facts import gather
from relationships.reads.next_words import step_of, with_what_is_next

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.leaving import LeftBecause
from meetings.models import Invitation
from meetings.rules.asking import A_DAY_IS_ASKED_FOR, Answer, asks_for_a_day
from meetings.rules.meeting import Status
from relationships.reads.follow_ups import without_next_step
from relationships.rules.steps import StepKind
from relationships.writes.leaving import leave
from tests import factories
from tests.factories import at
from tests.pages.today.test_today_page import headings, shown

MONDAY = factories.DAY
FRIDAY = date(2026, 11, 20)
PLAN = "Noor said yes. Agree on a day"


@pytest.fixture(autouse=True)
def on_monday_morning() -> Iterator[None]:
    with time_machine.travel(at(MONDAY, 8), tick=False):
        yield


@pytest.fixture
def noor(campaign: Campaign) -> Contact:
    return factories.make_contact(campaign, "Noor Halvane")


@pytest.fixture
def yes(noor: Contact) -> Invitation:
    return factories.make_invitation(noor, answer=Answer.YES, sent_on=date(2026, 11, 16), answered_on=FRIDAY)


def test_to_agree_on_a_day_is_a_row_with_its_button(
    client: Client, campaign: Campaign, noor: Contact, yes: Invitation
) -> None:
    html = shown(client)

    assert PLAN in html
    assert "Since Friday" in html
    assert f'href="/meetings/new/?contact={noor.pk}"' in html
    assert headings(html) == ["Follow up"]
    assert f'href="/meetings/new/?contact={noor.pk}"' in client.get("/follow-ups/").content.decode()
    assert not without_next_step(campaign, MONDAY)


@pytest.mark.parametrize("status", [Status.PLANNED, Status.HELD])
def test_a_meeting_that_was_agreed_since_settles_it(
    client: Client, noor: Contact, yes: Invitation, status: Status
) -> None:
    planned_on = FRIDAY if status is Status.PLANNED else None
    factories.make_meeting(noor, status=status, day=MONDAY, planned_on=planned_on)

    assert PLAN not in shown(client)


def test_a_meeting_that_was_called_off_leaves_the_day_open(client: Client, noor: Contact, yes: Invitation) -> None:
    factories.make_meeting(noor, status=Status.CANCELLED, day=MONDAY)

    assert PLAN in shown(client)


def test_who_was_asked_again_or_left_is_not_planned_with(client: Client, noor: Contact, yes: Invitation) -> None:
    again = factories.make_invitation(noor, sent_on=MONDAY)
    assert PLAN not in shown(client)

    again.delete()
    assert PLAN in shown(client)
    leave(noor, LeftBecause.NOT_RIGHT, today=MONDAY)
    assert PLAN not in shown(client)
    assert f'href="/meetings/new/?contact={noor.pk}"' not in client.get("/follow-ups/").content.decode()


@pytest.mark.parametrize("age", [0, 20, 21, 40])
def test_it_fades_into_no_next_step_everywhere_on_the_same_day(campaign: Campaign, noor: Contact, age: int) -> None:
    day = MONDAY - timedelta(days=age)
    factories.make_invitation(noor, answer=Answer.YES, answered_on=day, sent_on=day)
    listed = with_what_is_next(campaign.contacts.all()).get()

    stands = asks_for_a_day(Answer.YES, day, MONDAY)

    assert (noor not in without_next_step(campaign, MONDAY)) is stands
    assert (gather([noor], today=MONDAY, now=at(MONDAY, 8))[noor.pk].step.kind is StepKind.PLAN) is stands
    assert (step_of(listed, MONDAY).kind is StepKind.PLAN) is stands
    assert stands is (age < A_DAY_IS_ASKED_FOR.days)


def test_what_faded_is_neither_on_today_nor_on_their_page(client: Client, noor: Contact, yes: Invitation) -> None:
    Invitation.objects.update(answered_on=MONDAY - A_DAY_IS_ASKED_FOR, sent_on=MONDAY - timedelta(days=30))

    assert PLAN not in shown(client)
    assert PLAN not in client.get(noor.get_absolute_url()).content.decode()
