"""What was obtained, and what is to be done."""

from outcomes.models.follow_up import FollowUp, FollowUpQuerySet
from outcomes.models.obtained_item import ObtainedItem, ObtainedItemQuerySet

__all__ = ["FollowUp", "FollowUpQuerySet", "ObtainedItem", "ObtainedItemQuerySet"]
