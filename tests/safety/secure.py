"""A browser that comes by HTTPS, and what is wrong with the headers and the references of an answer."""

import re
from collections.abc import Iterator
from http.cookies import SimpleCookie
from typing import TYPE_CHECKING, Any

from django.test import Client

from tests.safety.observatory import Score, score

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

SITE = "https://cups.example"
LEAST = 125
LOADS = re.compile(
    r"<(?:script|img|iframe|source|video|audio|embed|link|object|use|image)\b[^>]*?\b(?:src|href|srcset|data)=[\"']([^\"']*)",
    re.IGNORECASE,
)


class SecureClient(Client):
    """Comes by HTTPS, and is shown the page of an error."""

    def __init__(self, **options: Any) -> None:
        super().__init__(raise_request_exception=False, **options)

    def generic(self, *args: Any, **kwargs: Any) -> "Answer":
        return super().generic(*args, **{**kwargs, "secure": True})


def scored(answer: "Answer") -> Score:
    cookies = SimpleCookie()
    for name, morsel in answer.cookies.items():
        cookies[name] = morsel
    text = answer.getvalue().decode("utf-8", "replace")
    return score(answer.headers, cookies, text)


def faults(answer: "Answer", what: str, *, private: bool = True) -> Iterator[str]:
    this = scored(answer)
    if this.points < LEAST or this.grade != "A+":
        yield f"{what}: {this.points}, {this.marks}"
    head = answer.headers
    if head.get("Cross-Origin-Opener-Policy") != "same-origin" or "Permissions-Policy" not in head:
        yield f"{what}: opener or permissions"
    if "preload" not in head.get("Strict-Transport-Security", ""):
        yield f"{what}: transport"
    if private and "no-store" not in head.get("Cache-Control", ""):
        yield f"{what}: may be kept, {head.get('Cache-Control')}"
    if "html" in head.get("Content-Type", ""):
        yield from (f"{what}: loads {one}" for one in LOADS.findall(answer.getvalue().decode()) if is_elsewhere(one))
    for morsel in answer.cookies.values():
        if (
            (not morsel.key.startswith("__Host-") and morsel.key != "messages")
            or morsel["domain"]
            or morsel["path"] != "/"
        ):
            yield f"{what}: cookie {morsel.key}"


def is_elsewhere(address: str) -> bool:
    return bool(re.match(r"\s*(\w+:)?//", address)) or (
        ":" in address.split("?")[0] and not address.startswith("data:")
    )
