"""Who has heard which story, and to whom one came back."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, QuerySet, Subquery

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import Telling
from pitch.models import Story


@dataclass(frozen=True, kw_only=True)
class Recall:
    contact: Contact
    day: date


@dataclass(frozen=True, kw_only=True)
class Told:
    """How many people were told a story, and the last of them to whom it came back."""

    people: int = 0
    recall: Recall | None = None


@dataclass(frozen=True, kw_only=True)
class Heard:
    """One person and one story: on which day they heard it first, and whether it came back to them."""

    day: date
    came_back: bool


@dataclass(frozen=True, kw_only=True)
class Listener:
    """One person, and per story what they heard, in the order of the stories."""

    contact: Contact
    heard: list[Heard | None]


def told(campaign: Campaign) -> dict[int, Told]:
    """Per story the number of people who heard it, and its last recall."""
    rows = Telling.objects.filter(campaign=campaign).order_by()
    people = dict(rows.values_list("story").annotate(Count("contact", distinct=True)))
    recalls = rows.filter(recalled_on__isnull=False).select_related("contact").order_by("recalled_on", "id")
    last = {row.story_id: Recall(contact=row.contact, day=row.recalled_on) for row in recalls if row.recalled_on}
    return {story: Told(people=number, recall=last.get(story)) for story, number in people.items()}


def listeners(campaign: Campaign) -> QuerySet[Contact]:
    """Everybody who heard a story, who heard one last first."""
    latest = Telling.objects.filter(contact=OuterRef("pk")).order_by("-day").values("day")[:1]
    people = Contact.objects.filter(campaign=campaign).annotate(last_told=Subquery(latest))
    return people.filter(last_told__isnull=False).order_by("-last_told", "sort_name", "id")


def heard_by(contacts: list[Contact], stories: list[Story]) -> list[Listener]:
    """The table of these people and these stories, in one query."""
    found: dict[tuple[int, int], Heard] = {}
    rows = Telling.objects.filter(contact__in=contacts, story__in=stories).order_by("day", "id")
    for row in rows:
        before = found.get((row.contact_id, row.story_id))
        found[row.contact_id, row.story_id] = Heard(
            day=before.day if before else row.day,
            came_back=row.recalled_on is not None or (before is not None and before.came_back),
        )
    return [
        Listener(contact=contact, heard=[found.get((contact.pk, story.pk)) for story in stories])
        for contact in contacts
    ]
