"""A person's page: the next step, last time, the three phases with their evidence, and one timeline of everything."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from campaigns import drafts
from campaigns.middleware import CampaignRequest
from contacts.models import Contact
from contacts.rules.joining import may_go_back
from contacts.rules.leaving import LeftBecause
from meetings.reads.invitations import first_silence
from meetings.reads.meeting_list import cup_number
from meetings.rules.asking import FIRST_SILENCE
from outcomes.models import ObtainedItem
from pages.people.forms.small import ShareForm
from pages.people.views.next_action import action_for
from pages.people.views.person_parts import details, introductions, phases
from relationships.reads.card import card_of, given
from relationships.reads.history import history_of
from relationships.reads.recorded import recorded_for
from relationships.reads.relationship import last_conversation
from relationships.reads.timeline import timeline
from relationships.rules.entries import Entry, title
from relationships.rules.history import Moment
from relationships.rules.next_step import next_step
from relationships.rules.steps import NextStep, StepKind


@dataclass(frozen=True, kw_only=True)
class Row:
    """An entry of the timeline with its heading and what was given there."""

    entry: Entry
    title: str
    items: list[ObtainedItem]
    url: str
    """Where it is read or changed; empty where it follows from something else."""

    @property
    def day_words(self) -> str:
        return f"{self.entry.day.day} {self.entry.day:%B}"


LEADS_TO = {"meeting": "meeting", "note": "note_edit", "touch": "touch_edit", "follow_up": "follow_up_edit"}


@require_safe
def contact(request: CampaignRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(request.campaign.contacts.select_related("company", "introduced_by"), pk=pk)
    return older(request, person) if request.htmx and "page" in request.GET else show(request, person)


def older(request: CampaignRequest, person: Contact) -> HttpResponse:
    """More of the timeline, to stand under what the page shows already."""
    context = past(request, person) | {"contact": person}
    return TemplateResponse(request, "people/_contact_timeline.html", context)


def show(
    request: CampaignRequest, person: Contact, *, share: ShareForm | None = None, status: int = 200
) -> HttpResponse:
    """The page; `share` is the refused form."""
    history = history_of(person)
    step = next_step(history, Moment(today=request.today, now=timezone.now()))
    card, line = card_of(person), past(request, person)
    context = {
        "contact": person,
        "step": step,
        "action": action_for(person, step),
        "invitation": history.waiting_invitation,
        "comfort": comfort(request, step),
        "share": share or ShareForm(drafts.typed(request) if request.method == "GET" else None),
        "phases": phases(person, history, card, request.today),
        "last": last_conversation(person),
        "is_away": history.is_away(request.today),
        "left_because": LeftBecause(person.left_because).label if person.left_because else "",
        "may_go_back": person.in_network and may_go_back(has_evidence=bool(recorded_for([person.pk]))),
        "card": card,
        **details(person, card),
        **line,
        **introductions(person, card, line["given"]),
    }
    return TemplateResponse(request, "people/contact.html", context, status=status)


def comfort(request: CampaignRequest, step: NextStep) -> str:
    """R17: what is said once, to who meets silence for the first time."""
    return FIRST_SILENCE if step.kind is StepKind.REMIND and first_silence(request.campaign) else ""


def past(request: CampaignRequest, person: Contact) -> dict[str, Any]:
    """A page of the timeline, and what was given there."""
    asked = request.GET.get("page", "")
    number = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 6 else 1
    page = timeline(person, page=max(number, 1))
    received, cup = given(person, page.meetings), cup_number(person)
    addresses = {kind: reverse(name, args=[0]) for kind, name in LEADS_TO.items()}  # once: each costs as much as a row
    rows = [
        Row(
            entry=entry,
            title=title(entry, person.short_name, cup),
            items=received.at_meetings.get(entry.pk, []) if entry.kind == "meeting" else [],
            url=addresses.get(entry.kind, "").replace("0", str(entry.pk)),
        )
        for entry in page.entries
    ]
    return {"timeline": rows, "older": page.older, "page": number, "given": received}
