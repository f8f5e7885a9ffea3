"""R22: the last weeks beside the user's own figures, and the smaller ones that are offered."""

from datetime import date

from campaigns.models import Campaign
from campaigns.rules.progress import A_WEEK, Pause, week_of
from meetings.models import Meeting
from today.rules.smaller_figures import SmallerFigures, full_weeks, smaller_figures


def figures_offered(campaign: Campaign, today: date) -> SmallerFigures | None:
    """None where they were reached, or it was offered already."""
    mondays = full_weeks(today, campaign.started_on)
    if not mondays:
        return None
    days = (mondays[-1], mondays[0] + A_WEEK - A_WEEK / 7)
    invited = list(campaign.invitations.sent_between(*days).values_list("sent_on", flat=True))
    held = list(Meeting.objects.held().filter(campaign=campaign, day__range=days).values_list("day", flat=True))
    pauses = [Pause(start=one.from_day, end=one.to_day) for one in campaign.pauses.of_figures()]
    weeks = (
        week_of(
            monday,
            invited=invited,
            held=held,
            invitations_wanted=campaign.weekly_invitations,
            conversations_wanted=campaign.weekly_cups,
            pauses=pauses,
        )
        for monday in mondays
    )
    return smaller_figures(weeks, campaign.figures_answered_on)
