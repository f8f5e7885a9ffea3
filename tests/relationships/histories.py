"""Random histories of one person: everything that the values can say, in every mixture, the unlikely ones too."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from campaigns.rules.business_days import NO_DAYS_OFF, DaysOff, days_off
from contacts.rules.knowing import KnownAs
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from meetings.rules.touch import Direction
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind, ReferralState, UsedAs
from relationships.rules.history import (
    ArrangedMeeting,
    GivenItem,
    History,
    Moment,
    NamedBy,
    NotedTouch,
    OpenedMessage,
    OpenFollowUp,
    SentInvitation,
)

BEGAN = date(2026, 9, 1)
TODAY = date(2026, 12, 14)
HOLIDAYS = (date(2026, 12, 24), date(2027, 1, 2))


def moment(today: date, hour: int = 12) -> Moment:
    return Moment(today=today, now=datetime.combine(today, time(hour), tzinfo=UTC))


def random_history(chance: Random) -> History:
    """One person; each kind of thing is there in about a third of the histories."""
    left_on = _past(chance) if chance.random() < 0.15 else None
    return History(
        contact_id=1,
        called="Ada",
        joined_on=_past(chance) if chance.random() < 0.93 else None,
        known_as=chance.choice(list(KnownAs)) if chance.random() < 0.3 else None,
        known_since=date(2015, 1, 1) if chance.random() < 0.1 else None,
        left_on=left_on,
        left_until=_around(chance) if left_on and chance.random() < 0.7 else None,
        not_now_until=_around(chance) if chance.random() < 0.15 else None,
        not_for_this=chance.random() < 0.05,
        starred=chance.random() < 0.2,
        never_quiet=chance.random() < 0.1,
        at_target=chance.random() < 0.2,
        campaign_started_on=BEGAN,
        days_off=random_days_off(chance),
        common_ground=tuple(_past(chance) for _ in _some(chance)),
        meetings=tuple(_meeting(chance, number) for number in _some(chance)),
        invitations=_invitations(chance),
        touches=tuple(
            NotedTouch(day=_past(chance), direction=chance.choice(list(Direction))) for _ in _some(chance, 3)
        ),
        follow_ups=tuple(_follow_up(chance, number) for number in _some(chance)),
        told_of_use=chance.random() < 0.1,
        given=tuple(_item(chance, number) for number in _some(chance)),
        named_by=tuple(_named_by(chance) for _ in _some(chance)),
        agreed_encounters=tuple(_past(chance) for _ in _some(chance, 1)),
        opened=(OpenedMessage(message_id=1, opened_on=_past(chance)),) if chance.random() < 0.12 else (),
    )


def random_days_off(chance: Random) -> DaysOff:
    if chance.random() < 0.5:
        return NO_DAYS_OFF
    stretches = [HOLIDAYS] if chance.random() < 0.7 else []
    for _ in _some(chance):
        first = _around(chance)
        stretches.append((first, first + timedelta(days=chance.randrange(20))))
    return days_off(stretches)


def _some(chance: Random, most: int = 2) -> range:
    return range(chance.randint(1, most) if chance.random() < 0.35 else 0)


def _past(chance: Random) -> date:
    return TODAY - timedelta(days=chance.choice((0, 1, 2, 5, 9, 14, 20, 21, 22, 31, 60, 95, chance.randrange(200))))


def _around(chance: Random) -> date:
    return TODAY + timedelta(days=chance.randint(-30, 40))


def _meeting(chance: Random, number: int) -> ArrangedMeeting:
    status = chance.choice([Status.PLANNED, Status.PLANNED, Status.HELD, Status.HELD, Status.CANCELLED, Status.NO_SHOW])
    day = _around(chance) if status is Status.PLANNED else _past(chance)
    at = datetime.combine(day, time(chance.randrange(8, 20)), tzinfo=UTC) if chance.random() < 0.5 else None
    planned_on = (
        day - timedelta(days=chance.randrange(15)) if status is not Status.HELD or chance.random() < 0.5 else None
    )
    return ArrangedMeeting(
        meeting_id=number,
        status=status,
        day=day,
        planned_on=planned_on,
        starts_at=at,
        hour=f"{at:%H:%M}" if at and status is Status.PLANNED else "",
    )


def _invitations(chance: Random) -> tuple[SentInvitation, ...]:
    """Any number of answered ones, and at most one that waits, as the database keeps it."""
    found: list[SentInvitation] = []
    for number in _some(chance, 3):
        sent_on = _past(chance)
        waits = chance.random() < 0.4 and not any(one.answer is Answer.WAITING for one in found)
        answer = Answer.WAITING if waits else chance.choice([one for one in Answer if one is not Answer.WAITING])
        reminded_on = sent_on + timedelta(days=chance.randint(1, 10)) if chance.random() < 0.4 else None
        answered_on = None if waits else (reminded_on or sent_on) + timedelta(days=chance.randrange(12))
        faded_on = answered_on if answer is Answer.YES and chance.random() < 0.2 else None
        found.append(
            SentInvitation(
                invitation_id=number,
                sent_on=sent_on,
                answer=answer,
                answered_on=answered_on,
                reminded_on=reminded_on,
                faded_on=faded_on,
            )
        )
    return tuple(found)


def _follow_up(chance: Random, number: int) -> OpenFollowUp:
    kind = chance.choice(list(FollowUpKind))
    return OpenFollowUp(
        follow_up_id=number,
        kind=kind,
        what=kind.label,
        due=_around(chance),
        is_introduction=(introduction := kind is FollowUpKind.ACTION and chance.random() < 0.4),
        is_to_ask=introduction,
        noted_on=TODAY,
    )


def _item(chance: Random, number: int) -> GivenItem:
    kind, day = chance.choice(list(ItemKind)), _past(chance)
    is_name = kind is ItemKind.REFERRAL
    return _used_or_to_use(
        waits_for_an_answer=kind is ItemKind.INFORMATION and chance.random() < 0.5,
        item_id=number,
        kind=kind,
        day=day,
        referral_state=chance.choice(list(ReferralState)) if is_name else None,
        to_use_on=None if is_name or chance.random() < 0.6 else chance.choice((day, _around(chance))),
    )


def _used_or_to_use(*, waits_for_an_answer: bool = False, **fields: Any) -> GivenItem:
    """What asks for no use any more was used; or it is a finding, which waits for the answer to its question."""
    is_used = fields["kind"] is not ItemKind.REFERRAL and fields["to_use_on"] is None and not waits_for_an_answer
    return GivenItem(**fields, used_as=UsedAs.OTHERWISE if is_used else None)


def _named_by(chance: Random) -> NamedBy:
    state = chance.choice(list(ReferralState))
    made = state not in {ReferralState.PROMISED, ReferralState.OFFERED, ReferralState.DECLINED}
    return NamedBy(giver="Desmond", state=state, introduced_on=_past(chance) if made else None)
