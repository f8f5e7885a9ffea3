"""The first request of a day opens it, and the first look at a full page chooses the rows of Today (R19)."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from relationships.rules.history import Moment
from today.writes.choosing import choose_rows
from today.writes.opening import open_the_day


class DayMiddleware:
    """After the campaign's: it knows the campaign and the user's day."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> None:
        known = vars(request)
        if "campaign" not in known:
            return
        campaign, today = known["campaign"], known["today"]
        open_the_day(campaign, today)
        is_a_look = request.method in {"GET", "HEAD"} and "HX-Request" not in request.headers
        if is_a_look and campaign.rows_chosen_on != today:
            choose_rows(campaign, Moment(today=today, now=timezone.now()))
