"""Each request of a signed-in user knows its campaign and its day; each form that creates knows its draft."""

from collections.abc import Callable
from datetime import date
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django_htmx.middleware import HtmxDetails

from accounts.models import User
from campaigns import drafts
from campaigns.models import Campaign
from campaigns.reads.access import current_campaign
from campaigns.writes.campaign import start_campaign


class CampaignRequest(HttpRequest):
    """A request as the views of signed-in users get it."""

    user: User
    campaign: Campaign
    today: date
    htmx: HtmxDetails


class CampaignMiddleware:
    """Sets `request.campaign` and `request.today`.

    A new user's first request starts their campaign, and leads from Today to the first steps, once.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponse | None:
        if not request.user.is_authenticated or hasattr(request, "campaign"):
            return None
        today, current = request.user.today(), current_campaign(request.user)
        campaign = current or start_campaign(request.user, today)
        vars(request).update(today=today, campaign=campaign)
        return redirect("welcome") if current is None and request.path == "/" else None


class DraftMiddleware:
    """Law 8: every POST with a signed key is kept before anything can refuse it, and is answered once."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        refused = answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
        if refused or answer.headers.get("Location") == request.path:
            return drafts.done_meanwhile(request) or answer
        return answer

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponse | None:
        if request.method != "POST" or drafts.FIELD not in request.POST:
            return None
        if request.resolver_match and request.resolver_match.url_name == "draft_discard":
            return None  # "Start over" stands in a new form, which would be offered next
        return drafts.keep(request)
