"""R8: what became of a referral follows from the evidence about whom it names: written to, met, a no, or silence.

What an answer, leaving, the trash and a corrected meeting change is read here from what stands; writing to somebody
and meeting them move it on in `introductions`. Source: docs/method.md.
"""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from django.db import transaction
from django.db.models import Q

from meetings.models import Invitation, Meeting, Touch
from meetings.rules.asking import Answer
from meetings.rules.touch import Direction
from outcomes.models import FollowUp, FollowUpStatus, ObtainedItem
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import NOT_YET_WRITTEN_TO, ReferralState, what_became_of_it
from relationships.writes.introductions import MET_WITHIN, concerned, keep_in_step
from relationships.writes.referrals import come_to, left_by_giver, locked
from relationships.writes.standing import refresh
from relationships.writes.tells import no_tell, to_tell, words_to_tell

LEFT_BEHIND: Final = {ReferralState.PROMISED: False, ReferralState.INTRODUCED: True}
"""What is open again where a referral is so again: the waiting on the giver, or the introduction to write to."""


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What stands about one person who was named."""

    met: bool = False
    sent: list[date] = field(default_factory=list)
    """The days of messages and invitations to them."""

    received: list[date] = field(default_factory=list)
    invitations: list[Invitation] = field(default_factory=list)

    def since(self, day: date) -> bool:
        return any(one >= day for one in self.sent)

    def latest(self, day: date) -> Invitation | None:
        asked = [one for one in self.invitations if one.sent_on >= day]
        return max(asked, key=lambda one: (one.sent_on, one.pk), default=None)


@transaction.atomic(savepoint=False)
def follow(contacts: Iterable[int], today: date, *, gone: bool = False, back: bool = False) -> list[FollowUp]:
    """Let the referrals that name these people say what became of them.

    `gone`: evidence about them went, so a referral may be what it was before; `back`: evidence came back. Without
    either only their answers are looked at. Answers the follow-ups that were deleted or opened again by it, as they
    were: the trash keeps these.
    """
    named = ObtainedItem.objects.referrals().filter(referred__in=list(contacts))
    ids = list(named.values_list("pk", flat=True))
    if not ids:
        return []
    referrals = locked(ids)
    stands = _evidence({row.referred_id for row in referrals if row.referred_id})
    became = {row: _becomes(row, stands[row.referred_id or 0], gone=gone, back=back) for row in referrals}
    changed = {row: state for row, state in became.items() if state != row.referral_state}
    if not changed:
        return []
    met_before = [row for row in changed if row.referral_state == ReferralState.MET]
    come_to(changed)
    before = [*_untell(met_before), *_open_again(changed)]
    keep_in_step(changed, today)
    for row, state in changed.items():
        if state is ReferralState.MET:
            to_tell(row, words_to_tell(row), within=MET_WITHIN, today=today)
    refresh(concerned(changed))
    return before


def _becomes(row: ObtainedItem, stands: Evidence, *, gone: bool, back: bool) -> ReferralState:
    state, said = ReferralState(row.referral_state), left_by_giver(row)
    if state is said and (said is ReferralState.GONE_QUIET or not back):
        return ReferralState.MET if back and stands.met else state
    moved = state not in NOT_YET_WRITTEN_TO
    is_met = state is ReferralState.MET
    met = (stands.met and (back or is_met)) or (is_met and not gone)
    written_to = stands.since(row.day if moved else row.introduced_on or row.day)
    asked = stands.latest(row.day)
    answer = asked.answer if asked else ""
    silent = asked is not None and answer == Answer.NO_ANSWER and asked.reminded_on is not None
    return what_became_of_it(
        said,
        met=met,
        written_to=written_to or (moved and not gone and not is_met),
        said_no=answer == Answer.NO,
        silent=silent and not any(day >= asked.sent_on for day in stands.received) if asked else False,
    )


def _evidence(contacts: set[int]) -> dict[int, Evidence]:
    met = set(Meeting.objects.held().filter(contact__in=contacts).values_list("contact_id", flat=True))
    found = {pk: Evidence(met=pk in met) for pk in contacts}
    for whose, day, direction in Touch.objects.filter(contact__in=contacts).values_list("contact", "day", "direction"):
        (found[whose].sent if direction == Direction.SENT else found[whose].received).append(day)
    for asked in Invitation.objects.filter(contact__in=contacts):
        found[asked.contact_id].sent.append(asked.sent_on)
        found[asked.contact_id].invitations.append(asked)
    return found


def _untell(referrals: Iterable[ObtainedItem]) -> list[FollowUp]:
    """They have not met after all: nobody is to hear of it."""
    tells = FollowUp.objects.filter(item__in=list(referrals), kind=FollowUpKind.TELL, by_rule=True)
    open_ones = list(tells.filter(Q(status=FollowUpStatus.OPEN) | Q(dropped_by_leaving=True)))
    for row in referrals:
        no_tell(row)
    return open_ones


def _open_again(changed: dict[ObtainedItem, ReferralState]) -> list[FollowUp]:
    """What was done by writing to them or meeting them is to be done again; with who was left it waits (R15)."""
    before = []
    for row, state in changed.items():
        if state not in LEFT_BEHIND:
            continue
        done = FollowUp.objects.of_referrals().filter(item=row, introduction=LEFT_BEHIND[state])
        latest = done.filter(status=FollowUpStatus.DONE).order_by("-pk").first()
        if latest:
            before.append(copy(latest))
            left = any(one and one.left_on for one in (row.contact, row.referred))
            latest.status = FollowUpStatus.DROPPED if left else FollowUpStatus.OPEN
            latest.closed_on, latest.dropped_by_leaving = latest.closed_on if left else None, left
            latest.save(update_fields=["status", "closed_on", "dropped_by_leaving"])
    return before
