"""R19: who has a row of Today that is not done, in two queries: by the page, and by the number on every page.

A row that was chosen is open while what it is about still stands; a random test holds this against the rule of the next
step. Beside those there are rows for meetings of today and to log, and for promises and introductions that are due.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q, QuerySet, Value

from campaigns.models import Campaign, Pause
from meetings.models import Invitation, InvitationQuerySet, Meeting, OpenedMessage, Touch
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from meetings.rules.touch import Direction
from outcomes.models import FollowUp, FollowUpQuerySet, ObtainedItem
from outcomes.rules.due import FollowUpKind
from relationships.rules.days import THEIR_TURN
from relationships.rules.steps import OF_FOLLOW_UPS, StepKind
from today.models import ChosenRow
from today.reads.planned import planned_by
from today.rules.chosen import Chosen

OWED: Final = Q(kind=FollowUpKind.PROMISE) | Q(introduction=True)
OF_ITS_CONTACT: Final = (
    "owed_on", "acts_on", "free_on", "quiet_on", "joined_on", "left_on", "left_until", "not_now_until", "not_for_this",
)  # fmt: skip
MET, OWES, OFF, FOLLOW_UP, INVITATION, OPENED, ITEM = range(7)
"""What a row of the second query says, of the contact or of the thing that its key names."""


def _said_yes() -> InvitationQuerySet:
    contact, sent_on = OuterRef("contact"), OuterRef("sent_on")
    since = Q(sent_on__gt=sent_on) | Q(sent_on=sent_on, pk__gt=OuterRef("pk")) | Q(answer=Answer.WAITING)
    asked_since = Invitation.objects.filter(since, contact=contact)
    agreed_since = Q(planned_on__gte=sent_on) | Q(planned_on=None, day__gte=sent_on)
    settled = Meeting.objects.filter(Q(status=Status.PLANNED) | Q(agreed_since, status=Status.HELD), contact=contact)
    said_yes = Invitation.objects.filter(~Exists(asked_since), ~Exists(settled), answer=Answer.YES, faded_on=None)
    return said_yes.order_by()


WITHOUT_A_DAY: Final = _said_yes()
"""They said yes, were not asked again since, nothing is planned, and no meeting was held that was agreed since.

Put together once: every page asks, and Django takes longer over these conditions than the database over the rows.
"""


def _written_back() -> QuerySet[Touch]:
    contact, day = OuterRef("contact"), OuterRef("day")
    later = Q(day__gt=day) | Q(day=day, pk__gt=OuterRef("pk"))
    heard_since = Touch.objects.received().filter(later, contact=contact)
    planned_since = Meeting.objects.filter(Q(planned_on__gte=day) | Q(planned_on=None, day__gte=day), contact=contact)
    sent = Touch.objects.filter(contact=contact, direction=Direction.SENT, day__gte=OuterRef("answered_on"))
    return sent.filter(~Exists(heard_since), ~Exists(planned_since)).order_by()


WRITTEN_BACK: Final = _written_back()
"""The reply to their yes, while the last word is the user's and no day came of it: of one invitation."""


def number_of_today(campaign: Campaign, today: date) -> int:
    """The one number: in the greeting, on the navigation of every page, and of the rows."""
    return len(ids_to_do(campaign, today))


def ids_to_do(campaign: Campaign, today: date) -> set[int]:
    """The primary key of everybody who has a row that is not done.

    On a day off (R17) these are the meetings and what is owed.
    """
    rows = chosen_rows(campaign, today)
    to_do = [row for row in rows if row.is_to_do(today)]
    stands = _standing(campaign, today, to_do)
    people = stands[MET] | stands[OWES]
    if OFF in stands:
        return people
    people |= {row.contact_id for row in to_do if row.about in stands[_table(row.kind)]}
    return people | {row.contact_id for row in rows if row.is_proposed(today)}


def chosen_rows(campaign: Campaign, today: date) -> list[Chosen]:
    """The rows that were chosen for the day, each with what its contact carries now."""
    columns = ("contact_id", "kind", "about", *(f"contact__{name}" for name in OF_ITS_CONTACT))
    rows = ChosenRow.objects.of_day(campaign, today).order_by().values_list(*columns)
    return [
        Chosen(
            contact_id=contact_id,
            kind=StepKind(kind),
            about=about or 0,
            **dict(zip(OF_ITS_CONTACT, of_its_contact, strict=True)),
        )
        for contact_id, kind, about, *of_its_contact in rows
    ]


def _table(kind: StepKind) -> int:
    if kind is StepKind.SENT:
        return OPENED
    if kind is StepKind.USE:
        return ITEM
    return FOLLOW_UP if kind in OF_FOLLOW_UPS else INVITATION


def _standing(campaign: Campaign, today: date, rows: Collection[Chosen]) -> defaultdict[int, set[int]]:
    """What stands today of what is counted, as keys by what they say."""
    first, *others = _parts(campaign, today, rows)
    found: defaultdict[int, set[int]] = defaultdict(set)
    for says, key in first.union(*others, all=True):
        found[says].add(key)
    return found


def _parts(campaign: Campaign, today: date, rows: Collection[Chosen]) -> Iterator[QuerySet[Any, tuple[Any, ...]]]:
    """A QuerySet a table; one that nothing is asked of is left out."""
    yield _says(MET, planned_by(campaign, today), "contact")
    yield _says(OWES, owed_follow_ups(campaign, today), "contact")
    yield _says(OFF, Pause.objects.standing(today).filter(campaign=campaign))
    about: defaultdict[StepKind, list[int]] = defaultdict(list)
    for row in rows:
        about[row.kind].append(row.about)
    if keys := [key for kind in OF_FOLLOW_UPS for key in about[kind]]:
        yield _says(FOLLOW_UP, FollowUp.objects.due(today).filter(pk__in=keys))
    if keys := about[StepKind.SENT]:
        yield _says(OPENED, OpenedMessage.objects.filter(pk__in=keys, opened_on__lt=today))
    if keys := about[StepKind.USE]:
        yield _says(ITEM, ObtainedItem.objects.to_use_by(today).filter(pk__in=keys))
    waiting = Invitation.objects.waiting()
    if keys := about[StepKind.REMIND]:
        yield _says(INVITATION, waiting.filter(pk__in=keys, reminded_on=None))
    if keys := about[StepKind.LEAVE]:
        yield _says(INVITATION, waiting.filter(pk__in=keys))
    if keys := about[StepKind.PLAN]:
        theirs = Exists(WRITTEN_BACK.filter(day__gt=today - THEIR_TURN))
        yield _says(INVITATION, WITHOUT_A_DAY.filter(~theirs, pk__in=keys))


def _says(what: int, rows: QuerySet[Any, Any], key: str = "pk") -> QuerySet[Any, tuple[Any, ...]]:
    said: QuerySet[Any, tuple[Any, ...]] = rows.order_by().values_list(Value(what), key)
    return said


def owed_follow_ups(campaign: Campaign, today: date) -> FollowUpQuerySet:
    """What is due that was promised, or an introduction that was made; on days off too, and of nobody who was left."""
    return FollowUp.objects.due(today).filter(OWED, campaign=campaign, contact__owed_on__lte=today).order_by()
