"""The admin, for bulk edits: everybody, superusers too, works on the rows of their own campaigns."""

from campaigns.admin.campaigns import CampaignAdmin, DraftAdmin, PauseAdmin

__all__ = ["CampaignAdmin", "DraftAdmin", "PauseAdmin"]
