"""What stands beside the shelf of cups: this week's figures, the next milestone, what is booked."""

from datetime import timedelta
from typing import Any

from campaigns.middleware import CampaignRequest
from campaigns.rules.business_days import DaysOff
from campaigns.rules.progress import Pause, week_of, week_start
from meetings.rules.cups import CUP_RULE, more_words, next_milestone
from today.reads.done import Asked
from today.reads.planned import Talk, booked_cups, booked_this_week, held_this_week
from today.reads.shelf import Standing, shelf_of


def shelf_context(
    request: CampaignRequest, stand: Standing, found: list[Talk], invited: Asked, off: DaysOff | None = None
) -> dict[str, Any]:
    """`off` are the pauses and days off, if they were read: none is asked for where none falls into this week."""
    campaign, day = request.campaign, request.today
    booked = booked_cups(found)
    this_week = [week_start(day) + timedelta(days=number) for number in range(7)]
    may_pause = off is None or any(one in off for one in this_week)
    paused = campaign.pauses.of_figures() if may_pause else ()
    pauses = [Pause(start=one.from_day, end=one.to_day) for one in paused]
    return {
        "stand": stand,
        "shelf": shelf_of(campaign, booked, stand.cups, day),
        "goal": campaign.goal,
        "cups_before": campaign.cups_before,
        "rule": CUP_RULE,
        "week": week_of(
            day,
            invited=invited.sent_since(week_start(day)),
            held=held_this_week(found, day),
            invitations_wanted=campaign.weekly_invitations,
            conversations_wanted=campaign.weekly_cups,
            pauses=pauses,
        ),
        "booked_this_week": booked_this_week(found, day),
        "booked": len(booked),
        "invited": invited.waiting,
        "milestone": next_milestone(stand.cups, campaign.goal),
        "more": more_words(stand.cups, campaign.goal),
    }
