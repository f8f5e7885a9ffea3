"""The cups on the shelf, and where the network stands: people and cups per phase, counted in one query (R5)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from django.db.models import Count, Q

from campaigns.models import Campaign
from campaigns.rules.progress import week_start
from contacts.models import Contact
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
    cups_this_week: int

    @property
    def people(self) -> int:
        return sum(one.people for one in self.phases)

    @property
    def cups(self) -> int:
        return sum(one.cups for one in self.phases)


def standing(campaign: Campaign, today: date) -> Standing:
    network = Contact.objects.in_network().filter(campaign=campaign).order_by().values("phase")
    counted = network.annotate(
        people=Count("pk"),
        cups=Count("first_held_on"),
        fresh=Count("pk", filter=Q(first_held_on__gte=week_start(today))),
    )
    rows = {row["phase"]: row for row in counted}
    most = max((row["people"] for row in rows.values()), default=0)
    none = {"people": 0, "cups": 0}
    return Standing(
        phases=[
            InPhase(phase=phase, people=row["people"], cups=row["cups"], bar=BAR * row["people"] // (most or 1))
            for phase in Phase
            for row in [rows.get(phase.value, none)]
        ],
        cups_this_week=sum(row["fresh"] for row in rows.values()),
    )


def shelf_of(campaign: Campaign, booked: Sequence[BookedCup], cups: int, today: date) -> Shelf:
    """The first cups of the campaign as far as the shelf has room; `cups` is how many there are."""
    room = campaign.goal + ROW
    held = Contact.objects.cups().filter(campaign=campaign).order_by("first_held_on", "pk")
    columns = held.values_list("pk", "name", "phase", "first_held_on", "held_count")
    filled = [
        FilledCup(contact_id=pk, name=name, phase=Phase(phase), first_met=first_met or today, refills=times - 1)
        for pk, name, phase, first_met, times in (columns[:room] if cups else ())
    ]
    drawn = shelf(filled, booked, campaign.goal, today)
    return replace(drawn, more=max(0, cups - len(drawn.places)))
