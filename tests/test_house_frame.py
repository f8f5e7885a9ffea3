"""The frame of every page: what it loads, where it leads, and the pages for when something is wrong."""

import re
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import NoReverseMatch, path, reverse
from django.views import defaults

from accounts.models import User
from campaigns import drafts
from campaigns.models import Campaign, Draft
from pages.templatetags.frame import PLACES

TEMPLATES = Path(settings.BASE_DIR) / "templates"
STRICT = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store, private",
}


def breaks(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("on purpose")


urlpatterns = [path("breaks/", breaks)]


def headings(text: str) -> list[str]:
    return re.findall(r"<h1[^>]*>(.*?)</h1>", text, re.DOTALL)


def test_a_wrong_address_is_answered_plainly_to_anybody(client: Client, visitor: Client) -> None:
    for browser, way_out in ((client, "Go to Today"), (visitor, "Go to the start")):
        answer = browser.get("/no-such-page/")
        text = answer.content.decode()

        assert answer.status_code == 404
        assert headings(text) == ["We cannot find that page"]
        assert way_out in text
        assert "no-such-page" not in text


@pytest.mark.urls(__name__)
def test_a_broken_page_says_whose_fault_it_is(visitor: Client, alice: User) -> None:
    visitor.raise_request_exception = False

    answer = visitor.get("/breaks/")

    assert answer.status_code == 500
    assert headings(answer.content.decode()) == ["Something broke on our side"]
    assert "on purpose" not in answer.content.decode()
    assert_strict(answer)


@pytest.mark.parametrize("answer", [defaults.server_error, lambda request: defaults.bad_request(request, Exception())])
def test_these_pages_need_no_database(answer: Callable[[HttpRequest], HttpResponse]) -> None:
    """No test database is open here: a query would fail."""
    assert len(headings(answer(RequestFactory().get("/")).content.decode())) == 1


@pytest.mark.parametrize("name", ["400.html", "403.html", "403_csrf.html", "404.html", "500.html"])
def test_each_has_one_heading_a_title_and_a_way_out(name: str) -> None:
    text = render_to_string(name)

    assert len(headings(text)) == 1
    assert re.search(r"<title>[^·<]+ · Fifty Cups</title>", text)
    assert 'href="/"' in text


def test_errors_are_as_guarded_as_pages(visitor: Client, alice: User) -> None:
    assert_strict(visitor.get("/no-such-page/"))


def assert_strict(answer: HttpResponseBase) -> None:
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert {name: answer[name] for name in STRICT} == STRICT


def test_the_frame_leads_to_pages_that_are_there() -> None:
    """`{% url … as … %}` leaves an entry out without a word; here the word is said."""
    named = {name for name, *_ in PLACES}
    for part in ("_log_menu.html", "_user_menu.html", "base.html"):
        named |= set(re.findall(r"\{% url '(\w+)' as", (TEMPLATES / part).read_text()))

    assert {name for name in named if not leads_somewhere(name)} == set()


def leads_somewhere(name: str) -> bool:
    try:
        return bool(reverse(name))
    except NoReverseMatch:
        return False


def test_the_theme_that_the_user_chose_stands_in_the_page(client: Client, alice: User, campaign: Campaign) -> None:
    page = reverse("campaign")
    assert "data-bs-theme" not in client.get(page).content.decode()

    alice.theme = "dark"
    alice.keys_on = False
    alice.save()

    text = client.get(page).content.decode()
    assert '<html lang="en" data-bs-theme="dark">' in text
    assert 'data-keys="off"' in text


def test_the_place_of_a_page_is_marked_in_both_bars(client: Client) -> None:
    assert client.get(reverse("meetings")).content.decode().count('aria-current="page"') == 2


def test_a_first_visit_takes_at_most_twelve_requests(client: Client) -> None:
    """What the page links to, the font among it, and the sprite; the icon of a phone is asked for by itself."""
    text = client.get(reverse("campaign")).content.decode()
    loaded = set(re.findall(r'(?:src|<link[^>]*href)="(/static/[^"]+)"', text))

    loaded = {path for path in loaded if not path.endswith("icon-180.png")}

    assert len(loaded) + len(["the page", "the sprite"]) <= 12


def test_starting_over_forgets_the_draft_and_makes_no_other(client: Client, alice: User, campaign: Campaign) -> None:
    draft = Draft.objects.create(owner=alice, path="/campaign/", fields={"name": ["typed"]})
    key = drafts.Key(owner_id=alice.pk, draft=uuid.uuid4(), path="/campaign/").signed()

    client.post(reverse("draft_discard", args=[draft.pk]), {"draft": key, "name": ""})

    assert not Draft.objects.exists()
