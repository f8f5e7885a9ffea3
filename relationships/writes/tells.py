"""R8: an item has at most one *tell*: the giver hears what became of it. What comes second only changes its words."""

from datetime import date

from django.db import transaction

from campaigns.rules.business_days import add_business_days
from outcomes.models import FollowUp, FollowUpStatus, ObtainedItem
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind, ReferralState, met_words, tell_words
from relationships.reads.days_off import days_off_in
from relationships.writes.standing import refresh


def to_tell(item: ObtainedItem, words: str, *, within: int, today: date) -> None:
    """Make the tell of this item, due in so many business days, or change the words of the one that is open.

    A dropped one counts as told. Of who was left for now it waits with them (R15). The caller refreshes the giver.
    """
    there = FollowUp.objects.filter(item=item, kind=FollowUpKind.TELL).first()
    if there is None:
        _tell(item, words, within, today).save()
    elif there.status == FollowUpStatus.OPEN and there.text != words[:500]:
        there.text = words[:500]
        there.save(update_fields=["text"])


@transaction.atomic
def tell_now(item: ObtainedItem, today: date) -> FollowUp | None:
    """The user wants to tell the giver now; None where they know already."""
    stored = ObtainedItem.objects.select_for_update(of=("self",)).select_related("contact", "referred").get(pk=item.pk)
    to_tell(stored, words_to_tell(stored), within=0, today=today)
    refresh([stored.contact_id])
    return FollowUp.objects.open().filter(item=stored, kind=FollowUpKind.TELL).first()


def words_to_tell(item: ObtainedItem) -> str:
    """What the giver is to hear: what became of it, or that the two have met."""
    giver = item.contact.short_name
    if item.referral_state == ReferralState.MET and item.referred:
        return met_words(giver, item.referred.short_name)
    named = item.referred.short_name if item.referred else ""
    return tell_words(giver, ItemKind(item.kind), item.text or named)


def no_tell(item: ObtainedItem) -> None:
    """The use was taken back: while nobody was told, nothing is to be told."""
    tells = FollowUp.objects.filter(item=item, kind=FollowUpKind.TELL, by_rule=True)
    (tells.open() | tells.filter(dropped_by_leaving=True)).delete()


def _tell(item: ObtainedItem, words: str, within: int, today: date) -> FollowUp:
    giver = item.contact
    left = giver.left_on is not None
    return FollowUp(
        status=FollowUpStatus.DROPPED if left else FollowUpStatus.OPEN,
        closed_on=today if left else None,
        dropped_by_leaving=left,
        campaign_id=item.campaign_id,
        contact=giver,
        kind=FollowUpKind.TELL.value,
        text=words[:500],
        due_on=add_business_days(today, within, days_off_in(item.campaign_id)),
        by_rule=True,
        item=item,
        created_on=today,
    )
