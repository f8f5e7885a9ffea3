"""R8 and R10: a referral, from what its giver said to the first meeting, with the follow-ups that its state asks for.

While an introduction is promised, and only then, a *waiting* on the giver is open; an introduction that was made is
written to on the next business day, before other messages. Source: docs/method.md.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from django.db import transaction
from django.db.models import Q

from campaigns.rules.business_days import add_business_days
from contacts.rules.joining import JoinedBecause
from meetings.models import Touch
from meetings.rules.asking import PATIENCE
from outcomes.models import FollowUp, FollowUpStatus, ObtainedItem
from outcomes.rules.due import FollowUpKind, next_business_day
from outcomes.rules.items import NOT_YET_WRITTEN_TO, ReferralState, introduced_words, waits_words
from relationships.reads.days_off import days_off_of
from relationships.writes.people import record
from relationships.writes.referrals import come_to, locked
from relationships.writes.standing import refresh
from relationships.writes.tells import to_tell, words_to_tell

CAME_TO_SOMETHING: Final = (
    ReferralState.OFFERED, ReferralState.INTRODUCED, ReferralState.CONTACTED, ReferralState.MET,
)  # fmt: skip
"""What was waited for is then done; in any other state it is dropped."""

MET_WITHIN: Final = 2
"""Business days in which who named somebody hears that the two have met (R8)."""

WRITTEN_TO: Final = (ReferralState.CONTACTED, ReferralState.MET)
STILL_OPEN_TO_MEET: Final = (ReferralState.CONTACTED, ReferralState.GONE_QUIET)
"""They can still be met by it; who declined had no part in it."""


def introduced(item: ObtainedItem, today: date) -> bool:
    """They introduced the two of you: write to the referred contact. Once: False where that was noted already."""
    return say(item, ReferralState.INTRODUCED, today)


@transaction.atomic
def say(item: ObtainedItem, state: ReferralState, today: date) -> bool:
    """What the giver did or said of it by now; False, with nothing written, where it was said or came further.

    `item` must be a referral; who was written to or met is not taken back to an earlier state.
    """
    referral = next(iter(locked([item.pk])), None)
    if referral is None or referral.referred is None or not _may_come_to(state, referral):
        return False
    referral.referral_state, referral.giver_said = state.value, ""
    referral.introduced_on = today if state is ReferralState.INTRODUCED else None
    referral.save(update_fields=["referral_state", "introduced_on", "giver_said"])
    keep_in_step([referral], today)
    if state is ReferralState.INTRODUCED:
        _to_write(referral, today).save()
        record(referral.referred, JoinedBecause.REFERRAL, today)
    refresh(concerned([referral]))
    return True


@transaction.atomic(savepoint=False)
def written_to(contacts: Iterable[int], today: date, touch: Touch | None = None) -> None:
    """They were written to, by a message or an invitation: whoever named them, they are contacted by it."""
    _come_to(ReferralState.CONTACTED, contacts, NOT_YET_WRITTEN_TO, today, touch)


@transaction.atomic(savepoint=False)
def met(contacts: Iterable[int], today: date) -> None:
    """A meeting with them was held: whoever named them hears of it later (R8)."""
    _come_to(ReferralState.MET, contacts, (*NOT_YET_WRITTEN_TO, *STILL_OPEN_TO_MEET), today, None)


def keep_in_step(referrals: Iterable[ObtainedItem], today: date) -> None:
    """Close what these referrals ask for no more, and open the waiting that a promise asks for; the caller refreshes.

    What is no referral any more, or names nobody, asks for nothing.
    """
    rows = list(referrals)
    if not rows:
        return
    stands = FollowUp.objects.of_referrals().filter(item__in=rows)
    _close(rows, stands.open(), today)
    promised = [row.pk for row in rows if _is(row, ReferralState.PROMISED)]
    stands.filter(introduction=False, dropped_by_leaving=True).exclude(item__in=promised).update(
        dropped_by_leaving=False
    )
    wait_for_givers(rows, today)


def wait_for_givers(referrals: Iterable[ObtainedItem], today: date) -> None:
    """Open the waiting that a promise asks for, where none stands; what stands is left as it is.

    Between people of whom one was left for now it is made as dropped with them: it comes back with them (R15).
    """
    promised = {row.pk: row for row in referrals if _is(row, ReferralState.PROMISED)}
    if not promised:
        return
    waits = FollowUp.objects.of_referrals().filter(item__in=promised, introduction=False)
    waits = waits.filter(Q(status=FollowUpStatus.OPEN) | Q(dropped_by_leaving=True))
    waited_for = set(waits.values_list("item_id", flat=True))
    new = [row for pk, row in promised.items() if pk not in waited_for]
    off = days_off_of({row.campaign_id for row in new}) if new else {}
    FollowUp.objects.bulk_create(
        _waiting(row, add_business_days(today, PATIENCE, off[row.campaign_id]), today) for row in new
    )


def concerned(referrals: Iterable[ObtainedItem]) -> set[int]:
    """Whose standing follows from them: the givers, and whom they named."""
    return {pk for row in referrals for pk in (row.contact_id, row.referred_id) if pk}


def _come_to(
    state: ReferralState,
    contacts: Iterable[int],
    before: Iterable[ReferralState],
    today: date,
    touch: Touch | None,
) -> None:
    wanted = ObtainedItem.objects.referrals().filter(referred__in=list(contacts), referral_state__in=list(before))
    ids = list(wanted.values_list("pk", flat=True))
    referrals = locked(ids) if ids else []
    if not referrals:
        return
    come_to(dict.fromkeys(referrals, state))
    if touch:
        FollowUp.objects.of_referrals().open().filter(item__in=referrals, introduction=True).update(touch=touch)
    keep_in_step(referrals, today)
    if state is ReferralState.MET:
        for referral in referrals:
            to_tell(referral, words_to_tell(referral), within=MET_WITHIN, today=today)
    refresh(concerned(referrals))


def _is(referral: ObtainedItem, state: ReferralState) -> bool:
    return referral.referral_state == state and referral.referred_id is not None


def _may_come_to(state: ReferralState, referral: ObtainedItem) -> bool:
    """Whether it is news: who was written to or met stays so, and an introduction is made once."""
    return referral.referral_state != state and referral.referral_state not in WRITTEN_TO


def _close(rows: Iterable[ObtainedItem], open_ones: Iterable[FollowUp], today: date) -> None:
    referrals = {row.pk: row for row in rows}
    for one in open_ones:
        referral = referrals[one.item_id or 0]
        if not _is(referral, ReferralState.INTRODUCED if one.introduction else ReferralState.PROMISED):
            came = referral.referral_state in (WRITTEN_TO if one.introduction else CAME_TO_SOMETHING)
            one.status, one.closed_on = FollowUpStatus.DONE if came else FollowUpStatus.DROPPED, today
            one.save(update_fields=["status", "closed_on"])


def _waiting(referral: ObtainedItem, due_on: date, today: date) -> FollowUp:
    left = any(one and one.left_on for one in (referral.contact, referral.referred))
    return FollowUp(
        status=FollowUpStatus.DROPPED if left else FollowUpStatus.OPEN,
        closed_on=today if left else None,
        dropped_by_leaving=left,
        campaign_id=referral.campaign_id,
        contact=referral.contact,
        kind=FollowUpKind.WAITING.value,
        text=waits_words(referral.contact.short_name, _called(referral))[:500],
        due_on=due_on,
        item=referral,
        created_on=today,
    )


def _to_write(referral: ObtainedItem, today: date) -> FollowUp:
    return FollowUp(
        campaign_id=referral.campaign_id,
        contact=referral.referred,
        kind=FollowUpKind.ACTION.value,
        text=introduced_words(referral.contact.short_name, _called(referral))[:500],
        due_on=next_business_day(today),
        by_rule=True,
        introduction=True,
        item=referral,
        created_on=today,
    )


def _called(referral: ObtainedItem) -> str:
    return referral.referred.short_name if referral.referred else ""
