"""Every answer, errors and files included: A+ by the rules of Mozilla's Observatory, and no word to another host."""

import re
import runpy
from collections.abc import Callable, Iterator
from http.cookies import SimpleCookie
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import LazySettings
from django.conf import settings as django_settings
from django.test import Client

from accounts.models import User
from campaigns.models import Campaign
from tests.safety.crowd import Crowd, crowd
from tests.safety.observatory import Score, score
from tests.safety.places import addresses, admin_addresses
from tests.test_house_urls import PAGES

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

SITE = "https://cups.example"
ALL_METHODS = ("get", "post", "put", "options")
LEAST = 125
LOADS = re.compile(
    r"<(?:script|img|iframe|source|video|audio|embed|link|object|use|image)\b[^>]*?\b(?:src|href|srcset|data)=[\"']([^\"']*)",
    re.IGNORECASE,
)
STATIC = Path(django_settings.BASE_DIR) / "static"


@pytest.fixture
def https(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings of a deployment behind HTTPS: those of the real file which its address changes."""
    path = str(Path(django_settings.BASE_DIR) / "networking" / "settings.py")
    monkeypatch.delenv("SITE_URL", raising=False)
    plain = runpy.run_path(path)
    monkeypatch.setenv("SITE_URL", SITE)
    for name, value in runpy.run_path(path).items():
        if name.isupper() and repr(plain.get(name)) != repr(value) and name not in ("SETUP_CODE", "env"):
            setattr(settings, name, value)


class SecureClient(Client):
    """Comes by HTTPS, and is shown the page of an error."""

    def __init__(self, **options: Any) -> None:
        super().__init__(raise_request_exception=False, **options)

    def generic(self, *args: Any, **kwargs: Any) -> "Answer":
        return super().generic(*args, **{**kwargs, "secure": True})


@pytest.fixture
def secure(https: None) -> Client:
    return SecureClient()


@pytest.fixture
def signed_in(secure: Client, alice: User) -> Client:
    alice.is_staff = True
    alice.save()
    secure.force_login(alice, backend="django.contrib.auth.backends.ModelBackend")
    return secure


@pytest.fixture
def hers(alice: User) -> Crowd:
    return crowd(alice, "Tove")


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


def test_every_page_has_a_plus(signed_in: Client, hers: Crowd) -> None:
    found: list[str] = []
    pages = 0
    for name, url in [*addresses(hers, of_first=True), *admin_addresses(hers)]:
        if name in ("account_logout",):
            continue
        for method in ALL_METHODS:
            answer = getattr(signed_in, method)(url)
            found += faults(answer, f"{method} {url}")
            pages += 1

    assert found == []
    assert pages > 300


def test_every_page_of_a_library_has_a_plus(signed_in: Client, hers: Crowd) -> None:
    found: list[str] = []
    for address in PAGES:
        if not address.ours and not address.parts and address.name != "account_logout":
            found += faults(signed_in.get(address.url(None)), address.name)

    assert found == []


def test_every_page_for_a_visitor_has_a_plus(secure: Client, hers: Crowd) -> None:
    found: list[str] = []
    for address in PAGES:
        if not address.parts:
            found += faults(secure.get(address.url(None)), address.name)

    assert found == []


def test_errors_have_a_plus(signed_in: Client, campaign: Campaign, monkeypatch: pytest.MonkeyPatch) -> None:
    strict = SecureClient(enforce_csrf_checks=True)

    def breaks(*args: object) -> None:
        raise RuntimeError("broken")

    acts: dict[int, Callable[[], Answer]] = {
        400: lambda: signed_in.get("/people/", headers={"host": "evil.example"}),
        403: lambda: strict.post("/account/sign-in/", {"login": "x"}),
        404: lambda: signed_in.get("/nowhere/"),
        405: lambda: signed_in.put("/trash/"),
        413: lambda: signed_in.post("/people/new/", CONTENT_LENGTH=str(200 * 1024 * 1024)),
        422: lambda: signed_in.post("/people/new/", {"name": ""}),
        500: lambda: signed_in.get("/trash/"),
    }
    found: list[str] = []
    for status, act in acts.items():
        if status == 500:
            monkeypatch.setattr("trash.views.trash.purge", breaks)
        answer = act()
        assert answer.status_code == status
        found += faults(answer, str(status))
    assert found == []


def test_too_many_tries_have_a_plus(secure: Client, alice: User) -> None:
    for _ in range(70):
        answer = secure.post("/account/sign-in/", {"login": "nobody@example.com", "password": "wrong wrong wrong"})
        if answer.status_code == 429:
            break

    assert answer.status_code == 429
    assert list(faults(answer, "429")) == []


def test_files_have_a_plus(secure: Client, alice: User) -> None:
    found: list[str] = []
    for path in ("css/theme.css", "js/page.js", "favicon.svg", "missing.css"):
        found += faults(secure.get(f"/static/{path}"), path, private=False)

    assert found == []


def test_no_file_loads_anything_from_elsewhere() -> None:
    """Bare addresses in comments, licences and namespaces load nothing."""
    loads = re.compile(
        r"""@import|url\(\s*["']?\s*(?:https?:)?//"""
        r"""|(?:fetch|import|importScripts|WebSocket|EventSource)\(\s*["'`](?:https?:|wss?:)?//"""
        r"""|\bfrom\s*["'](?:https?:)?//|\bsrc\s*=\s*["'](?:https?:)?//""",
    )
    found: list[str] = []
    for path in STATIC.rglob("*"):
        if path.suffix in (".css", ".js", ".svg"):
            text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
            found += [f"{path.relative_to(STATIC)}: {match[0]}" for match in loads.finditer(text)]

    assert found == []


GOOD = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; frame-ancestors 'none'",
    "Referrer-Policy": "same-origin", "Strict-Transport-Security": "max-age=63072000; preload",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin",
}  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "cookie", "html", "points"),
    [
        ({}, "", "", 130),
        ({}, "__Host-session=1; Secure; HttpOnly; SameSite=Lax; Path=/", "", 135),
        ({"Content-Security-Policy": ""}, "", "", 75),
        ({"Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'"}, "", "", 125),
        ({"Content-Security-Policy": "default-src 'none'; script-src 'unsafe-inline'"}, "", "", 80),
        ({"Strict-Transport-Security": ""}, "", "", 80),
        ({"X-Content-Type-Options": ""}, "", "", 125),
        ({}, "session=1; Secure; SameSite=Lax", "", 70),
        ({}, "session=1; HttpOnly; SameSite=Lax", "", 120),
        ({}, "csrf=1; Secure", "", 80),
        ({}, "", "<script src='//cdn.example/x.js'></script>", 50),
        ({"Access-Control-Allow-Origin": "*"}, "", "", 50),
    ],
)
def test_the_scoring_takes_points_away(changed: dict[str, str], cookie: str, html: str, points: int) -> None:
    assert score({**GOOD, **changed}, SimpleCookie(cookie), html).points == points
