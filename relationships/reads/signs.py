"""What each contact's evidence says, read in one query for one contact or many: the days of R2, and what was last."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    Max,
    Min,
    Model,
    OuterRef,
    QuerySet,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Least

from campaigns.reads.prepared import Prepared
from contacts.models import CommonGround, Contact
from contacts.rules.phases import Evidence
from meetings.models import Invitation, Meeting, Touch
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from outcomes.models import FollowUp, FollowUpStatus, ObtainedItem
from outcomes.rules.due import FollowUpKind


@dataclass(frozen=True, kw_only=True)
class Signs:
    """What speaks for one contact; a day is None where there is nothing."""

    contact_id: int
    known_from_before: date | None
    found_common_ground: date | None
    said_yes: date | None
    meeting_agreed: date | None
    touch_received: date | None
    obtained: date | None
    given: int
    told_of_use: bool
    last_arranged: date | None
    """When the latest meeting that still stands was agreed, or held without an agreement."""
    last_met: date | None
    last_met_words: str
    last_touched: date | None
    last_touch_words: str
    first_held: int | None
    cup: int | None
    """The number of their cup (R5)."""
    recorded: bool
    """Whether anything stands that keeps them in the network (R1)."""

    @property
    def evidence(self) -> Evidence:
        """The values that the phase follows from (R2)."""
        agreed = [day for day in (self.said_yes, self.meeting_agreed) if day]
        return Evidence(
            common_ground=self.found_common_ground,
            known_from_before=self.known_from_before,
            one_on_one_agreed=min(agreed, default=None),
            touch_received=self.touch_received,
            obtained=self.obtained,
        )


def signs_of(contacts: Iterable[int]) -> dict[int, Signs]:
    """The signs of these contacts, by their primary keys."""
    names = Signs.__dataclass_fields__
    return {row[0]: Signs(**dict(zip(names, row, strict=True))) for row in _PREPARED.rows(*contacts)}


def _signs(*contacts: int) -> QuerySet[Any, tuple[Any, ...]]:
    rows = Contact.objects.filter(pk__in=contacts).order_by()
    found: QuerySet[Any, tuple[Any, ...]] = (
        rows.annotate(contact_id=F("pk"), **SIGNS).annotate(cup=CUP).values_list(*Signs.__dataclass_fields__)
    )
    return found


_PREPARED: Final = Prepared(_signs)


def _mine(rows: QuerySet[Any, Model]) -> QuerySet[Any, Model]:
    return rows.filter(contact=OuterRef("pk")).order_by()


def _figure(rows: QuerySet[Any, Model], figure: Count | Max | Min) -> Subquery:
    """One figure over the rows of each contact."""
    return Subquery(_mine(rows).values("contact").annotate(figure=figure).values("figure"))


def _last(rows: QuerySet[Any, Model], column: str) -> Coalesce:
    """The words of each contact's latest row; empty where there is none."""
    return Coalesce(
        Subquery(_mine(rows).order_by("-day", "-pk").values(column)[:1]), Value(""), output_field=TextField()
    )


_HELD: Final = Meeting.objects.held()
_STANDING: Final = Meeting.objects.filter(status__in=[Status.PLANNED, Status.HELD])

SIGNS: Final[dict[str, Any]] = {
    "found_common_ground": _figure(CommonGround.objects.found(), Min("found_on")),
    "said_yes": _figure(Invitation.objects.filter(answer=Answer.YES), Min("answered_on")),
    "meeting_agreed": _figure(Meeting.objects.agreed(), Min(Least(Coalesce("planned_on", "day"), "day"))),
    "touch_received": _figure(Touch.objects.received(), Min("day")),
    "obtained": _figure(ObtainedItem.objects.all(), Min("day")),
    "given": Coalesce(_figure(ObtainedItem.objects.all(), Count("pk")), 0),
    "told_of_use": Exists(_mine(FollowUp.objects.filter(kind=FollowUpKind.TELL, status=FollowUpStatus.DONE))),
    "last_arranged": _figure(_STANDING, Max(Coalesce("planned_on", "day"))),
    "last_met": _figure(_HELD, Max("day")),
    "last_met_words": _last(_HELD, "remember"),
    "last_touched": _figure(Touch.objects.all(), Max("day")),
    "last_touch_words": _last(Touch.objects.all(), "text"),
    "first_held": Subquery(_mine(_HELD).order_by("day", "pk").values("pk")[:1]),
    "recorded": Exists(_mine(Invitation.objects.all()))
    | Exists(_mine(Meeting.objects.all()))
    | Exists(_mine(Touch.objects.all()))
    | Exists(_mine(FollowUp.objects.all()))
    | Exists(_mine(ObtainedItem.objects.all()))
    | Exists(ObtainedItem.objects.filter(referred=OuterRef("pk"))),
}


def _counted(rows: QuerySet[Any, Model]) -> Coalesce:
    figure = rows.order_by().values("campaign").annotate(figure=Count("pk", distinct=True)).values("figure")
    return Coalesce(Subquery(figure), 0)


_CUPS: Final = Contact.objects.cups().filter(campaign=OuterRef("campaign"))

# Whose cup was filled on an earlier day, by the stored copy; of two on one day the one noted first is first.
CUP: Final = Case(
    When(
        first_held_on__isnull=False,
        then=_counted(_CUPS.filter(first_held_on__lt=OuterRef("first_held_on")))
        + _counted(
            _CUPS.filter(
                first_held_on=OuterRef("first_held_on"),
                meetings__status=Status.HELD,
                meetings__day=OuterRef("first_held_on"),
                meetings__pk__lte=OuterRef("first_held"),
            )
        ),
    )
)
