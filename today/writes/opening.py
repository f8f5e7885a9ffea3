"""R19: the first visit of a day notes it, and lets go what a rule created and nobody promised, 21 days after its day.
R15: who was left until this day is back.

Coming back after an absence, the promises are kept for today and the rest is spread over five business days.
"""

from datetime import date

from django.db import transaction

from campaigns.models import Campaign
from campaigns.writes.campaign import set_back, set_seen
from outcomes.models import FollowUp, FollowUpStatus
from outcomes.rules.due import FollowUpKind
from relationships.rules.spreading import spread_over
from relationships.writes.follow_ups import drop, set_days
from relationships.writes.leaving import come_back_in_time
from relationships.writes.undo import state_before
from today.rules.review import FADES_AFTER


def open_the_day(campaign: Campaign, today: date) -> None:
    """Once a day; every later visit of the day costs nothing, and waits for nobody who writes."""
    if campaign.last_seen_on == today:
        return
    with transaction.atomic():
        held = Campaign.objects.select_for_update(no_key=True).get(pk=campaign.pk)
        if held.last_seen_on != today:  # else another tab was quicker
            set_seen(held, today)
            come_back_in_time(campaign, today)
            drop(faded(campaign, today), today)
        campaign.away_since, campaign.last_seen_on = held.away_since, held.last_seen_on


def faded(campaign: Campaign, today: date) -> list[FollowUp]:
    """The SQL twin of today.rules.review.fades, counted from the day it was for: what waits for its day fades not."""
    made_by_rules = FollowUp.objects.open().filter(campaign=campaign, by_rule=True, due_on__lte=today - FADES_AFTER)
    return list(made_by_rules.exclude(kind=FollowUpKind.PROMISE))


@transaction.atomic
def spread_late(campaign: Campaign, today: date) -> tuple[int, int, str]:
    """Answers how many promises are kept for today, how many others were spread, and the state before, to undo."""
    late = list(FollowUp.objects.late(today).filter(campaign=campaign).order_by("due_on", "pk"))
    promises = [one for one in late if one.kind == FollowUpKind.PROMISE]
    others = [one for one in late if one.kind != FollowUpKind.PROMISE]
    state = state_before(late, to=FollowUpStatus.OPEN)
    set_days(dict.fromkeys(promises, today) | spread_over(others, today))
    set_back(campaign)
    return len(promises), len(others), state
