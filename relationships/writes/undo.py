"""Undo of what one click did to one or many: the state before travels signed in the toast's form.

Done, put off and drop give the state of follow-ups before, with the referrals that they speak of; what is done to
picked people gives what was made.
"""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

from django.core import signing
from django.db import transaction
from django.db.models import Q

from campaigns.models import Campaign
from meetings.models import Touch
from meetings.rules.touch import Channel
from outcomes.models import FollowUp, FollowUpStatus, ObtainedItem
from outcomes.rules.items import NOT_YET_WRITTEN_TO, ReferralState
from relationships.writes import introductions
from relationships.writes.bulk import Done, take_back
from relationships.writes.standing import refresh

SALT = "fifty-cups.undo"
A_DAY = 60 * 60 * 24


def state_before(follow_ups: Iterable[FollowUp], referrals: Iterable[ObtainedItem] = ()) -> str:
    """The state to come back to, signed; take it before the write.

    The referrals that these follow-ups speak of come along, and the follow-ups of those: to write to somebody closes
    the introduction that was to be written to.
    """
    given = list(follow_ups)
    items = _spoken_of(given, referrals)
    beside = FollowUp.objects.of_referrals().open().filter(item__in=items).exclude(pk__in=[row.pk for row in given])
    rows = [
        [row.pk, row.status, row.due_on.isoformat(), row.closed_on and row.closed_on.isoformat()]
        for row in (*given, *(beside if items else ()))
    ]
    said = [
        [item.pk, item.referral_state, item.introduced_on and item.introduced_on.isoformat()] for item in items
    ]
    return signing.dumps({"rows": rows, "referrals": said}, salt=SALT, compress=True)


def state_of(done: Done) -> str:
    """What was done to picked people, signed; take it after the write."""
    return signing.dumps(asdict(done), salt=SALT, compress=True)


@transaction.atomic
def undo(campaign: Campaign, state: str) -> int:
    """Bring follow-ups, or people, back to that state; answers how many. ValueError: forged, or older than a day."""
    try:
        before = signing.loads(state, salt=SALT, max_age=A_DAY)
    except signing.BadSignature as error:
        raise ValueError("This can no longer be undone.") from error
    if "rows" not in before:
        return take_back(campaign, Done(**before))
    said = _say_again(campaign, before["referrals"])
    found = _put_back(campaign, before["rows"])
    introductions.keep_in_step(said, campaign.owner.today())
    refresh([*(row.contact_id for row in found), *introductions.concerned(said)])
    return len(found) or len(said)


def _spoken_of(follow_ups: list[FollowUp], referrals: Iterable[ObtainedItem]) -> list[ObtainedItem]:
    items = {row.item_id for row in follow_ups if row.item_id} | {item.pk for item in referrals}
    written_to = [row.contact_id for row in follow_ups if row.is_message]
    wanted = Q(pk__in=items) | Q(referred__in=written_to, referral_state__in=NOT_YET_WRITTEN_TO)
    return list(ObtainedItem.objects.referrals().filter(wanted)) if items or written_to else []


def _say_again(campaign: Campaign, said: list[list[Any]]) -> list[ObtainedItem]:
    """The referrals as they stood, but for who was met since; an introduction that was not made needs no writing."""
    before = {pk: (state, introduced_on) for pk, state, introduced_on in said}
    mine = ObtainedItem.objects.referrals().filter(campaign=campaign, pk__in=before)
    referrals = list(mine.exclude(referral_state=ReferralState.MET).select_for_update(of=("self",)).order_by("pk"))
    for item in referrals:
        item.referral_state, introduced_on = before[item.pk]
        item.introduced_on = date.fromisoformat(introduced_on) if introduced_on else None
        item.save(update_fields=["referral_state", "introduced_on"])
        if item.referral_state != ReferralState.INTRODUCED:
            FollowUp.objects.of_referrals().open().filter(item=item, introduction=True).delete()
    return referrals


def _put_back(campaign: Campaign, rows: list[list[Any]]) -> list[FollowUp]:
    before = {pk: (status, due_on, closed_on) for pk, status, due_on, closed_on in rows}
    mine = FollowUp.objects.filter(campaign=campaign, pk__in=before).select_related("touch")
    found = list(mine.select_for_update(of=("self",)).order_by("pk"))
    for follow_up in found:
        status, due_on, closed_on = before[follow_up.pk]
        follow_up.status, follow_up.due_on = status, date.fromisoformat(due_on)
        follow_up.closed_on = date.fromisoformat(closed_on) if closed_on else None
        noted, follow_up.touch = (follow_up.touch, None) if status == FollowUpStatus.OPEN else (None, follow_up.touch)
        follow_up.save(update_fields=["status", "due_on", "closed_on", "touch"])
        if noted and _was_noted_by_done(noted, follow_up):
            noted.delete()
    return found


def _was_noted_by_done(touch: Touch, follow_up: FollowUp) -> bool:
    """What the user wrote down in a form of its own stays; done notes the words of the follow-up."""
    return touch.text == follow_up.text and touch.channel == Channel.MESSAGE
