"""R8: an introduction that was made is written to on the next business day, before other messages."""

from datetime import date

from django.db import transaction

from outcomes.models import FollowUp, ObtainedItem
from outcomes.rules.due import FollowUpKind, next_business_day
from outcomes.rules.items import ItemKind, ReferralState
from relationships.writes.follow_ups import add_follow_up


@transaction.atomic
def introduced(item: ObtainedItem, today: date) -> FollowUp | None:
    """They introduced the two of you: write to the referred contact. Once: a second time changes nothing."""
    item = ObtainedItem.objects.select_for_update(of=("self",)).select_related("contact", "referred").get(pk=item.pk)
    if (
        item.kind != ItemKind.REFERRAL
        or item.referred is None
        or item.referral_state not in {ReferralState.PROMISED, ReferralState.OFFERED}
    ):
        return None
    item.referral_state = ReferralState.INTRODUCED.value
    item.introduced_on = today
    item.save(update_fields=["referral_state", "introduced_on"])
    return add_follow_up(
        item.referred,
        FollowUpKind.ACTION,
        f"Write to {item.referred.short_name}: {item.contact.short_name} has introduced you",
        next_business_day(today),
        today=today,
        by_rule=True,
        introduction=True,
        item=item,
    )
