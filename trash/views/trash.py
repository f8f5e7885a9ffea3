"""The trash: what was deleted, until when it stays, and the way back."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_GET, require_POST

from campaigns.middleware import CampaignRequest
from contacts.models import Contact
from trash.writes.deleting import purge
from trash.writes.restoring import Refused, namesake, restore


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
        return redirect("trash")
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
    return redirect(contact.get_absolute_url() if contact else "trash")
