"""R19: the rows of the daily review, under their headings, and what can wait."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final

from django.db.models import Count, QuerySet, Subquery

from campaigns.models import Campaign
from campaigns.reads.prepared import Prepared
from campaigns.rules.days import day_in_sentence, on_day
from relationships.reads.follow_ups import FollowUpRow, without_next_step
from today.reads.asked import Asked, SilentRow, YesRow
from today.reads.due import due
from today.rules.next_people import Proposal
from today.rules.review import Arranged, Group, Late, Row, arrange, folded_words

A_FEW: Final = 10
"""People without a next step that are read: seven could be shown."""


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


Drawn = FollowUpRow | SilentRow | YesRow | PersonRow


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


def review(
    campaign: Campaign,
    today: date,
    *,
    invited: Asked,
    proposals: Sequence[Proposal],
    phases: dict[int, str],
    meetings: int,
    booked_next_7_days: int,
) -> Review:
    found_due = due(campaign, today)
    unplanned, unplanned_count = _unplanned(campaign, today)
    found = {
        **found_due.rows,
        **_keyed("invitation", Group.WAITING, invited.silent),
        **{one.dom_id: (_to_plan(one), one) for one in invited.said_yes},
        **_keyed("ask", Group.ASK, [_asking(one, phases) for one in proposals]),
        **_keyed("none", Group.NO_STEP, unplanned),
    }
    arranged = arrange(
        (row for row, _ in found.values()), meetings=meetings, booked_next_7_days=booked_next_7_days, today=today
    )
    asking = next((row.contact_id for row in arranged.shown if row.group is Group.ASK), None)
    counts = _folded(arranged, found_due.beyond | {Group.NO_STEP: unplanned_count - len(unplanned)}, asking)
    return Review(
        groups=[(group, [found[row.key][1] for row in rows]) for group, rows in arranged.by_group()],
        can_wait=sum(counts.values()),
        can_wait_words=folded_words(counts),
        badge=arranged.badge,
        late=found_due.late,
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


def _unplanned(campaign: Campaign, today: date) -> tuple[list[PersonRow], int]:
    """A few people without a next step, and how many there are."""
    found = _PREPARED.rows(campaign.pk, today)
    rows = [
        PersonRow(contact_id=pk, name=name, phase=phase, sub=_last_spoke(spoke, joined, today))
        for pk, name, phase, spoke, joined, _ in found
    ]
    return rows, found[0][-1] if found else 0


def _first_unplanned(campaign_id: int, today: date) -> QuerySet[Any, tuple[Any, ...]]:
    people = without_next_step(campaign_id, today)
    how_many = people.order_by().values("campaign").annotate(number=Count("pk")).values("number")
    columns = ("pk", "name", "phase", "last_spoke_on", "joined_on", "number")
    return people.annotate(number=Subquery(how_many)).values_list(*columns)[:A_FEW]


_PREPARED: Final = Prepared(_first_unplanned)


def _last_spoke(spoke: date | None, joined: date | None, today: date) -> str:
    if spoke:
        return f"Last spoke {on_day(spoke, today)}"
    return f"In your network since {day_in_sentence(joined or today, today)}"


def _asking(proposal: Proposal, phases: dict[int, str]) -> PersonRow:
    contact_id = proposal.contact_id
    return PersonRow(contact_id=contact_id, name=proposal.name, phase=phases.get(contact_id, ""), sub=proposal.short)


def _to_plan(one: YesRow) -> Row:
    """To agree on a day is an action that is due since they said yes."""
    return Row(contact_id=one.contact_id, group=Group.FOLLOW_UP, key=one.dom_id, due=one.since)


def _keyed(kind: str, group: Group, drawn: Sequence[SilentRow | PersonRow]) -> dict[str, tuple[Row, Drawn]]:
    """In their order: the key, by which the review breaks ties, carries the place."""
    return {
        f"{kind}-{place:03}": (Row(contact_id=one.contact_id, group=group, key=f"{kind}-{place:03}"), one)
        for place, one in enumerate(drawn)
    }
