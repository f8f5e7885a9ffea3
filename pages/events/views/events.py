"""All events; one planned, or put right."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_safe

from campaigns import drafts
from campaigns.middleware import CampaignRequest
from meetings.models import Event
from meetings.rules.events import EventKind
from pages.events.forms.event import EventForm
from pages.parts.moved_back import moving_back
from pitch.reads.versions import current_versions
from pitch.rules.versions import Spoken
from relationships.reads import events as reads
from relationships.writes.events import change_event, met_at

A_PAGE = 25
SHOWN_AHEAD = 25


@require_safe
def events(request: CampaignRequest) -> HttpResponse:
    page = Paginator(reads.past(request.campaign, request.today), A_PAGE).get_page(request.GET.get("page"))
    ahead = reads.coming(request.campaign, request.today)[:SHOWN_AHEAD] if page.number == 1 else ()
    return TemplateResponse(request, "events/events.html", {"page": page, "coming": list(ahead)})


@require_http_methods(["GET", "HEAD", "POST"])
def event_new(request: CampaignRequest) -> HttpResponse:
    """The ask of the card stands there already: it is the one that is said at such an event."""
    card = current_versions(request.campaign).get(Spoken.CARD)
    first = {
        "kind": request.GET["kind"] if request.GET.get("kind") in list(EventKind) else EventKind.GENERAL.value,
        "day": request.today if "met" in request.GET else None,
        "ask": card.ask if card else "",
    }
    form = EventForm(
        drafts.typed(request), instance=Event(campaign=request.campaign), today=request.today, initial=first
    )
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return TemplateResponse(request, "events/event_new.html", {"form": form, "card": card}, status=status)
    return redirect(drafts.once(request, lambda: form.save().get_absolute_url()))


@require_http_methods(["GET", "HEAD", "POST"])
def event_edit(request: CampaignRequest, pk: int) -> HttpResponse:
    before, instance = event_of(request, pk), event_of(request, pk)
    posted = request.POST if request.method == "POST" else None
    form = EventForm(posted, instance=instance, today=request.today)  # validation writes into it
    if not form.is_valid():
        context = {"form": form, "event": before}
        return TemplateResponse(request, "events/event_edit.html", context, status=422 if form.is_bound else 200)
    with moving_back([row.contact_id for row in met_at(before)]) as moved:
        change_event(form.save(commit=False), before)
    messages.success(request, moved.after("Saved."))
    return redirect(before)


def event_of(request: CampaignRequest, pk: int) -> Event:
    return get_object_or_404(Event.objects.select_related("campaign", "card"), pk=pk, campaign=request.campaign)
