"""R19: a chosen row is open exactly while what it is about stands, whatever is done: held against the next step."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from django.utils import timezone

from campaigns.models import Campaign
from campaigns.rules.business_days import NO_DAYS_OFF, DaysOff
from contacts.models import Contact
from meetings.rules.asking import Answer
from outcomes.models import FollowUpStatus
from outcomes.rules.due import FollowUpKind
from relationships.reads.history import history_of
from relationships.rules.history import History
from relationships.rules.next_step import next_step
from relationships.rules.steps import NextStep, StepKind, Timing
from tests import factories
from tests.relationships.histories import BEGAN, TODAY, moment, random_history
from tests.relationships.test_written_histories import storable
from tests.relationships.writing import set_days_off, write_history
from tests.today.acts import ACTS, ask, leave_for_now
from today.models import ChosenRow
from today.reads.open_rows import ids_to_do

pytestmark = pytest.mark.of_the_pages

A_DAY = timedelta(days=1)
NOW = moment(TODAY)
A_YES = (214, 286, 377)
"""Seeds of a yes whose day is to be agreed on: rare, since most were written to since."""

FOLLOW_UPS = {StepKind.WRITE, StepKind.DO, StepKind.CHASE}


def stands_alone(row: ChosenRow, history: History) -> bool:
    """Whether the rule, asked about this one thing, still gives this step."""
    kind = StepKind(row.kind)
    if kind.is_asking or kind is StepKind.QUIET:
        step = next_step(history, NOW)
        return step.kind.is_asking if kind.is_asking else step.kind is kind
    if kind is not StepKind.SENT:
        history = replace(history, opened=())
    if kind in FOLLOW_UPS:
        mine = tuple(one for one in history.follow_ups if one.follow_up_id == row.about)
        step = next_step(replace(history, follow_ups=mine, invitations=()), NOW)
        return step.timing is Timing.NOW and step.kind in FOLLOW_UPS and step.about == row.about
    if kind is StepKind.USE:
        history = replace(
            history, invitations=(), given=tuple(one for one in history.given if one.item_id == row.about)
        )
    step = next_step(replace(history, follow_ups=()), NOW)
    return step.kind is kind and step.about == row.about and step.timing is Timing.NOW


def has_a_row(step: NextStep, history: History) -> bool:
    """Of itself: a meeting of today or to log, a promise or an introduction that is due."""
    owed = [one for one in history.follow_ups if one.is_introduction or one.kind is FollowUpKind.PROMISE]
    if step.kind is StepKind.LOG or (step.kind is StepKind.PREPARE and step.due == TODAY):
        return True
    is_tomorrow = step.kind is StepKind.PREPARE and step.due == TODAY + A_DAY
    return (is_tomorrow and any(one.due <= TODAY for one in owed)) or bool(step.group and step.group.always_shown)


@pytest.mark.parametrize(
    ("off", "people"), [(NO_DAYS_OFF, 150), (DaysOff(((TODAY, TODAY + A_DAY),)), 40)], ids=["working day", "day off"]
)
def test_a_row_is_open_while_what_it_is_about_stands(campaign: Campaign, off: DaysOff, people: int) -> None:
    campaign.started_on = BEGAN
    campaign.save()
    set_days_off(campaign, replace(random_history(Random(1)), days_off=off))
    chance, seen = Random(7), Counter[tuple[str, bool]]()
    with timezone.override("UTC"):
        for seed in (*range(people), *A_YES):
            history = storable(replace(random_history(Random(seed)), days_off=off))
            contact = write_history(campaign, history, f"Ada {seed}")
            first = next_step(history_of(contact), NOW)
            if first.group is None:
                continue
            row = ChosenRow.objects.create(
                campaign=campaign, contact=contact, day=TODAY, place=0, kind=first.kind, about=first.about
            )
            act = chance.choice(ACTS)
            act(contact)

            now_true = history_of(contact)
            step = next_step(now_true, NOW)
            is_counted = contact.pk in ids_to_do(campaign, TODAY)

            is_open = stands_alone(row, now_true) and TODAY not in off
            assert is_counted is (is_open or has_a_row(step, now_true)), (seed, act, first, step)
            if is_counted and step.kind not in {StepKind.LOG, StepKind.PREPARE}:
                assert step.group is not None, (seed, act, first, step)
            if (step.kind, step.about, step.group) == (first.kind, first.about, first.group):
                assert is_counted, (seed, act, first)
            seen[row.kind, is_open] += 1
    if off is NO_DAYS_OFF:
        assert {kind for kind, _ in seen} >= {"write", "do", "chase", "plan", "remind", "leave", "ask", "again"}
        assert all(seen[kind, state] for kind in ("do", "write", "chase") for state in (True, False)), seen
    else:
        assert not any(state for _, state in seen)


def chosen(campaign: Campaign, contact: Contact) -> ChosenRow:
    step = next_step(history_of(contact), NOW)
    return ChosenRow.objects.create(
        campaign=campaign, contact=contact, day=TODAY, place=0, kind=step.kind, about=step.about
    )


def test_who_said_yes_and_is_asked_again_has_no_row(campaign: Campaign) -> None:
    noor = factories.make_contact(campaign)
    factories.make_invitation(noor, answer=Answer.YES, sent_on=TODAY - A_DAY, answered_on=TODAY)
    factories.make_follow_up(noor, kind=FollowUpKind.THANK_YOU, due_on=TODAY)
    chosen(campaign, noor)
    assert ids_to_do(campaign, TODAY) == {noor.pk}

    ask(noor)

    assert not ids_to_do(campaign, TODAY)


def test_who_is_left_for_now_has_no_row_though_something_is_opened_again(campaign: Campaign) -> None:
    noor = factories.make_contact(campaign)
    follow_up = factories.make_follow_up(noor, due_on=TODAY)
    chosen(campaign, noor)
    assert ids_to_do(campaign, TODAY) == {noor.pk}

    leave_for_now(noor)
    follow_up.refresh_from_db()
    follow_up.status, follow_up.closed_on = FollowUpStatus.OPEN, None
    follow_up.save()
    factories.refreshed(noor)

    assert not ids_to_do(campaign, TODAY)


def test_a_yes_is_done_for_today_once_it_was_answered_in_writing(campaign: Campaign) -> None:
    """Though something else is due with them: it was not chosen."""
    contact = factories.make_contact(campaign)
    yes = factories.make_invitation(contact, sent_on=TODAY - 3 * A_DAY, answer=Answer.YES, answered_on=TODAY - A_DAY)
    factories.make_follow_up(contact, due_on=TODAY)
    ChosenRow.objects.create(campaign=campaign, contact=contact, day=TODAY, place=0, kind=StepKind.PLAN, about=yes.pk)
    assert ids_to_do(campaign, TODAY) == {contact.pk}

    factories.make_touch(contact, day=TODAY)
    assert ids_to_do(campaign, TODAY) == set()

    factories.make_touch(contact, day=TODAY, direction="received")
    assert ids_to_do(campaign, TODAY) == {contact.pk}
