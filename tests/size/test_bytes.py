"""What a visit takes over the wire: a page by itself, and the first one with everything it links to."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client

from campaigns.models import Campaign
from tests.bench.pages import pages

pytestmark = pytest.mark.of_the_pages

A_PAGE, A_VISIT, REQUESTS = 12_000, 100_000, 12
SELDOM = {"network"}  # looked at and printed now and then: everybody drawn, and listed once more
LINKED = re.compile(r'(?:href|src)="(/static/[^"#]+)')
FOR_A_PHONE = "icon-180.png"  # fetched only when the page is put on a phone's first screen
RARE = ("../vendor/figtree/figtree-latin-ext",)  # fetched only for letters of its range
IN_STYLES = re.compile(r"url\(\"?([^\")]+)")


def small(content: bytes) -> int:
    """Gzipped as a proxy does it; what is packed already stays as it is."""
    return min(len(content), len(gzip.compress(content, 6)))


def linked(html: str) -> set[Path]:
    """The files that a browser fetches with the page, and what its styles fetch."""
    found = set()
    for address in (one for one in LINKED.findall(html) if FOR_A_PHONE not in one):
        path = Path(str(finders.find(address.removeprefix(settings.STATIC_URL))))
        found.add(path)
        if path.suffix == ".css":
            inside = IN_STYLES.findall(path.read_text())
            found |= {(path.parent / url).resolve() for url in inside if not url.startswith(("data:", "#", *RARE))}
    return found


def test_no_page_takes_more_than_twelve_kilobytes(owner: Client, seeded: Campaign) -> None:
    everyday = {name: address for name, address in pages(seeded, owner).items() if name not in SELDOM}
    sizes = {name: small(owner.get(address).content) for name, address in everyday.items()}

    assert {name: size for name, size in sizes.items() if size > A_PAGE} == {}


@pytest.mark.parametrize("address", ["/", "/people/", "/meetings/log/", "/account/sign-in/"])
def test_a_first_visit_takes_twelve_requests_and_a_hundred_kilobytes(address: str, owner: Client) -> None:
    html = (Client() if "sign-in" in address else owner).get(address).content
    files = linked(html.decode())

    assert 4 <= len(files) < REQUESTS, sorted(path.name for path in files)
    assert small(html) + sum(small(path.read_bytes()) for path in files) <= A_VISIT


@pytest.mark.parametrize("address", ["/", "/people/", "/meetings/log/", "/account/sign-in/"])
def test_nothing_is_asked_of_another_host(address: str, owner: Client) -> None:
    html = (Client() if "sign-in" in address else owner).get(address).content.decode()
    fetched = re.findall(r'<(?:script|img|link|source|iframe|use)[^>]*(?:src|href)="([^"]+)"', html)

    assert fetched
    assert [url for url in fetched if not url.startswith(("/", "#")) or url.startswith("//")] == []
    for path in linked(html):
        if path.suffix == ".css":
            assert not [url for url in IN_STYLES.findall(path.read_text()) if url.startswith(("http", "//"))]
