"""Suggestions while a name is typed: the listbox under the field (static/js/listbox.js)."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from campaigns.middleware import CampaignRequest
from contacts.reads.people import suggestions


@require_safe
def people_suggest(request: CampaignRequest) -> HttpResponse:
    found = suggestions(request.campaign, request.GET.get("q", ""))
    return TemplateResponse(request, "contacts/_people_suggest.html", {"people": found})
