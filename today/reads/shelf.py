"""The cups on the shelf, and where the network stands: people and cups per phase, and how many can wait (R5)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from django.db.models import Count, Q

from campaigns.models import Campaign
from contacts.rules.phases import Phase
from today.rules.shelf import ROW, BookedCup, FilledCup, Shelf, shelf

BAR: Final = 200
"""How wide the longest bar is drawn."""


@dataclass(frozen=True, kw_only=True)
class InPhase:
    """One phase: its people, their cups, and how wide its bar is drawn."""

    phase: Phase
    people: int
    cups: int
    bar: int

    @property
    def legend(self) -> str:
        return f"{self.phase.label} {self.cups}"


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where the network stands."""

    phases: list[InPhase]
    can_wait: int
    """With so many people there is something to do that is not on the list of the day."""

    @property
    def people(self) -> int:
        return sum(one.people for one in self.phases)

    @property
    def cups(self) -> int:
        return sum(one.cups for one in self.phases)


def standing(campaign: Campaign, today: date, *, shown: set[int]) -> Standing:
    """In one query. `shown` are those who stand on the list, and are not among those who can wait."""
    network = campaign.contacts.in_network().order_by().values("phase")
    to_do = Q(acts_on__lte=today) & ~Q(pk__in=shown)
    counted = network.annotate(people=Count("pk"), cups=Count("first_held_on"), wait=Count("pk", filter=to_do))
    rows = {row["phase"]: row for row in counted}
    nothing = {"people": 0, "cups": 0}
    most = max((row["people"] for row in rows.values()), default=0)
    return Standing(
        phases=[
            InPhase(phase=phase, people=row["people"], cups=row["cups"], bar=BAR * row["people"] // (most or 1))
            for phase in Phase
            for row in [rows.get(phase.value, nothing)]
        ],
        can_wait=sum(row["wait"] for row in rows.values()),
    )


def shelf_of(campaign: Campaign, booked: Sequence[BookedCup], cups: int, today: date) -> Shelf:
    """The first cups of the campaign as far as the shelf has room; `cups` is how many there are."""
    held = campaign.contacts.cups().order_by("first_held_on", "pk") if cups else campaign.contacts.none()
    columns = held.values_list("pk", "name", "phase", "first_held_on", "held_count")[: campaign.goal + ROW]
    filled = [
        FilledCup(contact_id=pk, name=name, phase=Phase(phase), first_met=first_met, refills=times - 1)
        for pk, name, phase, first_met, times in columns
        if first_met is not None
    ]
    drawn = shelf(filled, booked, campaign.goal, today)
    return replace(drawn, more=max(0, cups - len(drawn.places)))
