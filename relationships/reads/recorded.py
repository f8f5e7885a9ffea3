"""R1: for whom something stands that was recorded, which keeps them in the network."""

from collections.abc import Iterable

from meetings.models import Encounter, Invitation, Meeting, Touch
from outcomes.models import FollowUp, ObtainedItem


def recorded_for(contacts: Iterable[int]) -> set[int]:
    """Of these contacts those with an invitation, meeting, touch, follow-up, obtained item, a referral to them, or an
    event at which they agreed to meet again.
    """
    ids = list(contacts)
    found: set[int] = set()
    for model in (Invitation, Meeting, Touch, FollowUp, ObtainedItem):
        found.update(model.objects.filter(contact__in=ids).order_by().values_list("contact_id", flat=True))
    agreed = Encounter.objects.agreed().filter(contact__in=ids).order_by()
    found.update(agreed.values_list("contact_id", flat=True))
    named = ObtainedItem.objects.filter(referred__in=ids).order_by()
    return found.union(item.referred_id for item in named if item.referred_id)
