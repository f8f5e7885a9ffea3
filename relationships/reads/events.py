"""Events with who was met there, and what came of it, also months later."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from campaigns.models import Campaign
from meetings.models import Encounter, Event, Meeting, Telling
from meetings.rules.events import EncounterAnswer
from outcomes.models import FollowUp, ObtainedItem

MET, AGREED = Count("encounters"), Count("encounters", filter=Q(encounters__answer=EncounterAnswer.AGREED))


@dataclass(frozen=True, kw_only=True)
class CameOfIt:
    """One person who was met there: the first coffee since, what they gave since, and what is to be done now."""

    encounter: Encounter
    heard: bool = False
    coffee: Meeting | None = None
    gave: list[ObtainedItem] = field(default_factory=list)
    to_ask: FollowUp | None = None


@dataclass(frozen=True, kw_only=True)
class Sums:
    """How many were met, agreed, are in the network, had a coffee since, and heard the card."""

    met: int
    agreed: int
    joined: int
    coffees: int
    heard: int


def coming(campaign: Campaign, today: date) -> QuerySet[Event]:
    """From today on, the next first; where people are noted already, it was."""
    ahead = Event.objects.filter(campaign=campaign, day__gte=today)
    return ahead.exclude(Exists(Encounter.objects.filter(event=OuterRef("pk")))).order_by("day", "pk")


def past(campaign: Campaign, today: date) -> QuerySet[Event]:
    """The latest first; each with the number of those who were `met`, and of those who `agreed`."""
    noted = Exists(Encounter.objects.filter(event=OuterRef("pk")))
    events = Event.objects.filter(Q(day__lt=today) | Q(noted, day=today), campaign=campaign)
    return events.annotate(met=MET, agreed=AGREED).order_by("-day", "-pk")


def sums_of(event: Event) -> Sums:
    here = Encounter.objects.filter(event=event)
    held = Meeting.objects.held().filter(campaign=event.campaign_id, day__gte=event.day).values("contact")
    found = here.aggregate(
        met=Count("pk"),
        agreed=Count("pk", filter=Q(answer=EncounterAnswer.AGREED)),
        joined=Count("pk", filter=Q(contact__joined_on__isnull=False)),
        coffees=Count("pk", filter=Q(contact__in=held)),
    )
    return Sums(heard=Telling.objects.filter(encounter__event=event).count(), **found)


def came_of(event: Event, rows: Sequence[Encounter]) -> list[CameOfIt]:
    """Of these encounters, in their order; four queries, whatever their number."""
    people = [row.contact_id for row in rows]
    since = {"contact__in": people, "campaign": event.campaign_id}
    coffees = Meeting.objects.held().filter(**since, day__gte=event.day).order_by("-day", "-pk")
    first = {meeting.contact_id: meeting for meeting in coffees}
    gave: dict[int, list[ObtainedItem]] = {}
    items = ObtainedItem.objects.filter(Q(day__gte=event.day) | Q(event=event), **since)
    for item in items.select_related("referred").order_by("day", "pk"):
        gave.setdefault(item.contact_id, []).append(item)
    to_ask = {one.encounter_id: one for one in FollowUp.objects.open().filter(encounter__in=rows)}
    heard = heard_at(rows)
    return [
        CameOfIt(
            encounter=row,
            heard=row.pk in heard,
            coffee=first.get(row.contact_id),
            gave=gave.get(row.contact_id, []),
            to_ask=to_ask.get(row.pk),
        )
        for row in rows
    ]


def heard_at(rows: Sequence[Encounter]) -> set[int]:
    """The encounters at which the card was heard."""
    told = Telling.objects.filter(encounter__in=rows).values_list(F("encounter"), flat=True)
    return {pk for pk in told if pk}
