"""R19: who has a row of Today that is not done, asked of the database: by the page, and by the number on every page.

A row that was chosen is open while what it is about still stands; a random test holds this against the rule of the next
step. Beside those there are rows for meetings of today and to log, and for promises and introductions that are due.
"""

from datetime import date, timedelta
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from campaigns.models import Campaign, Pause
from meetings.models import Invitation, InvitationQuerySet, Meeting
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from outcomes.models import FollowUp, FollowUpQuerySet
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
    owed = owed_follow_ups(campaign, today).values("contact")
    return planned_by(campaign, today).values("contact").union(owed, open_rows(campaign, today).values("contact"))


def ids_to_do(campaign: Campaign, today: date) -> set[int]:
    """The same as a set."""
    return {contact_id for (contact_id,) in people_to_do(campaign, today).values_list("contact")}


def number_of_today(campaign: Campaign, today: date) -> int:
    """The one number: in the greeting, on the navigation of every page, and of the rows."""
    return people_to_do(campaign, today).count()


def owed_follow_ups(campaign: Campaign, today: date) -> FollowUpQuerySet:
    """What is due that was promised, or an introduction that was made; on days off too, and of nobody who was left."""
    return FollowUp.objects.due(today).filter(OWED, campaign=campaign, contact__owed_on__lte=today).order_by()


def open_rows(campaign: Campaign, today: date) -> ChosenRowQuerySet:
    """The chosen rows of the day of which what they are about still stands. None on a day off: what is owed is beside.

    Who is met today or tomorrow, or is to be logged, stands above and has none.
    """
    meeting = planned_by(campaign, today + A_DAY).filter(contact=OuterRef("contact"))
    off = Pause.objects.standing(today).filter(campaign=campaign)
    stands = _still_to_do(today) | _still_to_propose(today)
    return ChosenRow.objects.of_day(campaign, today).filter(stands, ~Exists(off), ~Exists(meeting)).order_by()


def _still_to_do(today: date) -> Q:
    """A follow-up that is due, an invitation without an answer, or a yes without a day, with somebody who is there.

    Each is looked up by its key, of the few rows of a day: a list of all that is due would be read whole.
    """
    itself = Q(pk=OuterRef("about"))
    waiting = Invitation.objects.filter(itself, answer=Answer.WAITING)
    stands = (
        Q(Exists(FollowUp.objects.due(today).filter(itself)), kind__in=OF_FOLLOW_UPS)
        | Q(Exists(waiting.filter(reminded_on=None)), kind=StepKind.REMIND)
        | Q(Exists(waiting), kind=StepKind.LEAVE)
        | Q(Exists(without_a_day().filter(itself)), kind=StepKind.PLAN)
    )
    return stands & Q(contact__acts_on__lte=today)


def _still_to_propose(today: date) -> Q:
    """Somebody with nothing to do who may be asked or went quiet, or who is in the address book still."""
    nothing_to_do = Q(contact__acts_on=None) | Q(contact__acts_on__gt=today)
    not_to_be_asked = Q(contact__free_on=None) | Q(contact__free_on__gt=today)
    proposed = Q(kind__in=OF_ASKING, contact__free_on__lte=today) | Q(
        not_to_be_asked, kind=StepKind.QUIET, contact__quiet_on__lte=today
    )
    here = Q(contact__left_on=None) | Q(contact__left_until__lte=today)
    free = here & (Q(contact__not_now_until=None) | Q(contact__not_now_until__lte=today))
    return (nothing_to_do & proposed) | Q(free, kind=StepKind.ADD, contact__joined_on=None, contact__not_for_this=False)


def without_a_day() -> InvitationQuerySet:
    """They said yes, were not asked again since, nothing is planned, and no meeting was held that was agreed since."""
    contact, sent_on = OuterRef("contact"), OuterRef("sent_on")
    since = Q(sent_on__gt=sent_on) | Q(sent_on=sent_on, pk__gt=OuterRef("pk")) | Q(answer=Answer.WAITING)
    asked_since = Invitation.objects.filter(since, contact=contact)
    agreed_since = Q(planned_on__gte=sent_on) | Q(planned_on=None, day__gte=sent_on)
    settled = Meeting.objects.filter(Q(status=Status.PLANNED) | Q(agreed_since, status=Status.HELD), contact=contact)
    said_yes = Invitation.objects.filter(~Exists(asked_since), ~Exists(settled), answer=Answer.YES, faded_on=None)
    return said_yes.order_by()
