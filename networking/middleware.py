"""Headers that every answer carries and for which no library stands in the stack."""

import codecs
from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse


class HeadersMiddleware:
    """Nobody else's page may embed an answer, and no shared cache may keep a private page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if not request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "no-store, private")
        return response


class OneCharsetMiddleware:
    """Browsers send forms in UTF-8, whatever they call it. Some of the other encodings that a request may name are none
    of a text, and whoever reads the form would fail on them, the page that says so too.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        named = request.encoding
        if named:
            request.encoding = "utf-8"
            if codecs.lookup(named).name not in ("utf-8", "ascii"):
                raise BadRequest("A form is sent in UTF-8.")
        return self.get_response(request)


class NoNulMiddleware:
    """No keyboard types a NUL, and PostgreSQL takes none in a text: what bears one is refused before a page sees it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> None:
        for data in (request.GET, request.POST):
            for name, values in data.lists():
                if any("\0" in text for text in (name, *values)):
                    raise BadRequest("There is a NUL in it.")
        if "\0" in request.path_info:
            raise BadRequest("There is a NUL in its path.")
