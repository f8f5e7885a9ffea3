"""The cups on the shelf, and where the network stands: people and cups per phase, counted in one query (R5)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, Final

from django.db.models import Count, Q, QuerySet

from campaigns.models import Campaign
from campaigns.reads.prepared import Prepared
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
    counted = _COUNTED.rows(campaign.pk, week_start(today))
    rows = {phase: (people, cups) for phase, people, cups, _ in counted}
    most = max((people for people, _ in rows.values()), default=0)
    return Standing(
        phases=[
            InPhase(phase=phase, people=people, cups=cups, bar=BAR * people // (most or 1))
            for phase in Phase
            for people, cups in [rows.get(phase.value, (0, 0))]
        ],
        cups_this_week=sum(fresh for *_, fresh in counted),
    )


def _counted(campaign_id: int, monday: date) -> QuerySet[Any, tuple[Any, ...]]:
    network = Contact.objects.in_network().filter(campaign=campaign_id).order_by().values("phase")
    fresh = Count("pk", filter=Q(first_held_on__gte=monday))
    return network.annotate(people=Count("pk"), cups=Count("first_held_on"), fresh=fresh).values_list(
        "phase", "people", "cups", "fresh"
    )


_COUNTED: Final = Prepared(_counted)


def shelf_of(campaign: Campaign, booked: Sequence[BookedCup], cups: int, today: date) -> Shelf:
    """The first cups of the campaign as far as the shelf has room; `cups` is how many there are."""
    filled = [
        FilledCup(contact_id=pk, name=name, phase=Phase(phase), first_met=first_met, refills=times - 1)
        for pk, name, phase, first_met, times in (_first_cups(campaign.goal + ROW).rows(campaign.pk) if cups else ())
    ]
    drawn = shelf(filled, booked, campaign.goal, today)
    return replace(drawn, more=max(0, cups - len(drawn.places)))


@lru_cache(maxsize=64)
def _first_cups(room: int) -> Prepared:
    def first(campaign_id: int) -> QuerySet[Any, tuple[Any, ...]]:
        held = Contact.objects.cups().filter(campaign=campaign_id).order_by("first_held_on", "pk")
        return held.values_list("pk", "name", "phase", "first_held_on", "held_count")[:room]

    return Prepared(first)
