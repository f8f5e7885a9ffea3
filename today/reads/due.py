"""R19: the follow-ups that are due. Of each kind only as many are read as could be shown; the others are counted."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple

from django.db.models import Case, CharField, Count, F, Q, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber

from campaigns.models import Campaign
from campaigns.reads.prepared import Prepared
from outcomes.models import FollowUp
from outcomes.rules.due import FollowUpKind
from relationships.reads.follow_ups import FollowUpRow, row_from
from today.rules.review import Group, Late, Row

OF_A_KIND: Final = 10
"""Rows read of each kind: seven are shown, and some may fall to a contact who has a row already."""

GROUPS: Final = {
    FollowUpKind.PROMISE: Group.PROMISED,
    FollowUpKind.THANK_YOU: Group.THANK_TELL,
    FollowUpKind.TELL: Group.THANK_TELL,
    FollowUpKind.ACTION: Group.FOLLOW_UP,
    FollowUpKind.WAITING: Group.WAITING,
}


@dataclass(frozen=True, kw_only=True)
class Due:
    """The rows by their keys, how many more there are of each group, and what is late."""

    rows: dict[str, tuple[Row, FollowUpRow]]
    beyond: dict[Group, int]
    late: Late


class _Row(NamedTuple):
    """One follow-up that is due; its place among those of its kind, and how many of these there are."""

    pk: int
    contact_id: int
    contact__name: str
    contact__phase: str
    text: str
    kind: str
    due_on: date
    introduction: bool
    place: int
    all_due: int
    all_late: int

    def drawn(self, today: date) -> FollowUpRow:
        return row_from(
            pk=self.pk,
            contact_id=self.contact_id,
            name=self.contact__name,
            phase=self.contact__phase,
            text=self.text,
            kind=FollowUpKind(self.kind),
            due_on=self.due_on,
            introduction=self.introduction,
            today=today,
        )


def due(campaign: Campaign, today: date) -> Due:
    """The first follow-ups of each kind that are due, and how many there are of it, in one query."""
    rows: dict[str, tuple[Row, FollowUpRow]] = {}
    beyond: dict[Group, int] = {}
    promises = others = 0
    for values in _PREPARED.rows(campaign.pk, today):
        one = _Row(*values)
        group = Group.INTRODUCED if one.introduction else GROUPS[FollowUpKind(one.kind)]
        key = f"follow-up-{one.pk:012}"
        rows[key] = (Row(contact_id=one.contact_id, group=group, key=key, due=one.due_on), one.drawn(today))
        if one.place == 1:
            beyond[group] = beyond.get(group, 0) + max(0, one.all_due - OF_A_KIND)
            promises += one.all_late if group is Group.PROMISED else 0
            others += one.all_late if group not in (Group.PROMISED, Group.WAITING) else 0
    return Due(rows=rows, beyond=beyond, late=Late(promises=promises, others=others))


def _due(campaign_id: int, today: date) -> QuerySet[Any, tuple[Any, ...]]:
    kind: Any = Case(
        When(introduction=True, then=Value(Group.INTRODUCED.value)), default=F("kind"), output_field=CharField()
    )
    of_it: dict[str, Any] = {"partition_by": [F("as_kind")]}
    found = FollowUp.objects.due(today).filter(campaign=campaign_id).annotate(as_kind=kind)
    counted = found.annotate(
        place=Window(RowNumber(), order_by=[F("due_on"), F("pk")], **of_it),
        all_due=Window(Count("pk"), **of_it),
        all_late=Window(Count("pk", filter=Q(due_on__lt=today)), **of_it),
    )
    return counted.filter(place__lte=OF_A_KIND).order_by("due_on", "pk").values_list(*_Row._fields)


_PREPARED: Final = Prepared(_due)
