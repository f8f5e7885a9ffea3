"""Each request of a signed-in user knows its campaign and its day; each form that creates knows its draft; acts on one
campaign come one after another.
"""

from collections.abc import Callable
from datetime import date
from http import HTTPStatus

from django.db import transaction
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import SimpleTemplateResponse
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

    def process_template_response(
        self, request: HttpRequest, response: SimpleTemplateResponse
    ) -> SimpleTemplateResponse:
        """A form that stands as it was left was not sent: what is missing in it is said once it is."""
        if drafts.taken_up(request):
            for form in (response.context_data or {}).values():
                if isinstance(form, BaseForm):
                    form.errors.clear()
        return response


class ActMiddleware:
    """Law 5: two posts at once come one after the other, so that the second finds what the first has done.

    A POST of a signed-in user runs in one transaction that holds the lock on their campaign: whatever its view reads
    is what stands. It is the last middleware, and calls the view itself. A view that writes nothing, or that takes long
    and locks what it changes, says so with `transaction.non_atomic_requests`.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: CampaignRequest, view: Callable[..., HttpResponse], args: list[object], kwargs: dict[str, object]
    ) -> HttpResponse | None:
        if request.method != "POST" or not hasattr(request, "campaign") or not comes_in_turn(view):
            return None
        with transaction.atomic():
            # NO KEY: rows that point at the campaign may be written meanwhile, by an import.
            campaigns = Campaign.objects.select_for_update(of=("self",), no_key=True).select_related("owner")
            request.campaign = campaigns.get(pk=request.campaign.pk)
            return drafts.done_meanwhile(request) or view(request, *args, **kwargs)


def comes_in_turn(view: Callable[..., HttpResponse]) -> bool:
    """Whether it acts on the campaign, in the admin too: django-allauth has transactions of its own."""
    return not view.__module__.startswith("allauth.") and not hasattr(view, "_non_atomic_requests")
