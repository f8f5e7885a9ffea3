"""R22: what stands in the week ahead, and what the week before brought."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from campaigns.models import Campaign
from campaigns.rules.progress import A_WEEK
from contacts.models import Contact
from meetings.models import Meeting
from meetings.rules.asking import Answer
from today.models import PlannedAsk, WeekNote
from today.reads.next_people import weighed
from today.rules.next_people import Proposal, proposals
from today.rules.week_ahead import LINES, planned_week


@dataclass(frozen=True, kw_only=True)
class WeekBehind:
    """The week before the one that is planned: how many were asked, who was met, and what was learned."""

    monday: date
    asked: int
    said_yes: int
    met: list[Meeting]
    learned: str

    @property
    def sunday(self) -> date:
        return self.monday + A_WEEK - (A_WEEK / 7)


def week_behind(campaign: Campaign, today: date) -> WeekBehind:
    monday = planned_week(today) - A_WEEK
    week = (monday, monday + A_WEEK - (A_WEEK / 7))
    counted = campaign.invitations.sent_between(*week).aggregate(
        asked=Count("pk"), said_yes=Count("pk", filter=Q(answer=Answer.YES))
    )
    note = WeekNote.objects.filter(campaign=campaign, week=monday).first()
    met = Meeting.objects.held().filter(campaign=campaign, day__range=week).select_related("contact")
    return WeekBehind(
        monday=monday,
        asked=counted["asked"],
        said_yes=counted["said_yes"],
        met=list(met.order_by("day", "pk")),
        learned=note.learned if note else "",
    )


def lines_planned(campaign: Campaign, today: date) -> list[PlannedAsk]:
    """Those to come, then those that were missed while the person may still be asked."""
    mine = PlannedAsk.objects.filter(campaign=campaign).select_related("contact__company").order_by("day", "pk")
    rows = list(mine)
    missed = [one for one in rows if one.day < today and may_be_asked_on(one.contact, today)]
    return [*(one for one in rows if one.day >= today), *missed]


def who_it_could_be(campaign: Campaign, today: date, besides: set[int]) -> list[Proposal]:
    """From R10's lists, as many as there are lines."""
    candidates = [one for one in weighed(campaign, today).others if one.contact_id not in besides]
    new, again = proposals(candidates, today, cups=campaign.contacts.cups().count())
    return [*new, *again][:LINES]


def may_be_asked_on(contact: Contact, day: date) -> bool:
    """By what stands now: nothing is open with them and they are free by that day (R10), or they are in the book."""
    if contact.joined_on is None:
        return not contact.not_for_this and not contact.left_for_now(day)
    return contact.free_on is not None and contact.free_on <= day
