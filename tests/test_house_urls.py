"""The house, walked by its URLs: as a visitor, a stranger and Alice. A page added tomorrow is tested tomorrow."""

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.test import Client

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Contact
from tests import factories
from tests.addresses import CLOSED, FORGIVING, OF_ONE, OUR_OWN, OURS, PAGES, Address
from tests.safety.isolation import signed_in
from tests.safety.worlds import rolled_back

pytestmark = pytest.mark.of_the_pages

PLAIN: dict[str, str] = {}
HTMX = {"HX-Request": "true"}
ASKED = [
    *product(("get", "post", "head", "put", "patch", "delete"), (PLAIN,)),
    *product(("get", "post"), (HTMX,)),  # the house has htmx send nothing else
]


@pytest.fixture
def contact(campaign: Campaign) -> Contact:
    return factories.make_contact(campaign)


def rows_of(campaign: Campaign) -> dict[str, list[Any]]:
    """All that stands under this campaign, and its owner's drafts."""
    found: dict[str, list[Any]] = {}
    for label in OURS:
        for model in apps.get_app_config(label).get_models() if apps.is_installed(label) else []:
            names = {field.name for field in model._meta.fields}
            owner = {"campaign": campaign} if "campaign" in names else {"owner": campaign.owner}
            if names & set(owner):
                found[model._meta.label] = list(model._default_manager.filter(**owner).order_by("pk").values())
    return found


def test_a_visitor_is_led_to_the_sign_in(visitor: Client, contact: Contact) -> None:
    let_in = []
    for address in CLOSED:
        with rolled_back():
            url = address.url(contact if address.ours else None)
            for method, headers in ASKED:
                answer = getattr(visitor, method)(url, headers=headers)
                if answer.status_code != 302 or not answer["Location"].startswith(str(settings.LOGIN_URL)):
                    let_in.append((address.name, method, headers, answer.status_code))
    assert let_in == []


def test_a_stranger_finds_nothing(stranger: Client, contact: Contact) -> None:
    found = []
    stranger.get("/")  # opens the day, once for all that follows
    for address in OF_ONE:
        with rolled_back():
            found += [(address.name, *what) for what in found_by(stranger, address, contact)]
        stranger.cookies.pop("messages", None)  # what one address said is not said by the next
    assert found == []


def found_by(stranger: Client, address: Address, contact: Contact) -> Iterator[tuple[Any, ...]]:
    """What tells Alice's object from one that does not exist, or changes it."""
    url, missing = address.url(contact), address.url(None)
    before = rows_of(contact.campaign)
    statuses = set()
    for method, headers in ASKED:
        answer = getattr(stranger, method)(url, headers=headers)
        statuses.add(answer.status_code)
        nothing = getattr(stranger, method)(missing, headers=headers)
        if (answer.status_code, answer.content) != (nothing.status_code, nothing.content):
            yield method, headers, "it looks other than nothing"
        if answer.status_code not in (404, 405) and address.name not in FORGIVING:
            yield method, headers, answer.status_code
    if address.name not in FORGIVING and 404 not in statuses:
        yield ("no method was asked for",)
    if rows_of(contact.campaign) != before:
        yield ("something was changed",)


@pytest.fixture
def alices(alice: User, contact: Contact) -> Client:
    """Her browser, which stays signed in, and in which the day is open."""
    client = signed_in(alice)
    client.get("/")
    return client


def test_alice_finds_her_own(alices: Client, contact: Contact) -> None:
    """Or the stranger would have been turned away from nothing."""
    turned_away = []
    for address, method in product(OF_ONE, ("get", "post")):
        with rolled_back():
            status = getattr(alices, method)(address.url(contact)).status_code
            if status not in (200, 204, 302, 400, 405, 409, 422):
                turned_away.append((address.name, method, status))
    assert turned_away == []


def test_no_page_breaks_on_an_empty_form(alices: Client) -> None:
    broken = []
    for address in [address for address in OUR_OWN if not address.parts]:
        with rolled_back():
            status = alices.post(address.url(None)).status_code
            if status not in (200, 204, 302, 400, 405, 422):
                broken.append((address.name, status))
    assert broken == []


def test_a_page_has_one_heading_and_its_own_title(alices: Client, contact: Contact) -> None:
    seen, wrong = 0, []
    for address in [address for address in PAGES if address.ours or not address.parts]:
        with rolled_back():
            answer = alices.get(address.url(contact if address.ours else None))
            if answer.status_code != 200 or answer.streaming or b"<html" not in answer.content:
                continue  # a redirect, a file, a part that htmx asks for
            seen += 1
            wrong += [(address.name, what) for what in wrong_with_the_head(answer.content.decode())]
    assert wrong == []
    assert seen > 30


def wrong_with_the_head(text: str) -> Iterator[str]:
    if len(re.findall(r"<h1[ >]", text)) != 1:
        yield "not one heading"
    title = re.search(r"<title>(.*?)</title>", text, re.DOTALL)
    if not title or not title[1].strip().endswith(" · Fifty Cups") or title[1].startswith("Fifty Cups"):
        yield "no title of its own"


def test_a_page_about_something_unlisted_is_noticed(contact: Contact) -> None:
    with pytest.raises(KeyError):
        Address(name="teapot_edit", parts={"pk": "IntConverter"}, ours=True).url(contact)


def test_the_walk_found_the_house() -> None:
    assert {"autosave", "draft_discard"} <= {address.name for address in PAGES}
