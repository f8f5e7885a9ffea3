"""R19: the rows of the daily review. Of each kind only as many are read as could be shown; the others are counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final, NamedTuple

from django.db.models import Case, CharField, Count, F, Q, Subquery, Value, When, Window
from django.db.models.functions import RowNumber

from campaigns.models import Campaign
from campaigns.rules.days import day_in_sentence, on_day
from outcomes.models import FollowUp
from outcomes.reads.follow_ups import FollowUpRow, row_from, without_next_step
from outcomes.rules.due import FollowUpKind
from today.reads.asked import SilentRow
from today.rules.next_people import Proposal
from today.rules.review import Arranged, Group, Late, Row, arrange, folded_words

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
class PersonRow:
    """Somebody to ask, or without a next step."""

    contact_id: int
    name: str
    phase: str
    sub: str
    template: ClassVar[str] = "today/_row_person.html"

    @property
    def dom_id(self) -> str:
        return f"person-{self.contact_id}"


Drawn = FollowUpRow | SilentRow | PersonRow


@dataclass(frozen=True, kw_only=True)
class Review:
    """What Today shows below the meetings: the rows under their headings, what can wait, and what is late."""

    groups: list[tuple[Group, list[Drawn]]]
    can_wait: int
    can_wait_words: str
    badge: int
    late: Late
    only_asks: bool
    """Nothing is due: the only row is somebody to ask."""

    asked_contact: int | None

    @property
    def rows(self) -> int:
        return sum(len(rows) for _, rows in self.groups)


@dataclass(frozen=True, kw_only=True)
class _Gathered:
    rows: dict[str, tuple[Row, Drawn]]
    beyond: dict[Group, int]
    late: Late


class _Due(NamedTuple):
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


def review(
    campaign: Campaign,
    today: date,
    *,
    silent: Sequence[SilentRow],
    proposals: Sequence[Proposal],
    phases: dict[int, str],
    meetings: int,
    booked_next_7_days: int,
) -> Review:
    gathered = _due(campaign, today)
    unplanned, unplanned_count = _unplanned(campaign, today)
    found = {
        **gathered.rows,
        **_keyed("invitation", Group.WAITING, silent),
        **_keyed("ask", Group.ASK, [_asking(one, phases) for one in proposals]),
        **_keyed("none", Group.NO_STEP, unplanned),
    }
    arranged = arrange(
        (row for row, _ in found.values()), meetings=meetings, booked_next_7_days=booked_next_7_days, today=today
    )
    asking = next((row.contact_id for row in arranged.shown if row.group is Group.ASK), None)
    counts = _folded(arranged, gathered.beyond | {Group.NO_STEP: unplanned_count - len(unplanned)}, asking)
    return Review(
        groups=[(group, [found[row.key][1] for row in rows]) for group, rows in arranged.by_group()],
        can_wait=sum(counts.values()),
        can_wait_words=folded_words(counts),
        badge=arranged.badge,
        late=gathered.late,
        only_asks=not meetings and all(row.group is Group.ASK for row in arranged.shown),
        asked_contact=asking,
    )


def _folded(arranged: Arranged, beyond: dict[Group, int], asking: int | None) -> dict[Group, int]:
    """What can wait: the rows that were read and have no place, and those that were only counted.

    Who is shown as somebody to ask is not counted once more as somebody without a next step.
    """
    counts = {group: arranged.folded_counts.get(group, 0) + beyond.get(group, 0) for group in Group}
    counts[Group.NO_STEP] -= sum(row.contact_id == asking and row.group is Group.NO_STEP for row in arranged.folded)
    return counts


def _due(campaign: Campaign, today: date) -> _Gathered:
    """The first follow-ups of each kind that are due, and how many there are of it, in one query."""
    kind: Any = Case(
        When(introduction=True, then=Value(Group.INTRODUCED.value)), default=F("kind"), output_field=CharField()
    )
    of_it: dict[str, Any] = {"partition_by": [F("as_kind")]}
    due = FollowUp.objects.due(today).filter(campaign=campaign).annotate(as_kind=kind)
    counted = due.annotate(
        place=Window(RowNumber(), order_by=[F("due_on"), F("pk")], **of_it),
        all_due=Window(Count("pk"), **of_it),
        all_late=Window(Count("pk", filter=Q(due_on__lt=today)), **of_it),
    )
    rows: dict[str, tuple[Row, Drawn]] = {}
    beyond: dict[Group, int] = {}
    promises = others = 0
    for values in counted.filter(place__lte=OF_A_KIND).order_by("due_on", "pk").values_list(*_Due._fields):
        one = _Due(*values)
        group = Group.INTRODUCED if one.introduction else GROUPS[FollowUpKind(one.kind)]
        key = f"follow-up-{one.pk:012}"
        rows[key] = (Row(contact_id=one.contact_id, group=group, key=key, due=one.due_on), one.drawn(today))
        if one.place == 1:
            beyond[group] = beyond.get(group, 0) + max(0, one.all_due - OF_A_KIND)
            promises += one.all_late if group is Group.PROMISED else 0
            others += one.all_late if group not in (Group.PROMISED, Group.WAITING) else 0
    return _Gathered(rows=rows, beyond=beyond, late=Late(promises=promises, others=others))


def _unplanned(campaign: Campaign, today: date) -> tuple[list[PersonRow], int]:
    """A few people without a next step, and how many there are."""
    people = without_next_step(campaign, today)
    how_many = people.order_by().values("campaign").annotate(number=Count("pk")).values("number")
    columns = ("pk", "name", "phase", "last_spoke_on", "joined_on", "number")
    found = list(people.annotate(number=Subquery(how_many)).values_list(*columns)[:OF_A_KIND])
    rows = [
        PersonRow(contact_id=pk, name=name, phase=phase, sub=_last_spoke(spoke, joined, today))
        for pk, name, phase, spoke, joined, _ in found
    ]
    return rows, found[0][-1] if found else 0


def _last_spoke(spoke: date | None, joined: date | None, today: date) -> str:
    if spoke:
        return f"Last spoke {on_day(spoke, today)}"
    return f"In your network since {day_in_sentence(joined or today, today)}"


def _asking(proposal: Proposal, phases: dict[int, str]) -> PersonRow:
    contact_id = proposal.contact_id
    return PersonRow(contact_id=contact_id, name=proposal.name, phase=phases.get(contact_id, ""), sub=proposal.short)


def _keyed(kind: str, group: Group, drawn: Sequence[SilentRow | PersonRow]) -> dict[str, tuple[Row, Drawn]]:
    """In their order: the key, by which the review breaks ties, carries the place."""
    return {
        f"{kind}-{place:03}": (Row(contact_id=one.contact_id, group=group, key=f"{kind}-{place:03}"), one)
        for place, one in enumerate(drawn)
    }
