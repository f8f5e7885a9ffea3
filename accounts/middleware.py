"""Each request knows the day and the zone of the user who sent it (R7); without any account there is one page only."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from accounts.models import User

REACHED_WITHOUT_ACCOUNT = ("first_account", "healthz", "readyz")


class OwnDayMiddleware:
    """Times are shown in the user's zone while their request is answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            with timezone.override(request.user.zone()):
                return self.get_response(request)
        return self.get_response(request)


class FirstAccountMiddleware:
    """While no account exists, every page leads to the one that opens it. Who is signed in proves that there is one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponse | None:
        if request.resolver_match and request.resolver_match.url_name in REACHED_WITHOUT_ACCOUNT:
            return None
        if request.user.is_authenticated or User.objects.exists():
            return None
        return redirect("first_account")


class RefusedFormMiddleware:
    """A refused form answers 422, the forms of django-allauth too, which know only 200.

    Not where a view says `only_looks`: nothing was to be saved yet.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_template_response(self, request: HttpRequest, response: TemplateResponse) -> TemplateResponse:
        context = response.context_data or {}
        is_refused = getattr(context.get("form"), "errors", None) and not context.get("only_looks")
        if request.method == "POST" and response.status_code == 200 and is_refused:
            response.status_code = 422
        return response
