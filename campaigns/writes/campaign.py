"""Starting a campaign, and taking note that its first steps were walked or put off."""

from datetime import date

from accounts.models import User
from campaigns.models import Campaign


def start_campaign(owner: User, today: date) -> Campaign:
    """The user's current campaign; made on the first call. Two calls at once make one (unique in the database)."""
    campaign, _ = Campaign.objects.get_or_create(owner=owner, ended_on=None, defaults={"started_on": today})
    return campaign


def set_welcomed(campaign: Campaign) -> None:
    campaign.welcomed = True
    campaign.save(update_fields=["welcomed"])
