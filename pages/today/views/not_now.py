"""R10: not to be asked now: gone from the proposals for four weeks, with Undo."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from campaigns.middleware import CampaignRequest
from campaigns.rules.days import full_day
from today.writes.not_now import not_now, propose_again


@require_POST
def person_not_now(request: CampaignRequest, pk: int) -> HttpResponse:
    contact = get_object_or_404(request.campaign.contacts, pk=pk)
    until = not_now(contact, request.today)
    said = f"{contact.name} is not proposed before {full_day(until, request.today)}."
    messages.success(request, said, extra_tags=reverse("person_propose_again", args=[pk]))
    if request.htmx:
        return TemplateResponse(request, "today/_not_now.html", {"oob": True})
    return redirect("today")


@require_POST
def person_propose_again(request: CampaignRequest, pk: int) -> HttpResponse:
    contact = get_object_or_404(request.campaign.contacts, pk=pk)
    propose_again(contact)
    messages.success(request, f"{contact.name} may be proposed again.")
    return redirect("today")
