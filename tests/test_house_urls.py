"""The house, walked by its URLs: as a visitor, a stranger and Alice. A page added tomorrow is tested tomorrow."""

import re
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import Model
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.resolvers import RegexPattern, RoutePattern

from campaigns.models import Campaign, Draft
from contacts.models import Contact
from tests import factories
from trash.models import Deletion
from trash.writes.deleting import throw_away

METHODS = ("get", "post", "head", "put", "patch", "delete")
OURS = ("accounts", "campaigns", "contacts", "pitch", "meetings", "outcomes", "trash", "today", "transfer")
HTMX = {"HX-Request": "true"}

# What a visitor may see. Everything else leads to the sign-in.
PUBLIC = {
    "account_confirm_email", "account_email_verification_sent", "account_inactive", "account_login", "account_logout",
    "account_reset_password", "account_reset_password_done", "account_reset_password_from_key",
    "account_reset_password_from_key_done", "account_signup", "first_account", "healthz", "mfa_authenticate",
    "mfa_login_webauthn", "mfa_signup_webauthn", "mfa_trust", "readyz",
}  # fmt: skip
# These answer "gone already" as they answer "done": to press twice is no mistake.
FORGIVING = {"deletion_restore", "draft_discard", "import_cancel", "pause_remove", "session_end"}

# Alice's object that a page is about, by the first word of the page's name or by the name of the URL's part.
OWNED: dict[str, Callable[[Contact], Model]] = {
    "campaign": lambda contact: contact.campaign,
    "company": lambda contact: factories.make_company(contact.campaign),
    "contact": lambda contact: contact,
    "deletion": lambda contact: make_deletion(contact),
    "draft": lambda contact: make_draft(contact.campaign),
    "follow": factories.make_follow_up,
    "ground": factories.make_common_ground,
    "import": lambda contact: factories.make_import(contact.campaign),
    "invitation": factories.make_invitation,
    "invite": lambda contact: contact,
    "item": factories.make_item,
    "meeting": lambda contact: factories.make_meeting(contact),
    "note": factories.make_note,
    "pause": lambda contact: contact.campaign.pauses.create(from_day=factories.DAY, to_day=factories.DAY),
    "person": lambda contact: contact,
    "referral": lambda contact: factories.make_item(
        contact, kind="referral", referred=factories.make_contact(contact.campaign)
    ),
    "session": lambda contact: factories.make_session(contact.campaign.owner),
    "skill": lambda contact: factories.make_skill(contact.campaign),
    "story": lambda contact: factories.make_story(contact.campaign),
    "telling": lambda contact: factories.make_telling(contact, factories.make_story(contact.campaign)),
    "touch": factories.make_touch,
}


def make_deletion(contact: Contact) -> Deletion:
    return throw_away(contact.campaign, factories.make_note(contact), "A note", contact.campaign.owner.today())


def make_draft(campaign: Campaign) -> Draft:
    return Draft.objects.create(owner=campaign.owner, path="/people/", fields={"name": ["Tove"]})


@dataclass(frozen=True, kw_only=True)
class Address:
    name: str
    parts: dict[str, str]  # the parts of its address → their converter
    ours: bool

    def __str__(self) -> str:
        return self.name

    def public(self) -> bool:
        return self.name in PUBLIC

    def url(self, contact: Contact | None) -> str:
        """Its address, about Alice's object; without a contact, about none that exists."""
        return reverse(self.name, kwargs={part: self.value(part, contact) for part in self.parts})

    def value(self, part: str, contact: Contact | None) -> object:
        if contact is None:
            return {"UUIDConverter": uuid.UUID(int=0), "IntConverter": 999_999}.get(self.parts[part], "x")
        return OWNED[re.split("_", self.name)[0] if part == "pk" else part.removesuffix("_pk")](contact).pk


def parts_of(pattern: RoutePattern | RegexPattern) -> dict[str, str]:
    if isinstance(pattern, RegexPattern):
        return dict.fromkeys(pattern.regex.groupindex, "regex")
    return {name: type(converter).__name__ for name, converter in pattern.converters.items()}


