"""The three first steps, each of which can wait."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from campaigns import drafts
from campaigns.middleware import CampaignRequest
from campaigns.writes.campaign import set_welcomed
from contacts.rules.knowing import KnownAs
from pages.campaign.forms.welcome import PlacesForm, PositionForm, ThreeNames
from relationships.writes.campaign_days import change_campaign

NOT_TODAY = "not_today"


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
        change_campaign(request.campaign, form.answers())
        return redirect(following)
    return TemplateResponse(request, template, {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def welcome_people(request: CampaignRequest) -> HttpResponse:
    """Who would be glad to hear from the user is known from before, and they talk (R1); the year may stay unknown."""
    form = ThreeNames(drafts.typed(request), request.campaign)
    if request.method != "POST":
        return TemplateResponse(request, "campaign/welcome_people.html", {"form": form})
    if NOT_TODAY in request.POST:
        set_welcomed(request.campaign)
        return redirect("/")
    if not form.is_valid():
        return TemplateResponse(request, "campaign/welcome_people.html", {"form": form, "refused": True}, status=422)

    def create() -> str:
        for person in form.people():
            person.said_to_know(request.campaign, KnownAs.WE_TALK, request.today)
        set_welcomed(request.campaign)
        return "/"

    return redirect(drafts.once(request, create))
