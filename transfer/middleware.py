"""A body that is too large is refused by what its header says, before a byte of it is read."""

from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

BESIDE_THE_FILE: Final = 64 * 1024
"""Bytes that a form needs around its file."""


class UploadLimitMiddleware:
    """Stands before the middleware that reads forms. Only who is signed in may send files at all."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponse | None:
        signed_in = request.user.is_authenticated
        limit = settings.UPLOAD_LIMIT if signed_in else settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        try:
            length = int(request.META.get("CONTENT_LENGTH") or 0)
        except ValueError:
            length = 0
        if length <= limit + BESIDE_THE_FILE:
            return None
        answer = TemplateResponse(request, "importing/too_large.html", {"megabytes": limit // 1024**2}, status=413)
        answer.headers["Connection"] = "close"  # the rest is not wanted
        answer.render()
        return answer
