"""Starting a campaign, and taking note that its first steps were walked or put off."""

from datetime import date

from accounts.models import User
from campaigns.models import Campaign
from campaigns.rules.if_silent import IfSilent


def start_campaign(owner: User, today: date) -> Campaign:
    """The user's current campaign; made on the first call. Two calls at once make one (unique in the database)."""
    campaign, _ = Campaign.objects.get_or_create(owner=owner, ended_on=None, defaults={"started_on": today})
    return campaign


def set_welcomed(campaign: Campaign) -> None:
    campaign.welcomed = True
    campaign.save(update_fields=["welcomed"])


def set_seen(campaign: Campaign, today: date) -> None:
    """The day's first visit: keep the day seen before, by which an absence shows."""
    campaign.away_since, campaign.last_seen_on = campaign.last_seen_on, today
    campaign.save(update_fields=["away_since", "last_seen_on"])


def set_back(campaign: Campaign) -> None:
    """The absence was answered: nothing more is said of it."""
    campaign.away_since = None
    campaign.save(update_fields=["away_since"])


def set_if_silent(campaign: Campaign, what: IfSilent, words: str) -> None:
    """What the user does at a silence or a no (R23)."""
    campaign.if_silent, campaign.if_silent_words = what.value, words
    campaign.save(update_fields=["if_silent", "if_silent_words"])


def set_rather_write(campaign: Campaign) -> None:
    """Ringing comes first no longer for whom the user knows (R23)."""
    campaign.rather_write = True
    campaign.save(update_fields=["rather_write"])
