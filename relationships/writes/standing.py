"""Law 3: the copies on the contact that follow from the evidence are written here, and nowhere else.

`refresh` is the SQL twin of contacts/rules/phases.py (R2); a property test over random histories proves it.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from typing import Any

from django.db import connection
from django.db.models import (
    Case,
    Count,
    DateField,
    F,
    Max,
    Min,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Greatest, Least, NullIf
from django.db.models.lookups import IsNull
from django.db.models.sql.subqueries import UpdateQuery

from contacts.models import CommonGround, Contact, SearchWord
from contacts.rules.phases import Phase
from meetings.models import Invitation, Meeting, Touch
from meetings.rules.asking import Answer
from outcomes.models import FollowUp, ObtainedItem

AT_ONCE = 500
NEVER = Value(date(9999, 12, 31), output_field=DateField())
BEFORE_ALL = Value(date(1, 1, 1), output_field=DateField())


def refresh(contacts: Iterable[int]) -> None:
    """Write what follows from the evidence that stands, for one contact or thousands, in two UPDATEs for each 500.

    Called inside the transaction of every write of evidence, with the primary keys of the contacts concerned.
    """
    ids = list(dict.fromkeys(contacts))
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        sql, params = _written_for(len(some))
        with connection.cursor() as cursor:
            cursor.execute(sql, (*params, *some))
        SearchWord.objects.filter(contact__in=some).mark_again()


@lru_cache(maxsize=8)
def _written_for(number: int) -> tuple[str, tuple[Any, ...]]:
    """The UPDATE of so many contacts, whose keys come last; Django takes ten times as long to write it as the database
    to do it.
    """
    marks = range(-number, 0)  # no row has such a key
    query = UpdateQuery(Contact)
    query.add_q(Q(pk__in=marks))
    query.add_update_values(standing())
    sql, params = query.get_compiler(connection=connection).as_sql()
    if list(params[-number:]) != list(marks):
        raise ValueError("The keys are not the last parameters of this UPDATE.")
    return sql, tuple(params[:-number])


@cache
def standing() -> dict[str, Any]:
    """Each copy, as an expression over the evidence of one contact; built once a process."""
    obtain_on, use_on = _reached()
    return {
        "obtain_on": _in_network(obtain_on),
        "use_on": _in_network(use_on),
        "phase": Case(
            When(joined_on=None, then=Value("")),
            When(IsNull(use_on, False), then=Value(Phase.USE.value)),
            When(IsNull(obtain_on, False), then=Value(Phase.OBTAIN.value)),
            default=Value(Phase.INITIATE.value),
        ),
        "held_count": Coalesce(_of_contact(Meeting.objects.held(), Count("pk")), 0),
        "first_held_on": _of_contact(Meeting.objects.held(), Min("day")),
        "last_spoke_on": _latest(
            _of_contact(Meeting.objects.held(), Max("day")), _of_contact(Touch.objects.all(), Max("day"))
        ),
        "next_due_on": _of_contact(FollowUp.objects.open(), Min("due_on")),
        "next_meeting_on": _of_contact(Meeting.objects.planned(), Min("day")),
    }


def _reached() -> tuple[Combinable, Combinable]:
    """The days on which Obtain and Use were reached; null where evidence is missing."""
    agreed_meeting = Least(Coalesce("planned_on", "day"), "day")
    invited = _of_contact(Invitation.objects.filter(answer=Answer.YES), Min("answered_on"))
    touched = Case(
        When(known_from_before__isnull=False, then=_of_contact(Touch.objects.received(), Min("day"))),
        default=None,
        output_field=DateField(),
    )
    found = _of_contact(CommonGround.objects.found(), Min("found_on"))
    shared = _earliest(found, F("known_from_before"))
    agreed = _earliest(invited, _of_contact(Meeting.objects.agreed(), Min(agreed_meeting)), touched)
    obtained = _of_contact(ObtainedItem.objects.all(), Min("day"))
    obtain_on = NullIf(Greatest(Coalesce(shared, NEVER), Coalesce(agreed, NEVER)), NEVER)
    use_on = NullIf(
        Greatest(Coalesce(shared, NEVER), Coalesce(agreed, NEVER), Coalesce(obtained, NEVER)),
        NEVER,
    )
    return obtain_on, use_on


def _of_contact(rows: QuerySet[Any, Model], figure: Combinable) -> Subquery:
    """One figure over the rows of the contact that is being written."""
    mine = rows.filter(contact=OuterRef("pk")).order_by().values("contact")
    return Subquery(mine.annotate(figure=figure).values("figure"))


def _earliest(*days: Combinable) -> Combinable:
    return NullIf(Least(*(Coalesce(day, NEVER) for day in days)), NEVER)


def _latest(*days: Combinable) -> Combinable:
    return NullIf(Greatest(*(Coalesce(day, BEFORE_ALL) for day in days)), BEFORE_ALL)


def _in_network(day: Combinable) -> Combinable:
    return Case(When(Q(joined_on__isnull=False), then=day), default=None, output_field=DateField())
