"""Follow-ups as the lists show them: open by day, waiting for others, closed; and who has no next step."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import ClassVar

from django.db.models import Count, Q

from campaigns.models import Campaign
from campaigns.rules.days import day_in_sentence, full_day, on_day, written_day
from meetings.models import Invitation, InvitationQuerySet
from meetings.rules.asking import Answer, own_rate
from outcomes.models import FollowUp, FollowUpStatus
from outcomes.rules.due import FollowUpKind, is_message, is_red, overdue_words

BEFORE = "Before today"


@dataclass(frozen=True, kw_only=True)
class FollowUpRow:
    """One follow-up as a row: whom it is for, its words, and what can be done with it."""

    pk: int
    contact_id: int
    name: str
    phase: str
    text: str
    sub: str
    is_red: bool = False
    is_message: bool = False
    is_waiting: bool = False
    template: ClassVar[str] = "follow_ups/_follow_up_row.html"

    @property
    def dom_id(self) -> str:
        return f"follow-up-{self.pk}"


def row_of(follow_up: FollowUp, today: date, sub: str = "") -> FollowUpRow:
    """The row; without `sub` it says for when it is."""
    contact = follow_up.contact
    return row_from(
        pk=follow_up.pk,
        contact_id=follow_up.contact_id,
        name=contact.name,
        phase=contact.phase,
        text=follow_up.text,
        kind=FollowUpKind(follow_up.kind),
        due_on=follow_up.due_on,
        introduction=follow_up.introduction,
        today=today,
        sub=sub,
    )


def row_from(
    *,
    pk: int,
    contact_id: int,
    name: str,
    phase: str,
    text: str,
    kind: FollowUpKind,
    due_on: date,
    introduction: bool,
    today: date,
    sub: str = "",
) -> FollowUpRow:
    """The same from the columns alone."""
    return FollowUpRow(
        pk=pk,
        contact_id=contact_id,
        name=name,
        phase=phase,
        text=text,
        sub=sub or overdue_words(kind, due_on, today),
        is_red=is_red(kind, due_on, today),
        is_message=is_message(kind, introduction=introduction),
        is_waiting=kind is FollowUpKind.WAITING,
    )


def by_day(follow_ups: Iterable[FollowUp], today: date) -> list[tuple[str, list[FollowUpRow]]]:
    """Under the heading of their day; what is late stands together, and says since when."""
    return [
        (heading, [row_of(one, today, _under_its_day(one, today)) for one in rows])
        for heading, rows in groupby(follow_ups, key=lambda one: _heading(one.due_on, today))
    ]


def _heading(day: date, today: date) -> str:
    if day < today:
        return BEFORE
    return written_day(day, today) if (day - today).days <= 1 else full_day(day, today)


def _under_its_day(follow_up: FollowUp, today: date) -> str:
    return "" if follow_up.due_on < today else FollowUpKind(follow_up.kind).label


def waiting_row(follow_up: FollowUp, today: date) -> FollowUpRow:
    """`Said on 4 November. Ask since Friday`: when they said it, and from when on to ask."""
    said = f"Said {on_day(follow_up.created_on, today)}"
    if follow_up.due_on < today:
        return row_of(follow_up, today, f"{said}. Ask since {day_in_sentence(follow_up.due_on, today)}")
    return row_of(follow_up, today, f"{said}. Ask {on_day(follow_up.due_on, today)}")


def closed_row(follow_up: FollowUp, today: date) -> FollowUpRow:
    word = "Done" if follow_up.status == FollowUpStatus.DONE else "Dropped"
    return row_of(follow_up, today, f"{word} {on_day(follow_up.closed_on or today, today)}")


@dataclass(frozen=True, kw_only=True)
class Tabs:
    """How many stand behind each tab."""

    open: int
    waiting: int


def tabs(campaign: Campaign) -> Tabs:
    counts = FollowUp.objects.open().filter(campaign=campaign)
    found = counts.aggregate(
        open=Count("pk", filter=~Q(kind=FollowUpKind.WAITING)), waiting=Count("pk", filter=Q(kind=FollowUpKind.WAITING))
    )
    invited = Invitation.objects.waiting().filter(campaign=campaign).count()
    return Tabs(open=found["open"], waiting=found["waiting"] + invited)


def waiting_invitations(campaign: Campaign) -> InvitationQuerySet:
    found: InvitationQuerySet = Invitation.objects.waiting().filter(campaign=campaign).select_related("contact")
    return found.order_by("sent_on", "pk")


def said_yes(campaign: Campaign, today: date) -> InvitationQuerySet:
    """Who said yes, and has no day yet."""
    found: InvitationQuerySet = Invitation.objects.without_a_day(today).filter(campaign=campaign)
    here = Q(contact__left_on=None) | Q(contact__left_until__lte=today)  # as ContactQuerySet.here
    return found.filter(here).select_related("contact").order_by("answered_on", "pk")


def rate_words(campaign: Campaign) -> str:
    """From ten on the user's own rate: `You asked 12, 7 said yes.` (R17)"""
    asked = campaign.invitations.aggregate(all=Count("pk"), yes=Count("pk", filter=Q(answer=Answer.YES)))
    return own_rate(asked["all"], asked["yes"]) or ""
