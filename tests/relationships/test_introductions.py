"""Referrals from the word of the giver to the first meeting: what waits, what is to be written, who rests (R8, R10)."""

from datetime import timedelta

import pytest

from campaigns.models import Campaign, Pause
from contacts.models import Contact
from meetings.models import Meeting
from meetings.rules.meeting import Status
from meetings.rules.touch import Channel, Direction, Matter
from outcomes.models import FollowUp, FollowUpStatus, ObtainedItem
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind, ReferralState
from relationships.reads.history import history_of
from relationships.rules.debrief import Debrief, Given
from relationships.rules.may_be_asked import free_on
from relationships.rules.steps import StepKind
from relationships.writes import asking, introductions, planning
from relationships.writes.debrief import log_new, log_planned
from relationships.writes.follow_ups import done, drop
from relationships.writes.standing import out_of_step
from tests import factories
from tests.relationships.referrals import (
    IN_A_WEEK,
    LETS,
    MONDAY,
    NAMES,
    TO_WRITE,
    TUESDAY,
    WAITS,
    oriel,
    state,
    step_of,
    to_write,
    waits,
)


def test_a_promised_introduction_waits_on_the_giver_and_the_named_one_rests(item: ObtainedItem) -> None:
    assert item.referral_state == ReferralState.PROMISED
    assert waits() == [WAITS]
    assert FollowUp.objects.get().item == item
    assert step_of(oriel()) == (StepKind.REST, "Desmond wants to introduce you.")
    assert (oriel().acts_on, oriel().free_on) == (None, None)
    assert list(out_of_step()) == []


def test_days_off_are_not_counted(desmond: Contact) -> None:
    Pause.objects.create(campaign=desmond.campaign, from_day=TUESDAY, to_day=TUESDAY)

    log_new(desmond, Debrief(day=MONDAY, given=(NAMES,)), today=MONDAY)

    assert waits() == [(*WAITS[:2], IN_A_WEEK + timedelta(days=1))]


def test_whose_name_may_be_used_is_free_and_nobody_is_waited_for(desmond: Contact) -> None:
    log_new(desmond, Debrief(day=MONDAY, given=(LETS,)), today=MONDAY)

    assert waits() == []
    assert oriel().free_on == MONDAY
    assert step_of(oriel())[0] is StepKind.ASK


def test_a_second_giver_who_lets_the_name_be_said_frees_them(item: ObtainedItem, campaign: Campaign) -> None:
    second = Given(kind=ItemKind.REFERRAL, name="Oriel", known_id=oriel().pk, said=ReferralState.OFFERED)

    log_new(factories.make_contact(campaign, "Thandi Wexcombe"), Debrief(day=MONDAY, given=(second,)), today=MONDAY)

    assert oriel().free_on == MONDAY
    assert waits() == [WAITS]
    assert list(out_of_step()) == []


@pytest.mark.parametrize(
    ("said", "closed"),
    [
        (ReferralState.OFFERED, FollowUpStatus.DONE),
        (ReferralState.INTRODUCED, FollowUpStatus.DONE),
        (ReferralState.DECLINED, FollowUpStatus.DROPPED),
        (ReferralState.GONE_QUIET, FollowUpStatus.DROPPED),
    ],
)
def test_whatever_the_giver_says_next_ends_the_waiting(
    item: ObtainedItem, desmond: Contact, said: ReferralState, closed: str
) -> None:
    assert introductions.say(item, said, MONDAY)

    assert (state(item), waits()) == (said, [(WAITS[0], closed, IN_A_WEEK)])
    assert to_write() == ([TO_WRITE] if said is ReferralState.INTRODUCED else [])
    assert history_of(oriel()).only_promised_by == ""
    assert Contact.objects.get(pk=desmond.pk).acts_on is None
    assert list(out_of_step()) == []


def test_an_introduction_is_made_once_and_owed_on_the_next_business_day(item: ObtainedItem) -> None:
    assert introductions.introduced(item, MONDAY)
    assert not introductions.introduced(item, TUESDAY)

    assert to_write() == [TO_WRITE]
    assert (state(item), item.introduced_on) == (ReferralState.INTRODUCED, MONDAY)
    assert oriel().owed_on == TUESDAY


