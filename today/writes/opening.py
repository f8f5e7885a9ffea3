"""R19: the first request of a day notes it, and lets go what a rule created and nobody promised, 21 days after its day.
R15: who was left until this day is back.

Coming back after an absence, the promises are kept as they are and the rest is spread over five business days, none of
them off.
"""

from datetime import date, timedelta

from django.db import transaction

from campaigns.models import Campaign
from campaigns.rules.business_days import DaysOff
from campaigns.writes.campaign import set_back, set_seen
from meetings.models import Invitation
from outcomes.models import FollowUp, FollowUpStatus
from outcomes.rules.due import FollowUpKind
from relationships.reads.days_off import days_off_in
from relationships.reads.history import histories_of
from relationships.rules.spreading import may_be_spread, spread_over
from relationships.writes.follow_ups import drop, set_days
from relationships.writes.leaving import come_back_in_time
from relationships.writes.standing import refresh
from relationships.writes.undo import state_before
from today.reads.open_rows import WITHOUT_A_DAY
from today.rules.fading import FADES_AFTER, PROMISED, has_faded, yes_that_faded
from today.writes.week_ahead import let_go_of_missed


def open_the_day(campaign: Campaign, today: date) -> None:
    """Once a day; every later request of the day costs nothing, and waits for nobody who writes."""
    if campaign.last_seen_on == today:
        return
    with transaction.atomic():
        locked = Campaign.objects.select_for_update(no_key=True).get(pk=campaign.pk)
        if locked.last_seen_on != today:
            set_seen(locked, today)
            come_back_in_time(locked, today)
            drop(faded_follow_ups(locked, today, days_off_in(locked.pk)), today)
            fade_unplanned(locked, today)
            let_go_of_missed(locked, today)
    campaign.last_seen_on, campaign.away_since = locked.last_seen_on, locked.away_since


def faded_follow_ups(campaign: Campaign, today: date, off: DaysOff) -> list[FollowUp]:
    """Made by a rule, promised by nobody, and 21 days past their day; what waits for its day does not fade."""
    long_due = FollowUp.objects.due(today - timedelta(days=FADES_AFTER)).filter(campaign=campaign, by_rule=True)
    return [one for one in long_due if FollowUpKind(one.kind) not in PROMISED and has_faded(one.due_on, today, off)]


def fade_unplanned(campaign: Campaign, today: date) -> None:
    """Who said yes 21 days ago, and no day was found: that came to nothing, and they may be asked again (R10)."""
    long_ago = today - timedelta(days=FADES_AFTER)
    yes = WITHOUT_A_DAY.filter(campaign=campaign, answered_on__lte=long_ago)
    people = list(yes.values_list("contact", flat=True))
    faded = [found.invitation_id for one in histories_of(people).values() if (found := yes_that_faded(one, today))]
    if faded:
        Invitation.objects.filter(pk__in=faded).update(faded_on=today)
        refresh(people)


@transaction.atomic
def spread_late(campaign: Campaign, today: date) -> tuple[int, int, str]:
    """Answers how many promises are kept, how many others were spread, and the state before, to undo."""
    late = list(FollowUp.objects.late(today).filter(campaign=campaign).order_by("due_on", "pk"))
    promises = [one for one in late if one.kind == FollowUpKind.PROMISE]
    others = [one for one in late if may_be_spread(one.kind, introduction=one.introduction)]
    state = state_before(others, to=FollowUpStatus.OPEN)
    set_days(spread_over(others, today, days_off_in(campaign.pk)))
    set_back(campaign)
    return len(promises), len(others), state
