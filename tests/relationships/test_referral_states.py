"""R8: the one word for a referral follows from the evidence that stands, and goes back with it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts.models import Contact
from contacts.rules.leaving import LeftBecause
from meetings.models import Invitation, Meeting
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from meetings.rules.touch import Channel, Direction
from outcomes.models import FollowUp, FollowUpStatus, ObtainedItem
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind, ReferralState, what_became_of_it
from relationships.rules.debrief import Debrief
from relationships.rules.history import History
from relationships.rules.steps import StepKind
from relationships.writes import asking, introductions, inviting, planning
from relationships.writes.debrief import log_new
from relationships.writes.leaving import come_back, leave
from relationships.writes.standing import out_of_step, refresh
from relationships.writes.undo import state_before_answer, undo
from tests import factories
from tests.relationships.referrals import MONDAY, TO_WRITE, TUESDAY, WAITS, oriel, state, step_of, to_write, waits
from trash.models import Deletion
from trash.writes.deleting import throw_away
from trash.writes.restoring import restore

CONTACTED, MET, QUIET = ReferralState.CONTACTED, ReferralState.MET, ReferralState.GONE_QUIET
LATER = MONDAY + timedelta(days=21)


def asked() -> Invitation:
    return asking.invite(oriel(), sent_on=MONDAY, today=MONDAY, channel=Channel.MAIL.value)


def silent(*, reminded: bool = True) -> Invitation:
    """Asked, reminded, and left for now when nothing came."""
    invitation = asked()
    if reminded:
        inviting.remind(invitation, TUESDAY)
    leave(oriel(), LeftBecause.NO_ANSWER, today=LATER)
    invitation.refresh_from_db()
    return invitation


def heard(person: Contact) -> None:
    planning.touch(person, today=LATER, day=LATER, direction=Direction.RECEIVED)


def met() -> Meeting:
    return log_new(oriel(), Debrief(day=MONDAY), today=MONDAY)


def tells() -> list[tuple[str, str]]:
    return list(FollowUp.objects.filter(kind=FollowUpKind.TELL).order_by("pk").values_list("text", "status"))


TELL = ("Tell Desmond that you met Oriel", FollowUpStatus.OPEN)


@given(st.sampled_from(ReferralState), st.booleans(), st.booleans(), st.booleans(), st.booleans())
def test_one_word(said: ReferralState, is_met: bool, written_to: bool, said_no: bool, quiet: bool) -> None:
    became = what_became_of_it(said, met=is_met, written_to=written_to, said_no=said_no, silent=quiet)

    assert (became is MET) == ((is_met and said is not ReferralState.DECLINED) or (not written_to and said is MET))
    assert became is said or is_met or written_to
    assert became is not QUIET or said is QUIET or quiet


def test_no_answer_after_the_reminder_is_gone_quiet_until_something_comes(item: ObtainedItem) -> None:
    silent(reminded=False)
    assert state(item) == CONTACTED
    come_back(oriel())
    Invitation.objects.all().delete()

    silent()
    assert state(item) == QUIET
    come_back(oriel())
    assert state(item) == CONTACTED
    leave(oriel(), LeftBecause.NO_ANSWER, today=LATER)
    assert state(item) == QUIET
    heard(oriel())
    assert state(item) == CONTACTED
    assert list(out_of_step()) == []


@pytest.mark.parametrize(
    ("said", "stands"), [(Answer.YES, CONTACTED), (Answer.LATER, CONTACTED), (Answer.NO, ReferralState.DECLINED)]
)
def test_an_answer_says_it_and_undo_brings_the_silence_back(
    item: ObtainedItem, said: Answer, stands: ReferralState
) -> None:
    invitation = silent()
    before = state_before_answer(invitation, said, LATER)

    inviting.answer(invitation, said, today=LATER, later_on=LATER)
    assert state(item) == stands
    assert undo(item.campaign, before) == 1
    assert state(item) == QUIET

    met()
    assert (state(item), tells()) == (MET, [TELL])


def test_who_went_quiet_is_introduced_anew(item: ObtainedItem) -> None:
    silent()

    assert introductions.introduced(item, LATER)
    assert state(item) == ReferralState.INTRODUCED
    asking.invite(oriel(), sent_on=LATER, today=LATER, channel=Channel.MAIL.value)
    assert state(item) == CONTACTED


def no_show(meeting: Meeting) -> Callable[[], object]:
    planning.no_show(meeting)
    return lambda: planning.put_back(meeting, Status.HELD, meeting.day, None)


def trashed(thing: Meeting | Invitation) -> Callable[[], object]:
    deletion = throw_away(thing.campaign, thing, "It", TUESDAY)
    return lambda: restore(Deletion.objects.get(pk=deletion.pk))


@pytest.mark.parametrize("goes", [no_show, trashed])
@pytest.mark.parametrize("said", [ReferralState.PROMISED, ReferralState.INTRODUCED, CONTACTED])
def test_a_meeting_that_was_none_brings_the_former_word_back(
    item: ObtainedItem, said: ReferralState, goes: Callable[[Meeting], Callable[[], object]]
) -> None:
    if said is ReferralState.INTRODUCED:
        introductions.introduced(item, MONDAY)
    if said is CONTACTED:
        planning.touch(oriel(), today=MONDAY, day=MONDAY, direction=Direction.SENT)
    meeting = met()
    assert (state(item), tells()) == (MET, [TELL])

    back = goes(meeting)
    assert (state(item), tells()) == (said, [])
    assert (WAITS in waits(), TO_WRITE in to_write()) == (said is ReferralState.PROMISED, said == "introduced")
    assert list(out_of_step()) == []

    back()
    assert (state(item), tells()) == (MET, [TELL])
    assert not FollowUp.objects.of_referrals().open().exists()
    assert list(out_of_step()) == []


def test_an_invitation_that_is_deleted_was_no_contact(item: ObtainedItem) -> None:
    back = trashed(asked())
    assert (state(item), waits()) == (ReferralState.PROMISED, [WAITS])

    back()
    assert (state(item), [status for _, status, _ in waits()]) == (CONTACTED, [FollowUpStatus.DONE])


def bypassed(item: ObtainedItem) -> bool:
    """Whether any screen would have her asked before he has introduced the two."""
    refresh([oriel().pk])
    return step_of(oriel())[0] in {StepKind.ASK, StepKind.AGAIN} or oriel().free_on is not None


def test_whose_introduction_is_promised_is_not_asked_before(
    item: ObtainedItem, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not bypassed(item)
    monkeypatch.setattr(History, "only_promised_by", "")
    assert bypassed(item), "the breach is seen"


def test_each_of_several_givers_hears_once(item: ObtainedItem) -> None:
    """Also a loop: she named one of them, who named her."""
    ben = factories.make_contact(item.campaign, "Ben Broom")
    for giver, referred in ((ben, oriel()), (oriel(), ben)):
        factories.make_item(giver, "", kind=ItemKind.REFERRAL, referred=referred)
    meeting = met()
    given_back = trashed(meeting)

    assert tells() == []
    given_back()
    assert tells() == [TELL, ("Tell Ben that you met Oriel", FollowUpStatus.OPEN)]
    assert list(out_of_step()) == []


def test_nobody_is_told_twice(item: ObtainedItem) -> None:
    """Met, deleted, met anew, and the first meeting comes back: one is to be told, once."""
    back = trashed(met())
    met()

    back()
    assert tells() == [TELL]
