"""The search over everything: the list of the palette, and the same as a page without scripts."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from campaigns.middleware import CampaignRequest
from campaigns.models import Campaign
from contacts.reads.finding import FoundPerson
from contacts.reads.people import typed_words
from relationships.reads.history import next_steps
from relationships.rules.history import Moment
from today.reads.found_texts import FoundText
from today.reads.search import MOST_TEXTS, Hits
from today.reads.search import search as hits_of
from today.rules.commands import FOR_PERSON, commands_for

LONGEST = 100
ON_A_PAGE = 50
TYPING = "typing"
"""The palette asks so at each letter, and without it once somebody pauses (static/js/listbox.js)."""


@dataclass(frozen=True, kw_only=True)
class Deed:
    """A command with the address where it is done."""

    words: str
    url: str
    icon: str
    key: str = ""


@require_safe
def search(request: CampaignRequest) -> HttpResponse:
    typed, typing = " ".join(request.GET.get("q", "")[:LONGEST].split()), TYPING in request.GET
    most = MOST_TEXTS if request.htmx else ON_A_PAGE
    hits = hits_of(request.campaign, typed, only_named=typing, in_book=not request.htmx, most_texts=most)
    moment = Moment(today=request.today, now=timezone.now())
    context = {
        "typed": typed,
        "hits": hits,
        "people": with_steps(request.campaign, [] if typing else hits.people, moment) or without_steps(hits.people),
        "texts": [Place(found=found, url=place_of(found)) for found in hits.texts],
        "deeds": [*deeds_for(hits), *deeds(typed)],
    }
    template = "search/_search_options.html" if request.htmx else "search/search.html"
    return TemplateResponse(request, template, context)


@dataclass(frozen=True, kw_only=True)
class Hit:
    """Somebody who was found, with the words of their next step; empty in the address book, and at each letter."""

    person: FoundPerson
    step: str = ""


def without_steps(people: list[FoundPerson]) -> list[Hit]:
    return [Hit(person=person) for person in people]


def with_steps(campaign: Campaign, people: list[FoundPerson], moment: Moment) -> list[Hit]:
    steps = next_steps(campaign, (person.pk for person in people if person.phase), moment) if people else {}
    return [Hit(person=person, step=steps[person.pk].words if person.phase else "") for person in people]


@dataclass(frozen=True, kw_only=True)
class Place:
    """A text that was found, and the address of the place where it stands."""

    found: FoundText
    url: str

    @property
    def icon(self) -> str:
        return ICONS[self.found.kind]


ICONS = {
    "meeting": "cup-hot",
    "note": "chat-left-text",
    "touch": "envelope",
    "invitation": "send",
    "item": "lightbulb",
    "ground": "people",
    "follow_up": "clock",
    "encounter": "people",
    "event": "calendar3",
    "story": "chat-quote",
    "question": "journal-text",
    "company": "briefcase",
}


def place_of(found: FoundText) -> str:
    """A page of its own, or its place on the page of the person."""
    if found.kind in {"meeting", "event", "story", "question", "company"}:
        return reverse(found.kind, args=[found.pk])
    if found.meeting:
        return reverse("meeting", args=[found.meeting])
    person = reverse("contact", args=[found.contact])
    if found.kind == "ground":
        return f"{person}#shared-{found.pk}"
    return f"{person}?at={found.kind}-{found.pk}#{found.kind}-{found.pk}"


def deeds(typed: str) -> list[Deed]:
    return [
        Deed(words=command.words, url=url, icon=command.icon, key=command.key)
        for command in commands_for(typed_words(typed))
        if (url := address_of(command.page))
    ]


def deeds_for(hits: Hits) -> list[Deed]:
    """What can be done with the person who was found first."""
    if not hits.people:
        return []
    person = hits.people[0]
    found = []
    for act in FOR_PERSON:
        url = address_of(act.page, person.pk) if act.in_address else address_of(act.page)
        if url:
            query = "" if act.in_address else f"?contact={person.pk}"
            found.append(Deed(words=act.words.format(person.short_name), url=f"{url}{query}", icon=act.icon))
    return found


def address_of(page: str, *parts: int) -> str:
    """The address of a page; empty where this house has none."""
    try:
        return reverse(page, args=parts)
    except NoReverseMatch:
        return ""
