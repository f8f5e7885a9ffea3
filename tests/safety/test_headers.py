"""Every answer, errors and files included: A+ by the rules of Mozilla's Observatory, and no word to another host."""

import re
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import LazySettings
from django.conf import settings as django_settings
from django.test import Client

from accounts.models import User
from campaigns.models import Campaign
from tests.addresses import PAGES
from tests.safety.cast import Crowd
from tests.safety.crowd import crowd
from tests.safety.places import addresses, admin_addresses
from tests.safety.secure import SecureClient, faults

pytestmark = pytest.mark.of_the_pages

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

SITE = "https://cups.example"
ALL_METHODS = ("get", "post", "put", "options")
STATIC = Path(django_settings.BASE_DIR) / "static"


@pytest.fixture
def https(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings of a deployment behind HTTPS: those of the real ones which its address changes."""
    monkeypatch.delenv("SITE_URL", raising=False)
    plain = read_anew(monkeypatch)
    monkeypatch.setenv("SITE_URL", SITE)
    for name, value in read_anew(monkeypatch).items():
        if name.isupper() and repr(plain.get(name)) != repr(value) and name != "SETUP_CODE":
            setattr(settings, name, value)


def read_anew(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The settings as a process reads them that starts now."""
    for name in [name for name in sys.modules if name.startswith("networking.settings")]:
        monkeypatch.delitem(sys.modules, name)
    return vars(import_module("networking.settings"))


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


def test_every_page_has_a_plus(signed_in: Client, hers: Crowd) -> None:
    found: list[str] = []
    pages = 0
    for name, url in [*addresses(hers, of_first=True), *admin_addresses(hers)]:
        if name in ("account_logout",):
            continue
        for method in ALL_METHODS if not url.startswith("/admin/") else ("get", "post"):
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
            monkeypatch.setattr("pages.trash.views.purge", breaks)
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
