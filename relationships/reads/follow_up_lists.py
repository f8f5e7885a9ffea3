"""What the page of follow-ups lists beside them: who said yes without a day, whose answer is awaited, how many."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count, Q

from campaigns.models import Campaign
from campaigns.rules.days import on_day
from contacts.models import Contact
from meetings.models import Invitation, InvitationQuerySet
from meetings.rules.asking import Answer, own_rate
from outcomes.models import FollowUp
from relationships.reads.follow_ups import PlanRow, Steps, first_words
from relationships.rules.steps import StepKind

LATELY_SAID_YES: Final = 50
"""A yes without a day fades within weeks: among the latest so many every one that stands is found."""

OF_INVITATIONS: Final = frozenset({StepKind.WAIT, StepKind.REMIND, StepKind.LEAVE})


@dataclass(frozen=True, kw_only=True)
class Tabs:
    """How many stand behind each tab."""

    open: int
    waiting: int


def tabs(campaign: Campaign, plans: int, counted: Mapping[str, int]) -> Tabs:
    """`plans`: how many said yes and have no day; they stand among the open ones. `counted`: what the page knows."""
    follow_ups = FollowUp.objects.filter(campaign=campaign)
    mine, waiting = counted.get("open"), counted.get("waiting")
    if mine is None:
        mine = follow_ups.mine().count()
    if waiting is None:
        waiting = follow_ups.waiting().count() + waiting_invitations(campaign).count()
    return Tabs(open=mine + plans, waiting=waiting)


def waiting_invitations(campaign: Campaign) -> InvitationQuerySet:
    found: InvitationQuerySet = Invitation.objects.waiting().filter(campaign=campaign).select_related("contact")
    return found.order_by("sent_on", "pk")


@dataclass(frozen=True, kw_only=True)
class AwaitedAnswer:
    """An invitation that waits, as a row."""

    invitation: Invitation
    first: str


def awaited_answer(invitation: Invitation, steps: Steps) -> AwaitedAnswer:
    first = first_words(steps.get(invitation.contact_id), invitation.pk, OF_INVITATIONS)
    return AwaitedAnswer(invitation=invitation, first=first)


def who_said_yes(campaign: Campaign, today: date) -> list[Contact]:
    """With whom there may be a day to agree on, who said yes first; the rule of the next step decides."""
    said = Invitation.objects.filter(campaign=campaign, answer=Answer.YES, faded_on=None)
    lately = said.order_by("-answered_on", "-pk").values("contact")[:LATELY_SAID_YES]
    found = Contact.objects.filter(campaign=campaign, pk__in=lately, acts_on__lte=today)
    return list(found.only("name", "phase", "acts_on").order_by("acts_on", "pk"))


def plan_rows(contacts: Iterable[Contact], steps: Steps, today: date) -> list[PlanRow]:
    """Those with whom to agree on a day is the next step."""
    return [
        PlanRow(
            contact_id=contact.pk,
            name=contact.name,
            phase=contact.phase,
            words=step.words,
            sub=f"Said yes {on_day(step.due or today, today)}",
        )
        for contact in contacts
        if (step := steps[contact.pk]).kind is StepKind.PLAN
    ]


def rate_words(campaign: Campaign) -> str:
    """From ten on the user's own rate: `You asked 12, 7 said yes.` (R17)"""
    asked = campaign.invitations.aggregate(all=Count("pk"), yes=Count("pk", filter=Q(answer=Answer.YES)))
    return own_rate(asked["all"], asked["yes"]) or ""
