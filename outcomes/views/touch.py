"""A message or short call, noted in one line."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from campaigns import drafts
from campaigns.middleware import CampaignRequest
from contacts.models import Contact
from outcomes.forms.touch import TouchForm
from outcomes.rules.debrief import Promise
from outcomes.writes.touching import note_touch


@require_http_methods(["GET", "HEAD", "POST"])
def touch_new(request: CampaignRequest) -> HttpResponse:
    return noted(request, None)


@require_http_methods(["GET", "HEAD", "POST"])
def contact_touch(request: CampaignRequest, pk: int) -> HttpResponse:
    return noted(request, get_object_or_404(request.campaign.contacts.select_related("company"), pk=pk))


def noted(request: CampaignRequest, contact: Contact | None) -> HttpResponse:
    form = TouchForm(drafts.typed(request), campaign=request.campaign, today=request.today, contact=contact)
    context = {"form": form, "contact": contact}
    if request.method != "POST":
        return TemplateResponse(request, "outcomes/touch.html", context)
    if not form.is_valid():
        return TemplateResponse(request, "outcomes/touch.html", context, status=422)

    def create() -> str:
        person = form.chosen().taken(request.campaign, request.today)
        text, due = form.cleaned_data["following"], form.cleaned_data["following_by"]
        following = Promise(text=text, due=due) if text else None
        note_touch(person, following, today=request.today, **form.touch_fields())
        messages.success(request, f"Saved. It stands with {person.short_name}.")
        return person.get_absolute_url()

    return redirect(drafts.once(request, create))
