"""What forms on every page post to: the autosave, starting over, a form whose sign-in has ended, and undo."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.rules.addresses import own_path
from accounts.rules.words import capitalised, counted
from campaigns import drafts
from campaigns.middleware import CampaignRequest
from campaigns.models import Draft
from relationships.writes.undo import undo


@transaction.non_atomic_requests
@require_POST
def autosave(request: CampaignRequest) -> HttpResponse:
    """Kept already, by the middleware; an answer without a body tells the page so."""
    known = drafts.read_key(request.POST.get(drafts.FIELD, ""))
    if known is None or known.owner_id != request.user.pk:
        return HttpResponse(status=400)
    return HttpResponse(status=413 if drafts.is_too_long(request.POST) else 204)


@require_POST
def draft_discard(request: CampaignRequest, pk: UUID) -> HttpResponse:
    draft = Draft.objects.unfinished().filter(pk=pk, owner=request.user).first()
    if draft:
        draft.delete()
    return redirect(draft.address if draft else own_path(request.POST.get("next", ""), "/"))  # gone: pressed twice


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form is older than the sign-in: what was typed is kept, and the page is opened afresh with it."""
    key = drafts.read_key(request.POST.get(drafts.FIELD, ""))
    if key and (answer := drafts.keep(request)):
        return answer
    if key and request.user.is_authenticated and request.user.pk == key.owner_id:
        return redirect(key.led_back())
    return TemplateResponse(request, "403_csrf.html", status=403).render()


@require_POST
def undo_last(request: CampaignRequest) -> HttpResponse:
    try:
        number = undo(request.campaign, request.POST.get("state", ""))
    except ValueError as error:
        messages.error(request, str(error))
    else:
        one = "It is as it was." if number == 1 else f"{capitalised(counted(number, 'is', 'are'))} as they were."
        messages.success(request, one if number else "There was nothing to undo.")
    return redirect(own_path(request.POST.get("next", ""), reverse("follow_ups")))
