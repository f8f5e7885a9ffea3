"""R19: who has a row of Today that is not done, asked of the database: by the page, and by the number on every page.

A row that was chosen is open while what it is about still stands; a random test holds this against the rule of the next
step. Beside those there are rows for meetings of today and to log, and for promises and introductions that are due.
"""

from datetime import date, timedelta
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from campaigns.models import Campaign, Pause
from contacts.models import ContactQuerySet
from meetings.models import Invitation, InvitationQuerySet, Meeting
from meetings.rules.asking import Answer
from outcomes.models import FollowUp
from outcomes.rules.due import FollowUpKind
from relationships.rules.steps import StepKind
from today.models import ChosenRow, ChosenRowQuerySet
from today.reads.planned import planned_by

A_DAY: Final = timedelta(days=1)
OF_FOLLOW_UPS: Final = (StepKind.WRITE, StepKind.DO, StepKind.CHASE)
OF_ASKING: Final = (StepKind.ASK, StepKind.AGAIN, StepKind.NAME)
OWED: Final = Q(kind=FollowUpKind.PROMISE) | Q(introduction=True)


def people_to_do(campaign: Campaign, today: date) -> QuerySet[Any, Any]:
    """The primary key of everybody who has a row that is not done, each once."""
    met = planned_by(campaign, today).values("contact")
    return met.union(owed_people(campaign, today).values("pk"), open_rows(campaign, today).values("contact"))


def ids_to_do(campaign: Campaign, today: date) -> set[int]:
    """The same as a set."""
    return {contact_id for (contact_id,) in people_to_do(campaign, today).values_list("contact")}


def number_of_today(campaign: Campaign, today: date) -> int:
    """The one number: in the greeting, on the navigation of every page, and of the rows."""
    return people_to_do(campaign, today).count()


def owed_people(campaign: Campaign, today: date) -> ContactQuerySet:
    """To whom something is due that was promised, or an introduction that was made; on days off too."""
    due = FollowUp.objects.due(today).filter(OWED, contact=OuterRef("pk"))
    return campaign.contacts.to_do_by(today).filter(Exists(due), owed_on__lte=today).order_by()


def open_rows(campaign: Campaign, today: date) -> ChosenRowQuerySet:
    """The chosen rows of the day of which what they are about still stands. None on a day off: what is owed is beside.

    Who is met today or tomorrow, or is to be logged, stands above and has none.
    """
    meeting = planned_by(campaign, today + A_DAY).filter(contact=OuterRef("contact"))
    off = Pause.objects.standing(today).filter(campaign=OuterRef("campaign"))
    chosen = ChosenRow.objects.of_day(campaign, today).order_by()
    return (
        chosen.filter(_still_to_do(campaign, today) | _still_to_propose(today))
        .exclude(Exists(off))
        .exclude(Exists(meeting))
    )


def _still_to_do(campaign: Campaign, today: date) -> Q:
    """A follow-up that is due, an invitation without an answer, or a yes without a day, with somebody who is there."""
    due = FollowUp.objects.due(today).filter(campaign=campaign).order_by()
    waiting = Invitation.objects.waiting().filter(campaign=campaign).order_by()
    stands = (
        Q(kind__in=OF_FOLLOW_UPS, about__in=due.values("pk"))
        | Q(kind=StepKind.REMIND, about__in=waiting.filter(reminded_on=None).values("pk"))
        | Q(kind=StepKind.LEAVE, about__in=waiting.values("pk"))
        | Q(kind=StepKind.PLAN, about__in=without_a_day().filter(campaign=campaign).values("pk"))
    )
    return stands & Q(contact__acts_on__lte=today)


def _still_to_propose(today: date) -> Q:
    """Somebody with nothing to do who may be asked or went quiet, or who is in the address book still."""
    nothing_to_do = Q(contact__acts_on=None) | Q(contact__acts_on__gt=today)
    may_be_asked = Q(contact__free_on__lte=today)
    away = Q(contact__left_on__isnull=False) & (Q(contact__left_until=None) | Q(contact__left_until__gt=today))
    free = ~away & ~Q(contact__not_now_until__gt=today)
    return (
        Q(nothing_to_do, may_be_asked, kind__in=OF_ASKING)
        | Q(nothing_to_do, ~may_be_asked, kind=StepKind.QUIET, contact__quiet_on__lte=today)
        | Q(free, kind=StepKind.ADD, contact__joined_on=None, contact__not_for_this=False)
    )


def without_a_day() -> InvitationQuerySet:
    """They said yes, were not asked again since, nothing is planned, and no meeting was held that was agreed since."""
    since = Q(sent_on__gt=OuterRef("sent_on")) | Q(sent_on=OuterRef("sent_on"), pk__gt=OuterRef("pk"))
    asked_since = Invitation.objects.filter(since | Q(answer=Answer.WAITING), contact=OuterRef("contact"))
    of_them = Meeting.objects.filter(contact=OuterRef("contact"))
    held = of_them.held().alias(agreed_on=Coalesce("planned_on", "day")).filter(agreed_on__gte=OuterRef("sent_on"))
    said_yes: InvitationQuerySet = Invitation.objects.filter(answer=Answer.YES, faded_on=None).order_by()
    return said_yes.exclude(Exists(asked_since)).exclude(Exists(of_them.planned())).exclude(Exists(held))
