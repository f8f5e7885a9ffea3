"""R23: what the user does at a silence or a no, asked once and changed here."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accounts.rules.addresses import own_path
from campaigns.middleware import CampaignRequest
from campaigns.rules.if_silent import IfSilent
from campaigns.writes.campaign import set_if_silent
from pages.campaign.forms.if_silent import IfSilentForm


@require_http_methods(["GET", "HEAD", "POST"])
def if_silent(request: CampaignRequest) -> HttpResponse:
    campaign = request.campaign
    back = own_path((request.POST or request.GET).get("next", ""), reverse("campaign"))
    first = {"if_silent": campaign.if_silent, "if_silent_words": campaign.if_silent_words}
    form = IfSilentForm(request.POST or None, initial=first)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "next": back}
        return TemplateResponse(request, "campaign/if_silent.html", context, status=422 if request.POST else 200)
    set_if_silent(campaign, IfSilent(form.cleaned_data["if_silent"]), form.cleaned_data["if_silent_words"])
    messages.success(request, "Noted. It is shown to you when it comes to that.")
    return redirect(back)
