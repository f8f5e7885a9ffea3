"""Delete: what goes with it is said before, and it stays in the trash for thirty days (R16)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from campaigns.middleware import CampaignRequest
from campaigns.rules.days import written_day
from contacts.models import Contact
from meetings.models import Meeting, Touch
from meetings.rules.meeting import Status
from outcomes.models import ObtainedItem
from trash.models import Deletion
from trash.reads.hanging import hanging_on
from trash.writes.deleting import throw_away

Deletable = Contact | Meeting | Touch | ObtainedItem


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
    words = f"Meeting with {meeting.contact}, {written_day(meeting.day, request.today)}"
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
    words = f"{touch.get_channel_display()} with {touch.contact}, {written_day(touch.day, request.today)}"
    return _ask_or_delete(request, touch, words, keep=touch.contact.get_absolute_url())


def _ask_or_delete(request: CampaignRequest, thing: Deletable, words: str, *, keep: str, cup: str = "") -> HttpResponse:
    if request.method == "POST":
        before = _phase_of(thing)
        deletion = throw_away(request.campaign, thing, words, request.today)
        return _deleted(request, deletion, _moved_back(thing, before))
    context = {"words": words, "goes": hanging_on(thing).counted(), "keep": keep, "cup": cup}
    return TemplateResponse(request, "trash/delete.html", context)


def _deleted(request: CampaignRequest, deletion: Deletion, moved: str = "") -> HttpResponse:
    undo = reverse("deletion_restore", args=[deletion.pk])
    messages.success(request, f"Deleted. {moved}".strip(), extra_tags=undo)
    return redirect(deletion)


def _deleted_already(request: CampaignRequest, kind: type[Deletable], pk: int) -> HttpResponse:
    """The second of two presses is answered like the first; what was never there is not found."""
    deleted = request.campaign.deletions.of(kind, pk) if request.method == "POST" else Deletion.objects.none()
    return _deleted(request, get_object_or_404(deleted))


def _phase_of(thing: Deletable) -> str:
    return "" if isinstance(thing, Contact) else thing.contact.phase


def _moved_back(thing: Deletable, before: str) -> str:
    """Deleting evidence moves back, and says so (R2)."""
    if isinstance(thing, Contact):
        return ""
    thing.contact.refresh_from_db()
    if thing.contact.phase == before:
        return ""
    return f"{thing.contact.short_name} is back at {thing.contact.get_phase_display()}: the evidence is gone."
