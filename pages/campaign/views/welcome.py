"""The first evening: what you want, three names, and the first message; where you have been is asked beside it.

The first message stands on the third page, after eight fields. Each step can wait.
"""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.rules.addresses import own_path
from campaigns import drafts
from campaigns.middleware import CampaignRequest
from campaigns.writes.campaign import set_welcomed
from pages.campaign.forms.welcome import PlacesForm, PositionForm, ThreeNames
from relationships.reads.to_ask import first_to_ask
from relationships.rules.history import Moment
from relationships.writes.campaign_days import change_campaign

NOT_TODAY = "not_today"


@require_http_methods(["GET", "HEAD", "POST"])
def welcome(request: CampaignRequest) -> HttpResponse:
    return setting(request, PositionForm, "campaign/welcome_position.html", reverse("welcome_people"))


@require_http_methods(["GET", "HEAD", "POST"])
def welcome_places(request: CampaignRequest) -> HttpResponse:
    """Asked of who has no name to write, and where likely people are chosen; `next` leads back there."""
    following = own_path(request.GET.get("next", ""), reverse("today"))
    return setting(request, PlacesForm, "campaign/welcome_places.html", following)


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
    """Who would be glad to hear from the user is known from before (R1); since when, and how well, may stay unknown.

    It leads to the message to the first of them who may be asked.
    """
    form = ThreeNames(drafts.typed(request), request.campaign)
    if request.method != "POST":
        return TemplateResponse(request, "campaign/welcome_people.html", {"form": form})
    if NOT_TODAY in request.POST:
        set_welcomed(request.campaign)
        return redirect("welcome_places")
    if not form.is_valid():
        return TemplateResponse(request, "campaign/welcome_people.html", {"form": form, "refused": True}, status=422)

    def create() -> str:
        today, campaign = request.today, request.campaign
        people = [person.said_to_know(campaign, today).pk for person in form.people()]
        set_welcomed(campaign)
        whom = first_to_ask(campaign, people, Moment(today=today, now=timezone.now()))
        if whom:
            return reverse("invite", args=[whom])
        return reverse("today" if people else "welcome_places")

    return redirect(drafts.once(request, create))
