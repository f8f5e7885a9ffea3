"""Undo, trash and leaving bring a promised introduction back with all that hangs on it (R15, R16)."""

import pytest

from contacts.models import Contact
from contacts.rules.leaving import LeftBecause
from meetings.rules.touch import Direction
from outcomes.models import FollowUp, FollowUpStatus, ObtainedItem
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ReferralState
from relationships.rules.steps import StepKind
from relationships.writes import introductions, planning
from relationships.writes.follow_ups import done, drop, put_off
from relationships.writes.leaving import come_back, leave
from relationships.writes.standing import out_of_step
from relationships.writes.undo import state_before, undo
from tests import factories
from tests.relationships.referrals import (
    IN_A_WEEK,
    MONDAY,
    TO_WRITE,
    WAITS,
    oriel,
    state,
    step_of,
    to_write,
    waits,
)
from trash.models import Deletion
from trash.writes.deleting import throw_away
from trash.writes.restoring import restore


def test_done_on_the_waiting_is_the_introduction_and_undo_brings_it_back(item: ObtainedItem) -> None:
    waiting = FollowUp.objects.get()
    before = state_before([waiting])

    done([waiting], MONDAY)
    assert (state(item), to_write()) == (ReferralState.INTRODUCED, [TO_WRITE])

    for _ in range(2):
        undo(item.campaign, before)
        assert (state(item), item.introduced_on) == (ReferralState.PROMISED, None)
        assert (waits(), to_write()) == ([WAITS], [])
        assert step_of(oriel())[0] is StepKind.REST
    assert list(out_of_step()) == []


def test_dropping_the_waiting_frees_the_named_one_and_undo_brings_it_back(item: ObtainedItem) -> None:
    waiting = FollowUp.objects.get()
    before = state_before([waiting], to=FollowUpStatus.DROPPED)

    drop([waiting], MONDAY)
    assert (state(item), oriel().free_on) == (ReferralState.GONE_QUIET, MONDAY)

    undo(item.campaign, before)
    assert (state(item), waits(), oriel().free_on) == (ReferralState.PROMISED, [WAITS], None)


def test_undoing_thanks_reopens_the_introduction_that_it_closed(item: ObtainedItem) -> None:
    introductions.introduced(item, MONDAY)
    thanks = factories.make_follow_up(oriel(), "Thank Oriel", kind=FollowUpKind.THANK_YOU)
    before = state_before([thanks])
    done([thanks], MONDAY)

    undo(item.campaign, before)

    assert (state(item), to_write()) == (ReferralState.INTRODUCED, [TO_WRITE])


def test_undoing_that_it_was_put_off_leaves_a_message_that_was_written_since(item: ObtainedItem) -> None:
    introductions.introduced(item, MONDAY)
    row = FollowUp.objects.get(introduction=True)
    before = state_before([row], to=FollowUpStatus.OPEN)
    put_off([row], IN_A_WEEK)
    written = planning.touch(oriel(), today=MONDAY, day=MONDAY, direction=Direction.SENT.value, text="Dear Oriel")
    row.refresh_from_db()
    assert row.touch == written

    assert undo(item.campaign, before) == 0

    written.refresh_from_db()
    assert (state(item), [one[1] for one in to_write()]) == (ReferralState.CONTACTED, [FollowUpStatus.DONE])


def test_the_waiting_goes_to_the_trash_with_the_item_and_comes_back(item: ObtainedItem) -> None:
    throw_away(item.campaign, item, "Referral", MONDAY)
    assert (waits(), oriel().free_on) == ([], MONDAY)
    assert list(out_of_step()) == []

    restore(Deletion.objects.get())

    assert (waits(), oriel().free_on) == ([WAITS], None)
    assert list(out_of_step()) == []


@pytest.mark.parametrize("order", [("giver", "named"), ("named", "giver")])
def test_leaving_drops_the_promise_and_coming_back_brings_it_back(
    item: ObtainedItem, desmond: Contact, order: tuple[str, str]
) -> None:
    people = {"giver": desmond, "named": oriel()}
    first, second = (people[name] for name in order)
    for contact in (first, second):
        leave(contact, LeftBecause.NOT_RIGHT, today=MONDAY)
        assert [one[1] for one in waits()] == [FollowUpStatus.DROPPED]
        assert list(out_of_step()) == []

    come_back(first)
    assert [one[1] for one in waits()] == [FollowUpStatus.DROPPED]
    come_back(second)

    assert waits() == [WAITS]
    assert Contact.objects.get(pk=desmond.pk).acts_on == IN_A_WEEK
    assert list(out_of_step()) == []


def test_who_was_introduced_while_they_were_left_is_not_waited_for_again(item: ObtainedItem, desmond: Contact) -> None:
    leave(desmond, LeftBecause.NOT_RIGHT, today=MONDAY)
    introductions.introduced(item, MONDAY)

    come_back(desmond)

    assert [one[1] for one in waits()] == [FollowUpStatus.DROPPED]
