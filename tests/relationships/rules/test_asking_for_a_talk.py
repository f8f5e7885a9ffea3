"""R17 and R18: which follow-up is an invitation by whatever way it is sent; what was last, and how somebody came."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from meetings.rules.purpose import EarlierPurpose, PurposeKind
from meetings.rules.touch import Channel, Direction
from outcomes.rules.due import FollowUpKind, is_to_ask
from outcomes.rules.items import ReferralState
from relationships.rules.asking_for_a_talk import asks_for_a_talk, purpose_to_ask_for
from relationships.rules.came_of_it import came_by
from relationships.rules.history import NamedBy, NotedTouch, OpenFollowUp
from relationships.rules.may_be_asked import how_last
from tests.relationships.cases import FRIDAY, LONG_AGO, MONDAY, TOVE, asked, meeting

BOTH, NEITHER = (True, True), (False, False)


def to_ask(*, introduction: bool) -> OpenFollowUp:
    return OpenFollowUp(
        follow_up_id=1, kind=FollowUpKind.ACTION, what="Write", due=MONDAY, is_introduction=introduction,
        is_to_ask=True, noted_on=FRIDAY,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("stands", "asks"),
    [
        # each as an introduction that was made, and as what was agreed at an event or for later
        ({}, BOTH),
        ({"invitations": (asked(LONG_AGO),)}, NEITHER),
        ({"invitations": (asked(LONG_AGO, Answer.YES),)}, NEITHER),
        ({"invitations": (asked(LONG_AGO, Answer.LATER),)}, BOTH),
        ({"invitations": (asked(LONG_AGO, Answer.NO),)}, BOTH),
        ({"meetings": (meeting(Status.PLANNED, MONDAY),)}, NEITHER),
        ({"meetings": (meeting(Status.HELD, LONG_AGO),)}, (False, True)),
        ({"meetings": (meeting(Status.HELD, MONDAY),)}, NEITHER),
        ({"meetings": (meeting(Status.CANCELLED, MONDAY),)}, BOTH),
        ({"touches": (NotedTouch(day=FRIDAY, direction=Direction.SENT),)}, BOTH),
    ],
)
def test_it_asks_unless_they_are_asked_have_agreed_or_were_met(stands: dict[str, Any], asks: tuple[bool, bool]) -> None:
    history = replace(TOVE, **stands)

    assert tuple(asks_for_a_talk(to_ask(introduction=one), history) for one in (True, False)) == asks
    assert not asks_for_a_talk(replace(to_ask(introduction=False), is_to_ask=False), history)


@pytest.mark.parametrize(
    ("introduction", "encounter", "invitation", "is_one"),
    [(True, None, None, True), (False, 3, None, True), (False, None, 3, True), (False, None, None, False)],
)
def test_what_is_there_to_ask(introduction: bool, encounter: int | None, invitation: int | None, is_one: bool) -> None:
    assert is_to_ask(introduction=introduction, encounter=encounter, invitation=invitation) is is_one


def test_the_purpose_is_one_that_was_not_used_and_a_name_where_it_carries() -> None:
    twice = replace(TOVE, meetings=(meeting(Status.HELD, LONG_AGO), meeting(Status.HELD, date(2026, 9, 1), 2)))
    before = [EarlierPurpose(kind=PurposeKind.ACQUAINT, day=LONG_AGO)]

    assert purpose_to_ask_for([], TOVE) is PurposeKind.ACQUAINT
    assert purpose_to_ask_for(before, TOVE) is PurposeKind.PATH
    assert purpose_to_ask_for(before, twice) is PurposeKind.SOMEBODY


SENT = NotedTouch(day=FRIDAY, direction=Direction.SENT)


@pytest.mark.parametrize(
    ("stands", "words"),
    [
        ({"touches": (SENT,)}, "You wrote"),
        ({"touches": (SENT, replace(SENT, direction=Direction.RECEIVED))}, "They wrote"),
        ({"touches": (replace(SENT, channel=Channel.CALL), SENT)}, "You spoke"),
        ({"touches": (replace(SENT, channel=Channel.OTHER),)}, "You were in touch"),
        ({"touches": (SENT,), "meetings": (meeting(Status.HELD, LONG_AGO),)}, "You wrote"),
        ({"touches": (SENT,), "meetings": (meeting(Status.HELD, FRIDAY),)}, "You spoke"),
        ({}, ""),
    ],
)
def test_what_was_last_is_called_what_it_was(stands: dict[str, Any], words: str) -> None:
    assert how_last(replace(TOVE, **stands)) == words


@pytest.mark.parametrize(
    ("state", "introduced_on", "words"),
    [
        (ReferralState.PROMISED, None, "Named by"),
        (ReferralState.OFFERED, None, "Named by"),
        (ReferralState.CONTACTED, None, "Named by"),
        (ReferralState.MET, None, "Named by"),
        (ReferralState.INTRODUCED, None, "Introduced by"),
        (ReferralState.CONTACTED, FRIDAY, "Introduced by"),
        (ReferralState.GONE_QUIET, FRIDAY, "Introduced by"),
    ],
)
def test_who_lent_their_name_has_named_them(state: ReferralState, introduced_on: date | None, words: str) -> None:
    history = replace(TOVE, named_by=(NamedBy(giver="Graham", state=state, introduced_on=introduced_on, giver_id=7),))

    assert came_by(history, 7) == words
    assert came_by(history, 8) == "Introduced by", "as it is noted with the person, where no referral says it"
