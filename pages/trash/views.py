"""Delete says before what goes with it; it stays in the trash for thirty days, with the way back (R16)."""

from typing import Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from campaigns.middleware import CampaignRequest
from campaigns.rules.days import full_day
from contacts.models import Contact
from meetings.models import Encounter, Event, Invitation, Meeting, Touch
from meetings.rules.meeting import Status
from outcomes.models import ObtainedItem
from pages.parts.moved_back import moving_back
from pitch.models import PitchVersion, Story
from research.models import Question
from trash.models import Deletion
from trash.reads.hanging import hanging_on
from trash.writes.deleting import purge, throw_away
from trash.writes.restoring import Refused, namesake, restore

RESTORED: Final = "restored"
REMEMBERED: Final = 20
Deletable = Contact | Encounter | Event | Invitation | Meeting | Touch | ObtainedItem


@require_GET
def trash_list(request: CampaignRequest) -> HttpResponse:
    """Opening it is when what is older than thirty days goes for good."""
    purge(request.today)
    deletions = request.campaign.deletions.restorable(request.today)
    page = Paginator(deletions, per_page=50).get_page(request.GET.get("page"))
    return TemplateResponse(request, "trash/trash.html", {"page": page})


@require_POST
def deletion_restore(request: CampaignRequest, pk: int) -> HttpResponse:
    """Bring it back; where somebody has the same key by now, ask whether the two are one (R16)."""
    deletion = request.campaign.deletions.restorable(request.today).filter(pk=pk).first()
    if deletion is None:  # pressed twice: it is back already
        messages.info(request, "It is back already, or its thirty days are over.")
        return redirect(led_to(request, pk))
    same = namesake(deletion)
    if same and request.POST.get("merge") != str(same.pk):
        context = {"deletion": deletion, "same": same}
        return TemplateResponse(request, "trash/same_person.html", context, status=422)
    try:
        thing = restore(deletion, into=same)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("trash")
    messages.success(request, f"Restored: {deletion.words}")
    contact = thing if isinstance(thing, Contact) else getattr(thing, "contact", None)
    alone = Event | Story | PitchVersion | Question
    its_own = thing.get_absolute_url() if isinstance(thing, alone) else reverse("trash")
    address = contact.get_absolute_url() if contact else its_own
    remember(request, pk, address)
    return redirect(address)


def remember(request: CampaignRequest, pk: int, address: str) -> None:
    """The deletion is gone with its restoring: the session keeps where that led, for a second press."""
    request.session[RESTORED] = [*request.session.get(RESTORED, []), [pk, address]][-REMEMBERED:]
    request.session.save()  # before it is the turn of the second press


def led_to(request: CampaignRequest, pk: int) -> str:
    """Where the first press led; the trash where this browser knows of none."""
    # Of two presses at once the second finds what the first has kept: it is read anew, now that it is its turn.
    kept = type(request.session)(request.session.session_key).get(RESTORED, [])
    return next((address for known, address in kept if known == pk), reverse("trash"))


@require_http_methods(["GET", "POST"])
def contact_delete(request: CampaignRequest, pk: int) -> HttpResponse:
    contact = request.campaign.contacts.filter(pk=pk).first()
    if contact is None:
        return _deleted_already(request, Contact, pk)
    cup = f"The cup with {contact.short_name} goes with them until you restore it." if contact.held_count else ""
    return _ask_or_delete(request, contact, contact.name, keep=contact.get_absolute_url(), cup=cup)


@require_http_methods(["GET", "POST"])
def meeting_delete(request: CampaignRequest, pk: int) -> HttpResponse:
    meeting = request.campaign.meetings.select_related("contact").filter(pk=pk).first()
    if meeting is None:
        return _deleted_already(request, Meeting, pk)
    words = f"Meeting with {meeting.contact}, {full_day(meeting.local_day, request.today)}"
    only = meeting.status == Status.HELD and meeting.contact.held_count == 1
    cup = f"It is the cup with {meeting.contact.short_name}." if only else ""
    return _ask_or_delete(request, meeting, words, keep=meeting.get_absolute_url(), cup=cup)


