"""A person's page: the next step, last time, the three phases with their evidence, and one timeline of everything."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from campaigns import drafts
from campaigns.middleware import CampaignRequest
from contacts.models import Contact, ContactQuerySet
from contacts.reads.ways import ways_of
from contacts.rules.joining import may_go_back
from contacts.rules.leaving import LeftBecause
from contacts.rules.phases import missing
from meetings.reads.meeting_list import cup_number
from outcomes.models import ObtainedItem
from pages.people.forms.small import ShareForm
from pages.people.views.next_panel import next_panel
from pages.people.views.person_parts import details, introductions, last_time, phases, stories
from pitch.models import Story
from relationships.reads.guesses import guessed
from relationships.reads.record import Record, record_of
from relationships.reads.timeline import NOTHING, UnderMeeting, timeline, under_meetings
from relationships.rules.came_of_it import came_by
from relationships.rules.history import Moment
from relationships.rules.phase import evidence_of
from relationships.rules.timeline_words import Entry, title
from relationships.rules.unanswered import last_is_unanswered


@dataclass(frozen=True, kw_only=True)
class Row:
    """An entry of the timeline with its heading and what stands under it."""

    entry: Entry
    title: str
    under: UnderMeeting
    url: str
    """Where it is read or changed; empty where it follows from something else."""

    item: ObtainedItem | None = None
    """Of what they gave elsewhere than at a meeting."""

    @property
    def day_words(self) -> str:
        return f"{self.entry.day.day} {self.entry.day:%B}"


LEADS_TO = {
    "meeting": "meeting",
    "note": "note_edit",
    "touch": "touch_edit",
    "follow_up": "follow_up_edit",
    "invitation": "invitation_edit",
}


def people_of(request: CampaignRequest) -> ContactQuerySet:
    """The contacts as their page reads them."""
    people: ContactQuerySet = request.campaign.contacts.select_related("company", "introduced_by", "opened_message")
    return people


@require_safe
def contact(request: CampaignRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(people_of(request), pk=pk)
    return older(request, person) if request.htmx and "page" in request.GET else show(request, person)


def older(request: CampaignRequest, person: Contact) -> HttpResponse:
    """More of the timeline, to stand under what the page shows already."""
    context = past(request, record_of(person)) | {"contact": person}
    return TemplateResponse(request, "people/_contact_timeline.html", context)


def show(
    request: CampaignRequest, person: Contact, *, share: ShareForm | None = None, status: int = 200
) -> HttpResponse:
    """The page; `share` is the refused form."""
    record, now = record_of(person), Moment(today=request.today, now=timezone.now())
    history = record.history
    context = {
        "contact": person,
        **next_panel(record, now),
        "came_by": came_by(history, person.introduced_by_id or 0),
        "share": share or ShareForm(drafts.typed(request) if request.method == "GET" else None),
        "phases": phases(record, request.today),
        "lacks": missing(evidence_of(history)) if person.in_network else [],
        "guesses": guessed(
            person,
            introduced_by=(item.contact.name for item in record.named_by),
            noted=(line.text for line in record.shared),
        ),
        "record": record,
        "last": last_time(record),
        "unanswered": record.touches[-1] if last_is_unanswered(history, request.today) else None,
        "is_away": history.is_away(request.today),
        "left_because": LeftBecause(person.left_because).label if person.left_because else "",
        "may_go_back": person.in_network and may_go_back(has_evidence=record.has_evidence),
        "stories": stories(record, Story.objects.filter(campaign=request.campaign)),
        **details(person, ways_of(person)),
        **past(request, record),
        **introductions(record),
    }
    return TemplateResponse(request, "people/contact.html", context, status=status)


def past(request: CampaignRequest, record: Record) -> dict[str, Any]:
    """A page of the timeline: the latest, the one asked for, or where an entry stands (`?at=note-12`)."""
    asked = request.GET.get("page", "")
    number = max(int(asked), 1) if asked.isascii() and asked.isdecimal() and len(asked) < 6 else 1
    page, cup = timeline(record, page=number, at=request.GET.get("at", "")), cup_number(record.contact)
    addresses = {kind: address_of(name) for kind, name in LEADS_TO.items()}  # once: each costs as much as a row
    at_meeting, given = under_meetings(record), {row.pk: row for row in record.given}
    rows = [
        Row(
            entry=entry,
            title=title(entry, record.contact.short_name, cup),
            under=at_meeting.get(entry.pk, NOTHING) if entry.kind == "meeting" else NOTHING,
            url=addresses.get(entry.kind, "").replace("0", str(entry.pk)),
            item=given.get(entry.pk) if entry.kind == "item" else None,
        )
        for entry in page.entries
    ]
    return {"timeline": rows, "older": page.older, "page": page.page}


def address_of(name: str) -> str:
    """The address of this page about row 0; empty where this house has no such page."""
    try:
        return reverse(name, args=[0])
    except NoReverseMatch:
        return ""