@pytest.mark.parametrize("said", [ReferralState.PROMISED, ReferralState.OFFERED, ReferralState.INTRODUCED])
@pytest.mark.parametrize("way", ["message", "invitation", "done"])
def test_who_is_written_to_is_contacted(item: ObtainedItem, said: ReferralState, way: str) -> None:
    introductions.say(item, said, MONDAY)
    thanks = factories.make_follow_up(oriel(), "Thank Oriel", kind=FollowUpKind.THANK_YOU)
    if way == "message":
        fields = {"direction": Direction.SENT.value, "channel": Channel.MAIL.value, "matter": Matter.OTHER.value}
        planning.touch(oriel(), today=MONDAY, day=MONDAY, **fields)
    elif way == "invitation":
        asking.invite(oriel(), sent_on=MONDAY, today=MONDAY)
    else:
        done([thanks], MONDAY)

    assert state(item) == ReferralState.CONTACTED
    assert not FollowUp.objects.of_referrals().open().exists()
    assert list(out_of_step()) == []


def test_what_they_write_is_no_contact_yet(item: ObtainedItem) -> None:
    planning.touch(oriel(), today=MONDAY, day=MONDAY, direction=Direction.RECEIVED.value)

    assert state(item) == ReferralState.PROMISED


@pytest.mark.parametrize("said", [one for one in ReferralState if one is not ReferralState.DECLINED])
def test_a_held_meeting_makes_it_met(item: ObtainedItem, said: ReferralState) -> None:
    introductions.say(item, said, MONDAY)

    log_new(oriel(), Debrief(day=MONDAY), today=MONDAY)

    assert state(item) == ReferralState.MET
    assert not FollowUp.objects.of_referrals().open().exists()
    assert not introductions.say(item, ReferralState.PROMISED, MONDAY)


def test_a_meeting_without_the_giver_who_declined_is_not_theirs(item: ObtainedItem) -> None:
    introductions.say(item, ReferralState.DECLINED, MONDAY)

    log_new(oriel(), Debrief(day=MONDAY), today=MONDAY)

    assert state(item) == ReferralState.DECLINED


def test_correcting_the_debrief_says_it_otherwise_and_makes_nothing_twice(item: ObtainedItem) -> None:
    def correct(said: ReferralState | None = None, kind: ItemKind = ItemKind.REFERRAL) -> None:
        kept = Given(kind=kind, item_id=item.pk, said=said, text="Knows the weeks")
        log_planned(Meeting.objects.get(), Debrief(day=MONDAY, given=(kept,)), today=TUESDAY)

    correct()
    assert waits() == [WAITS]
    correct(said=ReferralState.OFFERED)
    assert (state(item), [one[1] for one in waits()]) == (ReferralState.OFFERED, [FollowUpStatus.DONE])
    assert oriel().free_on == MONDAY
    correct(said=ReferralState.PROMISED)
    assert [one[1] for one in waits()] == [FollowUpStatus.DONE, FollowUpStatus.OPEN]
    assert oriel().free_on is None
    correct(kind=ItemKind.SUGGESTION)
    assert [one[1] for one in waits()] == [FollowUpStatus.DONE, FollowUpStatus.DROPPED]
    assert list(out_of_step()) == []


def test_an_introduction_that_was_let_go_is_not_made_again_by_correcting(item: ObtainedItem) -> None:
    introductions.introduced(item, MONDAY)
    drop([FollowUp.objects.get(introduction=True)], MONDAY)
    kept = Given(kind=ItemKind.REFERRAL, item_id=item.pk, said=ReferralState.PROMISED)

    log_planned(Meeting.objects.get(), Debrief(day=MONDAY, given=(kept,)), today=TUESDAY)

    assert (state(item), [one[1] for one in to_write()]) == (ReferralState.INTRODUCED, [FollowUpStatus.DROPPED])


def test_a_plan_with_the_named_one_changes_nothing_before_it_is_held(item: ObtainedItem) -> None:
    planned = planning.plan(oriel(), today=MONDAY, day=TUESDAY, purpose_kind="acquaint")

    assert (planned.status, state(item), free_on(history_of(oriel()))) == (Status.PLANNED, ReferralState.PROMISED, None)
