"""What stands in the database is what the rules are told, in the same number of queries for one person or many."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from outcomes.models import FollowUpStatus
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind, ReferralState
from relationships.reads.history import histories_of, history_of, next_steps
from relationships.reads.recorded import recorded_for
from relationships.rules.history import Moment
from relationships.rules.phase import evidence_of
from relationships.rules.steps import NextStep, StepKind
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
NOON = Moment(today=TODAY, now=at(TODAY, 12))


def step(contact: Contact) -> NextStep:
    return next_steps(contact.campaign, [contact.pk], NOON)[contact.pk]


def test_a_meeting_that_is_over_is_to_be_logged(campaign: Campaign) -> None:
    contact = make_contact(campaign)
    morning = make_meeting(contact, status=Status.PLANNED, starts_at=at(TODAY, 9))

    assert (step(contact).kind, step(contact).about) == (StepKind.LOG, morning.pk)


def test_a_meeting_later_today_is_prepared_with_its_hour(campaign: Campaign) -> None:
    contact = make_contact(campaign, "Wren Hale")
    make_meeting(contact, status=Status.PLANNED, starts_at=at(TODAY, 15))

    assert step(contact).words == "Meet Wren today at 15:00."


def test_an_hour_falls_on_the_day_that_it_has_in_the_zone_of_today(campaign: Campaign) -> None:
    """Planned in London for Thursday at 18:00; in Auckland that is Friday morning."""
    contact, thursday = make_contact(campaign, "Wren Hale"), date(2026, 11, 26)
    make_meeting(contact, status=Status.PLANNED, day=thursday, starts_at=at(thursday, 18))
    campaign.owner.time_zone = "Pacific/Auckland"
    campaign.owner.save()

    (planned,) = history_of(contact).planned

    assert (planned.day, planned.hour) == (date(2026, 11, 27), "07:00")


@pytest.mark.parametrize(
    ("status", "kind"),
    [(Status.PLANNED, StepKind.PREPARE), (Status.HELD, StepKind.REST), (Status.CANCELLED, StepKind.PLAN)],
)
def test_a_yes_is_planned_until_a_meeting_came_of_it(campaign: Campaign, status: Status, kind: StepKind) -> None:
    contact = make_contact(campaign)
    make_invitation(contact, answer=Answer.YES, sent_on=TODAY - timedelta(days=2))
    assert step(contact).kind is StepKind.PLAN

    make_meeting(contact, status=status, day=TODAY)

    assert step(contact).kind is kind


def test_only_the_latest_invitation_speaks(campaign: Campaign) -> None:
    contact = make_contact(campaign)
    make_invitation(contact, answer=Answer.NO, sent_on=TODAY - timedelta(days=40))
    latest = make_invitation(contact, sent_on=TODAY)

    assert (step(contact).kind, step(contact).about) == (StepKind.WAIT, latest.pk)


def test_what_was_told_and_given_reaches_the_rule(campaign: Campaign) -> None:
    contact, giver = make_contact(campaign), make_contact(campaign, "Desmond Achterby")
    make_item(contact)
    make_item(giver, kind=ItemKind.REFERRAL, referred=contact, referral_state=ReferralState.PROMISED)
    make_follow_up(contact, kind=FollowUpKind.TELL, status=FollowUpStatus.DONE, closed_on=TODAY)

    history = history_of(contact)

    assert (len(history.given), history.told_of_use, history.follow_ups) == (1, True, ())
    assert history.only_promised_by == "Desmond"


def test_the_earliest_day_of_each_kind_of_evidence_counts(campaign: Campaign) -> None:
    contact = make_contact(campaign, known_from_before=date(2009, 1, 1))
    make_common_ground(contact, found_on=date(2026, 10, 2))
    make_common_ground(contact, found_on=None)
    make_invitation(contact, answer=Answer.YES, sent_on=date(2026, 10, 5))
    make_meeting(contact, day=date(2026, 10, 9), planned_on=date(2026, 10, 4))
    make_meeting(contact, status=Status.NO_SHOW, day=date(2026, 10, 1), planned_on=date(2026, 9, 29))
    make_touch(contact, direction="received", day=date(2026, 10, 6))
    make_item(contact, day=date(2026, 10, 9))

    evidence = evidence_of(history_of(contact))

    assert (evidence.known_from_before, evidence.common_ground) == (date(2009, 1, 1), date(2026, 10, 2))
    assert (evidence.one_on_one_agreed, evidence.touch_received) == (date(2026, 10, 4), date(2026, 10, 6))
    assert evidence.obtained == date(2026, 10, 9)


def test_nothing_recorded_lets_somebody_go_back(campaign: Campaign) -> None:
    contact, giver = make_contact(campaign), make_contact(campaign)
    make_common_ground(contact)
    assert not recorded_for([contact.pk])

    make_item(giver, kind=ItemKind.REFERRAL, referred=contact)

    assert recorded_for([contact.pk, giver.pk]) == {contact.pk, giver.pk}


def test_many_are_read_in_as_many_queries_as_one(campaign: Campaign) -> None:
    people = [make_contact(campaign) for _ in range(20)]
    for person in people:
        make_meeting(person, status=Status.PLANNED, day=TODAY)
        make_follow_up(person)
        make_invitation(person)
        make_item(person)

    with CaptureQueriesContext(connection) as many:
        assert len(histories_of(person.pk for person in people)) == 20
    with CaptureQueriesContext(connection) as one:
        history_of(people[0])
    assert len(many) == len(one) == 7


def test_nobody_is_told_by_who_is_read_beside_them(campaign: Campaign) -> None:
    alone = make_contact(campaign, "Wren Hale")
    busy = make_contact(campaign)
    make_follow_up(busy)
    make_touch(busy)

    together = histories_of([alone.pk, busy.pk])[alone.pk]

    assert together == replace(history_of(alone))
    assert (together.follow_ups, together.touches) == ((), ())