@require_http_methods(["GET", "POST"])
def item_delete(request: CampaignRequest, pk: int) -> HttpResponse:
    item = request.campaign.obtained_items.select_related("contact").filter(pk=pk).first()
    if item is None:
        return _deleted_already(request, ObtainedItem, pk)
    words = f"{item.get_kind_display()} by {item.contact}: {item}"
    return _ask_or_delete(request, item, words, keep=item.contact.get_absolute_url())


@require_http_methods(["GET", "POST"])
def touch_delete(request: CampaignRequest, pk: int) -> HttpResponse:
    touch = request.campaign.touches.select_related("contact").filter(pk=pk).first()
    if touch is None:
        return _deleted_already(request, Touch, pk)
    words = f"{touch.get_channel_display()} with {touch.contact}, {full_day(touch.day, request.today)}"
    return _ask_or_delete(request, touch, words, keep=touch.contact.get_absolute_url())


@require_http_methods(["GET", "POST"])
def invitation_delete(request: CampaignRequest, pk: int) -> HttpResponse:
    invitation = request.campaign.invitations.select_related("contact").filter(pk=pk).first()
    if invitation is None:
        return _deleted_already(request, Invitation, pk)
    words = f"Invitation to {invitation.contact}, {full_day(invitation.sent_on, request.today)}"
    return _ask_or_delete(request, invitation, words, keep=reverse("invitation_edit", args=[pk]))


@require_http_methods(["GET", "POST"])
def event_delete(request: CampaignRequest, pk: int) -> HttpResponse:
    event = Event.objects.filter(campaign=request.campaign, pk=pk).first()
    if event is None:
        return _deleted_already(request, Event, pk)
    words = f"{event}, {full_day(event.day, request.today)}"
    return _ask_or_delete(request, event, words, keep=event.get_absolute_url())


@require_http_methods(["GET", "POST"])
def encounter_delete(request: CampaignRequest, pk: int) -> HttpResponse:
    met = Encounter.objects.select_related("contact", "event").filter(campaign=request.campaign, pk=pk).first()
    if met is None:
        return _deleted_already(request, Encounter, pk)
    words = f"{met.contact} at {met.event}, {full_day(met.event.day, request.today)}"
    return _ask_or_delete(request, met, words, keep=met.event.get_absolute_url())


def _ask_or_delete(request: CampaignRequest, thing: Deletable, words: str, *, keep: str, cup: str = "") -> HttpResponse:
    if request.method == "POST":
        with moving_back(_of_whom(thing)) as moved:
            deletion = throw_away(request.campaign, thing, words, request.today)
        return _deleted(request, deletion, moved.after("Deleted."))
    context = {"words": words, "goes": hanging_on(thing).counted(), "keep": keep, "cup": cup}
    return TemplateResponse(request, "trash/delete.html", context)


def _of_whom(thing: Deletable) -> list[int]:
    """Whose phase may move back with it."""
    if isinstance(thing, Event):
        return list(Encounter.objects.filter(event=thing).values_list("contact_id", flat=True))
    return [] if isinstance(thing, Contact) else [thing.contact_id]


def _deleted(request: CampaignRequest, deletion: Deletion, words: str = "Deleted.") -> HttpResponse:
    messages.success(request, words, extra_tags=reverse("deletion_restore", args=[deletion.pk]))
    return redirect(deletion)


def _deleted_already(request: CampaignRequest, kind: type[Deletable], pk: int) -> HttpResponse:
    """The second of two presses is answered like the first; what was never there is not found."""
    deleted = request.campaign.deletions.of(kind, pk) if request.method == "POST" else Deletion.objects.none()
    return _deleted(request, get_object_or_404(deleted))