def walk(patterns: list[Any], space: str = "", parts: dict[str, str] | None = None) -> Iterator[Address]:
    for pattern in patterns:
        here = {**(parts or {}), **parts_of(pattern.pattern)}
        if isinstance(pattern, URLResolver):
            yield from walk(pattern.url_patterns, f"{space}{pattern.namespace}:" if pattern.namespace else space, here)
        elif isinstance(pattern, URLPattern) and not space.startswith("admin:"):
            assert pattern.name, f"{pattern.pattern} has no name"
            module = pattern.callback.__module__
            yield Address(name=space + pattern.name, parts=here, ours=module.split(".")[0] in OURS)


PAGES = list(walk(get_resolver().url_patterns))
CLOSED = [address for address in PAGES if not address.public()]
OF_ONE = [address for address in PAGES if address.ours and address.parts and not address.public()]
OUR_OWN = [address for address in PAGES if address.ours]


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


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
@pytest.mark.parametrize("address", CLOSED, ids=str)
def test_a_visitor_is_led_to_the_sign_in(
    address: Address, headers: dict[str, str], visitor: Client, contact: Contact
) -> None:
    url = address.url(contact if address.ours else None)
    for method in METHODS:
        answer = getattr(visitor, method)(url, headers=headers)
        assert answer.status_code == 302, method
        assert answer["Location"].startswith(str(settings.LOGIN_URL)), method


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
@pytest.mark.parametrize("address", OF_ONE, ids=str)
def test_a_stranger_finds_nothing(
    address: Address, headers: dict[str, str], stranger: Client, contact: Contact
) -> None:
    url, missing = address.url(contact), address.url(None)
    before = rows_of(contact.campaign)

    answers = {method: getattr(stranger, method)(url, headers=headers) for method in METHODS}

    for method, answer in answers.items():
        nothing = getattr(stranger, method)(missing, headers=headers)
        assert (answer.status_code, answer.content) == (nothing.status_code, nothing.content), method
        assert answer.status_code in (404, 405) or address.name in FORGIVING, method
    assert address.name in FORGIVING or 404 in {answer.status_code for answer in answers.values()}
    assert rows_of(contact.campaign) == before


@pytest.mark.parametrize("address", OF_ONE, ids=str)
@pytest.mark.parametrize("method", ["get", "post"])
def test_alice_finds_her_own(address: Address, method: str, client: Client, contact: Contact) -> None:
    """Or the stranger would have been turned away from nothing."""
    assert getattr(client, method)(address.url(contact)).status_code in (200, 204, 302, 400, 405, 409, 422)


@pytest.mark.parametrize("address", [address for address in OUR_OWN if not address.parts], ids=str)
def test_no_page_breaks_on_an_empty_form(address: Address, client: Client) -> None:
    assert client.post(address.url(None)).status_code in (200, 204, 302, 400, 405, 422)


@pytest.mark.parametrize("address", [address for address in PAGES if address.ours or not address.parts], ids=str)
def test_a_page_has_one_heading_and_its_own_title(address: Address, client: Client, contact: Contact) -> None:
    answer = client.get(address.url(contact if address.ours else None))
    if answer.status_code != 200 or answer.streaming or b"<html" not in answer.content:
        return  # a redirect, a file, a part that htmx asks for
    text = answer.content.decode()
    assert len(re.findall(r"<h1[ >]", text)) == 1
    title = re.search(r"<title>(.*?)</title>", text, re.DOTALL)
    assert title
    assert title[1].strip().endswith(" · Fifty Cups")
    assert not title[1].startswith("Fifty Cups")


def test_a_page_about_something_unlisted_is_noticed(contact: Contact) -> None:
    with pytest.raises(KeyError):
        Address(name="teapot_edit", parts={"pk": "IntConverter"}, ours=True).url(contact)


def test_the_walk_found_the_house() -> None:
    assert {"autosave", "draft_discard"} <= {address.name for address in PAGES}
