"""The settings of the campaign with its pauses, the first three steps, and the help."""

from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campaigns import drafts
from campaigns.middleware import CampaignRequest
from campaigns.models import Campaign, Pause
from campaigns.writes.campaign import set_welcomed
from pages.campaign.forms import CampaignForm, PauseForm, PlacesForm, PositionForm, ThreeNamesForm
from relationships.writes.people import add_person

NOT_TODAY = "not_today"


def campaign_page(
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
    return TemplateResponse(request, "campaign/campaign.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def campaign(request: CampaignRequest) -> HttpResponse:
    if request.method != "POST":
        return campaign_page(request)
    form = CampaignForm(request.POST, instance=request.campaign)
    if not form.is_valid():
        return campaign_page(request, form=form, status=422)
    form.save()
    messages.success(request, "Saved.")
    return redirect("campaign")


@require_POST
def pause_add(request: CampaignRequest) -> HttpResponse:
    form = PauseForm(request.POST, instance=Pause(campaign=request.campaign))
    if not form.is_valid():
        return campaign_page(request, pause=form, status=422)

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


@require_http_methods(["GET", "HEAD", "POST"])
def welcome(request: CampaignRequest) -> HttpResponse:
    return setting(request, PositionForm, "campaign/welcome_position.html", "welcome_places")


@require_http_methods(["GET", "HEAD", "POST"])
def welcome_places(request: CampaignRequest) -> HttpResponse:
    return setting(request, PlacesForm, "campaign/welcome_places.html", "welcome_people")


def setting(
    request: CampaignRequest, form_class: type[PositionForm | PlacesForm], template: str, following: str
) -> HttpResponse:
    """A step that fills in settings of the campaign; who comes back finds what they wrote."""
    if NOT_TODAY in request.POST:
        return redirect(following)
    form = form_class(request.POST or None, instance=request.campaign)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect(following)
    return TemplateResponse(request, template, {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def welcome_people(request: CampaignRequest) -> HttpResponse:
    form = ThreeNamesForm(drafts.typed(request))
    if request.method != "POST":
        return TemplateResponse(request, "campaign/welcome_people.html", {"form": form})
    if NOT_TODAY in request.POST:
        set_welcomed(request.campaign)
        return redirect("/")
    if not form.is_valid():
        return TemplateResponse(request, "campaign/welcome_people.html", {"form": form}, status=422)

    def create() -> str:
        for name in form.names():
            add_person(request.campaign, name, today=request.today)
        set_welcomed(request.campaign)
        return "/"

    return redirect(drafts.once(request, create))


@dataclass(frozen=True, kw_only=True)
class Keyed:
    """One key or more, pressed together or one after the other, and what they do."""

    keys: tuple[str, ...]
    does: str


KEYS: Final = (
    Keyed(keys=("/",), does="Search"),
    Keyed(keys=("l",), does="Log a coffee, a message or a call"),
    Keyed(keys=("g", "t"), does="Today"),
    Keyed(keys=("g", "p"), does="People"),
    Keyed(keys=("g", "m"), does="Meetings"),
    Keyed(keys=("g", "i"), does="Pitch"),
    Keyed(keys=("j",), does="Next row"),
    Keyed(keys=("k",), does="Row before"),
    Keyed(keys=("Enter",), does="Open the row"),
    Keyed(keys=("d",), does="Done"),
    Keyed(keys=("s",), does="Put off"),
    Keyed(keys=("e",), does="Prepare"),
    Keyed(keys=("x",), does="Select the row"),
    Keyed(keys=("u",), does="Undo"),
    Keyed(keys=("y", "l", "n"), does="Yes, Later, Not for this, where you choose from the address book"),
    Keyed(keys=("Ctrl", "Enter"), does="Save (⌘ Enter on a Mac)"),
    Keyed(keys=("Esc",), does="Close"),
    Keyed(keys=("?",), does="This page"),
)


@require_safe
def guide(request: CampaignRequest) -> HttpResponse:
    return TemplateResponse(request, "campaign/help.html", {"keys": KEYS, "goal": request.campaign.goal})
