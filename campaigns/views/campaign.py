"""The settings of the campaign, and its pauses."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from campaigns import drafts
from campaigns.forms.campaign import CampaignForm, PauseForm
from campaigns.middleware import CampaignRequest
from campaigns.models import Campaign, Pause


def page(
    request: CampaignRequest, *, form: CampaignForm | None = None, pause: PauseForm | None = None, status: int = 200
) -> HttpResponse:
    """The one page on which both forms stand; the campaign is read afresh: a refused form changes no heading."""
    campaign = Campaign.objects.get(pk=request.campaign.pk)
    context = {
        "campaign": campaign,
        "form": form or CampaignForm(instance=campaign),
        "pause": pause or PauseForm(drafts.typed(request) if request.method == "GET" else None),
        "pauses": campaign.pauses.all(),
    }
    return TemplateResponse(request, "campaigns/campaign.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def campaign(request: CampaignRequest) -> HttpResponse:
    if request.method != "POST":
        return page(request)
    form = CampaignForm(request.POST, instance=request.campaign)
    if not form.is_valid():
        return page(request, form=form, status=422)
    form.save()
    messages.success(request, "Saved.")
    return redirect("campaign")


@require_POST
def pause_add(request: CampaignRequest) -> HttpResponse:
    form = PauseForm(request.POST, instance=Pause(campaign=request.campaign))
    if not form.is_valid():
        return page(request, pause=form, status=422)

    def create() -> str:
        form.save()
        return reverse("campaign")

    result = drafts.once(request, create)
    messages.success(request, "These days are left out of every figure.")
    return redirect(result)


@require_POST
def pause_remove(request: CampaignRequest, pk: int) -> HttpResponse:
    Pause.objects.filter(pk=pk, campaign=request.campaign).delete()  # gone already: pressed twice
    messages.success(request, "These days count again.")
    return redirect("campaign")
