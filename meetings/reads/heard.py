"""Who has heard which story and which version of a pitch, and to whom a story came back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import Telling
from pitch.models import Story
from pitch.rules.versions import Spoken


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
    """One person, and per story what they heard, in the order of the stories; of each pitch the last version."""

    contact: Contact
    stories: Sequence[Story]
    pitches: Sequence[Spoken]
    heard: list[Heard | None]
    versions: list[int | None]

    @property
    def told(self) -> list[tuple[Story, Heard]]:
        """What they heard, and nothing of what they did not."""
        return [(story, heard) for story, heard in zip(self.stories, self.heard, strict=True) if heard]

    @property
    def said(self) -> list[tuple[str, int]]:
        """The pitches that they heard, in words, each with its version."""
        return [(kind.label, number) for kind, number in zip(self.pitches, self.versions, strict=True) if number]


def told(campaign: Campaign) -> dict[int, Told]:
    """Per story the number of people who heard it, and its last recall."""
    rows = Telling.objects.filter(campaign=campaign).of_stories().order_by()
    people = dict(rows.values_list("story").annotate(Count("contact", distinct=True)))
    recalls = rows.filter(recalled_on__isnull=False).select_related("contact").order_by("recalled_on", "id")
    last = {row.story_id: Recall(contact=row.contact, day=row.recalled_on) for row in recalls if row.recalled_on}
    return {story: Told(people=number, recall=last.get(story)) for story, number in people.items() if story}


def listeners(campaign: Campaign) -> QuerySet[Contact]:
    """Everybody who heard a story or a pitch, who heard one last first."""
    latest = Telling.objects.filter(contact=OuterRef("pk")).order_by("-day").values("day")[:1]
    people = Contact.objects.filter(campaign=campaign).annotate(last_told=Subquery(latest))
    return people.filter(last_told__isnull=False).order_by("-last_told", "sort_name", "id")


def heard_by(contacts: list[Contact], stories: list[Story], pitches: Sequence[Spoken] = ()) -> list[Listener]:
    """The table of these people, these stories and these pitches, in one query."""
    found: dict[tuple[int, int | None], Heard] = {}
    versions: dict[tuple[int, str], int] = {}
    wanted = Q(story__in=stories) | Q(version__kind__in=pitches)
    rows = Telling.objects.filter(wanted, contact__in=contacts).select_related("version").order_by("day", "id")
    for row in rows:
        if row.version:
            versions[row.contact_id, row.version.kind] = row.version.number
            continue
        before = found.get((row.contact_id, row.story_id))
        found[row.contact_id, row.story_id] = Heard(
            day=before.day if before else row.day,
            came_back=row.recalled_on is not None or (before is not None and before.came_back),
        )
    return [
        Listener(
            contact=contact,
            stories=stories,
            pitches=pitches,
            heard=[found.get((contact.pk, story.pk)) for story in stories],
            versions=[versions.get((contact.pk, kind)) for kind in pitches],
        )
        for contact in contacts
    ]
