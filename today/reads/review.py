"""R19: the rows of the daily review, under their headings, and what can wait."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from campaigns.models import Campaign
from relationships.reads.follow_ups import FollowUpRow
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
    found = {
        **found_due.rows,
        **_keyed("invitation", Group.WAITING, invited.silent),
        **{one.dom_id: (_to_plan(one), one) for one in invited.said_yes},
        **_keyed("ask", Group.ASK, [_asking(one, phases) for one in proposals]),
    }
    arranged = arrange(
        (row for row, _ in found.values()), meetings=meetings, booked_next_7_days=booked_next_7_days, today=today
    )
    asking = next((row.contact_id for row in arranged.shown if row.group is Group.ASK), None)
    counts = _folded(arranged, found_due.beyond, asking)
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
    return {group: arranged.folded_counts.get(group, 0) + beyond.get(group, 0) for group in Group}


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
