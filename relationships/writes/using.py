"""R8: what somebody gave is put to use, and they hear what became of it."""

from datetime import date
from typing import Final

from django.db import transaction

from campaigns.models import Campaign
from campaigns.rules.business_days import add_business_days
from outcomes.models import FollowUp, FollowUpStatus, ObtainedItem
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind, UsedAs, tell_words
from pitch.models import PitchVersion
from pitch.rules.versions import Said, Spoken, Why
from pitch.writes.versions import NOT_SAID, say, say_position
from relationships.reads.days_off import days_off_in
from relationships.writes.standing import refresh

TELL_WITHIN: Final = 3
"""Business days in which the giver hears of it."""


@transaction.atomic
def put_to_use(item: ObtainedItem, used_as: UsedAs, *, today: date, version: PitchVersion | None = None) -> bool:
    """What became of it; the giver is to be told within three business days. False where it was used already.

    An item has at most one *tell*, and a dropped one counts as told. Of who was left for now it waits with them (R15).
    """
    items = ObtainedItem.objects.select_for_update(of=("self",)).select_related("contact")
    stored = items.filter(pk=item.pk, used_on=None).first()
    if stored is None:
        return False
    stored.used_as, stored.used_on, stored.pitch_version = used_as.value, today, version
    stored.save(update_fields=["used_as", "used_on", "pitch_version"])
    if not FollowUp.objects.filter(item=stored, kind=FollowUpKind.TELL).exists():
        _to_tell(stored, today).save()
    refresh([stored.contact_id])
    return True


@transaction.atomic
def revise(
    campaign: Campaign,
    kind: Spoken,
    said: Said,
    *,
    today: date,
    why: Why = NOT_SAID,
    item: ObtainedItem | None = None,
) -> PitchVersion | None:
    """A position or a pitch is said otherwise, maybe with what somebody gave; None where nothing changed."""
    if kind is Spoken.POSITION:
        version = say_position(campaign, said.text, today=today, why=why)
    else:
        version = say(campaign, kind, said, today=today, why=why)
    if version and item:
        put_to_use(item, UsedAs.PITCH, today=today, version=version)
    return version


def _to_tell(item: ObtainedItem, today: date) -> FollowUp:
    giver = item.contact
    left = giver.left_on is not None
    return FollowUp(
        status=FollowUpStatus.DROPPED if left else FollowUpStatus.OPEN,
        closed_on=today if left else None,
        dropped_by_leaving=left,
        campaign_id=item.campaign_id,
        contact=giver,
        kind=FollowUpKind.TELL.value,
        text=tell_words(giver.short_name, ItemKind(item.kind), item.text)[:500],
        due_on=add_business_days(today, TELL_WITHIN, days_off_in(item.campaign_id)),
        by_rule=True,
        item=item,
        created_on=today,
    )
