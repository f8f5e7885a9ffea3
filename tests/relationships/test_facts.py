from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from relationships.reads.evidence import evidence_of
from relationships.reads.facts import Gathered, gather

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from outcomes.models import FollowUpStatus
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind
from relationships.rules.steps import StepKind
from tests.factories import (
    at,
    make_common_ground,
    make_contact,
    make_follow_up,
    make_invitation,
    make_item,
    make_meeting,
    make_touch,
)

TODAY = date(2026, 11, 23)
NOON = at(TODAY, 12)


def gathered(contact: Contact) -> Gathered:
    contact.refresh_from_db()
    return gather([contact], today=TODAY, now=NOON)[contact.pk]


def test_somebody_new_is_asked_what_you_share(campaign: Campaign) -> None:
    assert gathered(make_contact(campaign)).step.kind is StepKind.SHARE


def test_who_is_in_the_address_book_is_added_first(campaign: Campaign) -> None:
    assert gathered(make_contact(campaign, joined_on=None)).step.kind is StepKind.ADD


def test_a_meeting_that_is_over_is_to_be_logged(campaign: Campaign) -> None:
    contact = make_contact(campaign)
    morning = make_meeting(contact, status=Status.PLANNED, starts_at=at(TODAY, 9))

    found = gathered(contact)

    assert (found.step.kind, found.step.about) == (StepKind.LOG, morning.pk)


def test_a_meeting_later_today_is_prepared_with_its_hour(campaign: Campaign) -> None:
    contact = make_contact(campaign, "Wren Hale")
    make_meeting(contact, status=Status.PLANNED, starts_at=at(TODAY, 15))

    assert gathered(contact).step.words == "Meet Wren today at 15:00."


@pytest.mark.parametrize(
    ("status", "kind"),
    [(Status.PLANNED, StepKind.PREPARE), (Status.HELD, StepKind.AGAIN), (Status.CANCELLED, StepKind.PLAN)],
)
def test_a_yes_is_planned_until_a_meeting_came_of_it(campaign: Campaign, status: Status, kind: StepKind) -> None:
    contact = make_contact(campaign)
    make_common_ground(contact)
    make_invitation(contact, answer=Answer.YES, sent_on=TODAY - timedelta(days=2))
    assert gathered(contact).step.kind is StepKind.PLAN

    make_meeting(contact, status=status, day=TODAY)

    assert gathered(contact).step.kind is kind


def test_only_the_latest_invitation_speaks(campaign: Campaign) -> None:
    contact = make_contact(campaign, known_from_before=date(2009, 1, 1))
    make_invitation(contact, answer=Answer.NO, sent_on=TODAY - timedelta(days=40))
    latest = make_invitation(contact, sent_on=TODAY)

    step = gathered(contact).step

    assert (step.kind, step.about) == (StepKind.WAIT, latest.pk)


def test_what_was_told_and_given_reaches_the_rule(campaign: Campaign) -> None:
    contact = make_contact(campaign)
    make_item(contact)
    make_follow_up(contact, kind=FollowUpKind.TELL, status=FollowUpStatus.DONE, closed_on=TODAY)

    facts = gathered(contact).facts

    assert (facts.gave_something, facts.told_of_use, facts.follow_ups) == (True, True, ())


def test_the_signs_say_what_the_evidence_says(campaign: Campaign) -> None:
    contact = make_contact(campaign, known_from_before=date(2009, 1, 1))
    make_common_ground(contact, found_on=date(2026, 10, 2))
    make_common_ground(contact, found_on=None)
    make_invitation(contact, answer=Answer.YES, sent_on=date(2026, 10, 5))
    make_meeting(contact, day=date(2026, 10, 9), planned_on=date(2026, 10, 4))
    make_meeting(contact, status=Status.NO_SHOW, day=date(2026, 10, 1), planned_on=date(2026, 9, 29))
    make_touch(contact, direction="received", day=date(2026, 10, 6))
    make_item(contact, day=date(2026, 10, 9))

    assert gathered(contact).signs.evidence == evidence_of(contact)


def test_nothing_recorded_lets_somebody_go_back(campaign: Campaign) -> None:
    contact, giver = make_contact(campaign), make_contact(campaign)
    make_common_ground(contact)
    assert not gathered(contact).signs.recorded

    make_item(giver, kind=ItemKind.REFERRAL, referred=contact)

    assert gathered(contact).signs.recorded


def test_cups_are_numbered_by_their_day_and_then_by_what_was_noted_first(campaign: Campaign) -> None:
    first, second, third = (make_contact(campaign) for _ in range(3))
    make_meeting(third, day=TODAY)
    make_meeting(first, day=TODAY - timedelta(days=3))
    make_meeting(first, day=TODAY - timedelta(days=2))
    make_meeting(second, day=TODAY)

    assert [gathered(one).signs.cup for one in (first, third, second)] == [1, 2, 3]
    assert gathered(make_contact(campaign)).signs.cup is None


def test_many_are_gathered_in_two_queries(campaign: Campaign) -> None:
    people = [make_contact(campaign) for _ in range(20)]
    for person in people:
        make_meeting(person, status=Status.PLANNED, day=TODAY)
        make_follow_up(person)
        make_invitation(person)

    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert len(gather(people, today=TODAY, now=NOON)) == 20
    assert len(queries) == 2
