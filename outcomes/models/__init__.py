"""What was obtained, and what is to be done."""

from outcomes.models.follow_up import FollowUp, FollowUpQuerySet, FollowUpStatus
from outcomes.models.obtained_item import ObtainedItem, ObtainedItemQuerySet

__all__ = ["FollowUp", "FollowUpQuerySet", "FollowUpStatus", "ObtainedItem", "ObtainedItemQuerySet"]
