"""The autosave, starting over, and a form whose sign-in has ended."""

from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_POST

from accounts.rules.addresses import own_path
from campaigns import drafts
from campaigns.middleware import CampaignRequest
from campaigns.models import Draft


@transaction.non_atomic_requests
@require_POST
def autosave(request: CampaignRequest) -> HttpResponse:
    """Kept already, by the middleware; an answer without a body tells the page so."""
    known = drafts.read_key(request.POST.get(drafts.FIELD, ""))
    return HttpResponse(status=204 if known and known.owner_id == request.user.pk else 400)


@require_POST
def draft_discard(request: CampaignRequest, pk: UUID) -> HttpResponse:
    draft = Draft.objects.unfinished().filter(pk=pk, owner=request.user).first()
    if draft:
        draft.delete()
    return redirect(draft.path if draft else own_path(request.POST.get("next", ""), "/"))  # gone: pressed twice


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form is older than the sign-in: what was typed is kept, and the page is opened afresh with it."""
    key = drafts.read_key(request.POST.get(drafts.FIELD, ""))
    if key and (answer := drafts.keep(request)):
        return answer
    if key and request.user.is_authenticated and request.user.pk == key.owner_id:
        return redirect(f"{key.path}?{drafts.FIELD}={key.draft}")
    return TemplateResponse(request, "403_csrf.html", status=403).render()
