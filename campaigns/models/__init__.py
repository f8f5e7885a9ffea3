"""A campaign is one search of one user; everything belongs to a campaign."""

from campaigns.models.campaign import Campaign, Pause
from campaigns.models.draft import Draft, DraftQuerySet
from campaigns.models.message_template import MessageTemplate

__all__ = ["Campaign", "Draft", "DraftQuerySet", "MessageTemplate", "Pause"]
