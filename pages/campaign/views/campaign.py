"""The settings of the campaign with its pauses and days off."""

from datetime import date
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from accounts.rules.words import capitalised, counted
from campaigns import drafts
from campaigns.middleware import CampaignRequest
from campaigns.models import Campaign, Pause
from campaigns.rules.days import day_in_sentence
from pages.campaign.forms.campaign import CampaignForm, PauseForm
from relationships.writes import campaign_days


def campaign_page(
    request: CampaignRequest, *, form: CampaignForm | None = None, pause: PauseForm | None = None, status: int = 200
) -> HttpResponse:
    """The one page on which both forms stand; the campaign is read afresh: a refused form changes no heading."""
    campaign = Campaign.objects.get(pk=request.campaign.pk)
    context = {
        "campaign": campaign,
        "form": form or CampaignForm(instance=campaign, today=request.today),
        "pause": pause or PauseForm(drafts.typed(request) if request.method == "GET" else None),
        "pauses": campaign.pauses.all(),
        "proposed": campaign_days.proposed_for(campaign, request.today),
    }
    return TemplateResponse(request, "campaign/campaign.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def campaign(request: CampaignRequest) -> HttpResponse:
    if request.method != "POST":
        return campaign_page(request)
    started_on = request.campaign.started_on
    form = CampaignForm(request.POST, instance=request.campaign, today=request.today)
    if not form.is_valid():
        return campaign_page(request, form=form, status=422)
    campaign_days.change_campaign(request.campaign, form.cleaned_data | {"figures_asked": True})
    messages.success(request, f"Saved. {cups_that_count(request, started_on)}".strip())
    return redirect("campaign")


def cups_that_count(request: CampaignRequest, started_before: date) -> str:
    """After the start was moved, how many cups there are since then (R5)."""
    started_on = request.campaign.started_on
    if started_on == started_before:
        return ""
    cups = request.campaign.contacts.cups().count()
    return (
        f"{capitalised(counted(cups, 'cup counts', 'cups count'))} since {day_in_sentence(started_on, request.today)}."
    )


@require_POST
def pause_add(request: CampaignRequest) -> HttpResponse:
    form = PauseForm(request.POST, instance=Pause(campaign=request.campaign))
    if not form.is_valid():
        return campaign_page(request, pause=form, status=422)

    def create() -> str:
        campaign_days.write_pause(form.instance)
        return reverse("campaign")

    result = drafts.once(request, create)
    say_saved(request, form.instance)
    return redirect(result)


@require_POST
def days_off_take(request: CampaignRequest) -> HttpResponse:
    """24 December to 2 January, with one click (R17)."""
    if pause := campaign_days.take_proposed_days_off(request.campaign, request.today):
        say_saved(request, pause)
    return redirect("campaign")


def say_saved(request: CampaignRequest, pause: Pause) -> None:
    said = "These weeks are left out of every figure." if pause.is_of_figures else "These days are off."
    undo = reverse("pause_remove", args=[pause.pk]) if pause.pk else ""  # led to its twin: that one is not known here
    messages.success(request, said, extra_tags=undo)


@require_http_methods(["GET", "HEAD", "POST"])
def pause_edit(request: CampaignRequest, pk: int) -> HttpResponse:
    pause = get_object_or_404(Pause, pk=pk, campaign=request.campaign)
    form = PauseForm(request.POST if request.method == "POST" else None, instance=pause)
    if request.method != "POST" or not form.is_valid():
        return TemplateResponse(
            request, "campaign/pause_edit.html", {"form": form}, status=422 if form.is_bound else 200
        )
    campaign_days.write_pause(pause)
    messages.success(request, "Saved.")
    return redirect("campaign")


@require_POST
def pause_remove(request: CampaignRequest, pk: int) -> HttpResponse:
    pause = Pause.objects.filter(pk=pk, campaign=request.campaign).first()
    state = campaign_days.remove_pause(pause) if pause else ""  # gone already: pressed twice
    undo = f"{reverse('pause_back')}?{urlencode({'state': state})}"
    messages.success(request, "These days count again.", extra_tags=undo if state else "")
    return redirect("campaign")


@require_POST
def pause_back(request: CampaignRequest) -> HttpResponse:
    try:
        campaign_days.bring_back_pause(request.campaign, request.GET.get("state", ""))
    except ValueError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "It is as it was.")
    return redirect("campaign")
