"""R22: the lines of the week ahead, and what the user learned in the week before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from campaigns.models import Campaign
from campaigns.rules.progress import A_WEEK
from contacts.models import Contact
from today.models import PlannedAsk, WeekNote
from today.rules.week_ahead import OFFERED_FOR, How, planned_week


@dataclass(frozen=True, kw_only=True)
class Line:
    """*I will ring Isolde on Tuesday.*"""

    contact: Contact
    how: How
    day: date


@transaction.atomic
def keep_week(campaign: Campaign, lines: Iterable[Line], today: date) -> None:
    """These lines in place of those that were planned; one that was missed twice is not planned again by itself."""
    mine = PlannedAsk.objects.filter(campaign=campaign)
    missed = set(mine.filter(day__lt=today).values_list("contact", flat=True))
    mine.delete()
    for line in lines:
        PlannedAsk.objects.create(
            campaign=campaign,
            contact=line.contact,
            how=line.how.value,
            day=line.day,
            was_missed=line.contact.pk in missed,
        )


def keep_learned(campaign: Campaign, learned: str, today: date) -> None:
    """What was learned in the week before the one that is planned; emptied, the note goes."""
    week = planned_week(today) - A_WEEK
    if learned:
        WeekNote.objects.update_or_create(campaign=campaign, week=week, defaults={"learned": learned})
    else:
        WeekNote.objects.filter(campaign=campaign, week=week).delete()


def let_go_of_missed(campaign: Campaign, today: date) -> None:
    """A line missed for the second time goes, and one that was offered for another day long enough."""
    missed = PlannedAsk.objects.filter(campaign=campaign, day__lt=today)
    missed.filter(was_missed=True).delete()
    missed.filter(day__lt=today - OFFERED_FOR).delete()
