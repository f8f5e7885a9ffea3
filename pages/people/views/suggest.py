"""Suggestions while a name is typed: the listbox under the field (static/js/listbox.js)."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from campaigns.middleware import CampaignRequest
from contacts.reads.finding import asked_words, people_found


@require_safe
def people_suggest(request: CampaignRequest) -> HttpResponse:
    words = asked_words(request.campaign, request.GET.get("q", ""))
    found = people_found(request.campaign, words, only_by_name=True)
    return TemplateResponse(request, "people/_people_suggest.html", {"people": found})
