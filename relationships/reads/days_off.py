"""Pauses and days off of campaigns, as the rules count by them (R17)."""

from collections import defaultdict
from datetime import date

from campaigns.models import Pause
from campaigns.rules.business_days import DaysOff, days_off


def days_off_of(campaigns: set[int]) -> dict[int, DaysOff]:
    """Pauses and days off of each of these campaigns (R17)."""
    stretches: defaultdict[int, list[tuple[date, date]]] = defaultdict(list)
    for campaign_id, first, last in Pause.objects.filter(campaign__in=campaigns).values_list(
        "campaign_id", "from_day", "to_day"
    ):
        stretches[campaign_id].append((first, last))
    return {campaign: days_off(stretches[campaign]) for campaign in campaigns}


def days_off_in(campaign_id: int) -> DaysOff:
    return days_off_of({campaign_id})[campaign_id]
