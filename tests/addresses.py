"""The addresses of the house, walked from its URLconf, and Alice's object that each is about."""

import re
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.resolvers import RegexPattern, RoutePattern

from accounts.models import User
from accounts.reads.confirming import new_address_key
from campaigns.models import Campaign, Draft
from contacts.models import Contact
from outcomes.models import FollowUp
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind
from tests import event_factories, factories
from trash.models import Deletion
from trash.writes.deleting import throw_away

OURS = (
    "accounts",
    "campaigns",
    "contacts",
    "pitch",
    "research",
    "meetings",
    "outcomes",
    "trash",
    "today",
    "transfer",
    "pages",
)

# What a visitor may see. Everything else leads to the sign-in.
PUBLIC = {
    "account_confirm_email", "account_email_verification_sent", "account_inactive", "account_login", "account_logout",
    "account_reset_password", "account_reset_password_done", "account_reset_password_from_key",
    "account_reset_password_from_key_done", "account_signup", "account_signup_confirmed", "first_account", "healthz",
    "mfa_authenticate", "mfa_login_webauthn", "mfa_signup_webauthn", "mfa_trust", "readyz",
}  # fmt: skip
# These answer "gone already" as they answer "done": to press twice is no mistake.
FORGIVING = {"deletion_restore", "draft_discard", "import_cancel", "import_undo", "pause_remove", "session_end"}


@dataclass(frozen=True, kw_only=True)
class Link:
    """What a link of a mail says in place of a row's number."""

    pk: str


# Alice's object that a page is about, by the first word of the page's name or by the name of the URL's part.
OWNED: dict[str, Callable[[Contact], Model | Link]] = {
    "campaign": lambda contact: contact.campaign,
    "company": lambda contact: factories.make_company(contact.campaign),
    "contact": lambda contact: contact,
    "deletion": lambda contact: make_deletion(contact),
    "draft": lambda contact: make_draft(contact.campaign),
    "encounter": event_factories.make_encounter,
    "event": lambda contact: event_factories.make_event(contact.campaign, day=contact.campaign.owner.today()),
    "follow": factories.make_follow_up,
    "follow_up_said": lambda contact: make_promise_of_theirs(contact),
    "ground": factories.make_common_ground,
    "import": lambda contact: factories.make_import(contact.campaign),
    "invitation": factories.make_invitation,
    "invite": lambda contact: contact,
    "item": factories.make_item,
    "key": lambda contact: make_address_link(contact.campaign.owner),
    "meeting": lambda contact: factories.make_meeting(contact),
    "message": lambda contact: contact,
    "message_sent": lambda contact: factories.make_opened(contact).contact,
    "note": factories.make_note,
    "pause": lambda contact: contact.campaign.pauses.create(from_day=factories.DAY, to_day=factories.DAY),
    "person": lambda contact: contact,
    "question": lambda contact: event_factories.make_question(contact.campaign),
    "referral": lambda contact: factories.make_item(
        contact, kind="referral", referred=factories.make_contact(contact.campaign)
    ),
    "session": lambda contact: factories.make_session(contact.campaign.owner),
    "skill": lambda contact: factories.make_skill(contact.campaign),
    "story": lambda contact: factories.make_story(contact.campaign),
    "telling": lambda contact: factories.make_telling(contact, factories.make_story(contact.campaign)),
    "touch": factories.make_touch,
    "version": lambda contact: factories.make_version(contact.campaign),
}


def make_address_link(user: User) -> Link:
    User.objects.filter(pk=user.pk).update(asked_address="new@example.com")
    return Link(pk=new_address_key(user, "new@example.com"))


def make_promise_of_theirs(contact: Contact) -> FollowUp:
    """They wanted to introduce somebody: what is waited for."""
    named = factories.make_contact(contact.campaign)
    item = factories.make_item(contact, kind=ItemKind.REFERRAL, referred=named)
    return factories.make_follow_up(contact, kind=FollowUpKind.WAITING, item=item)


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
        first_word = re.split("_", self.name)[0] if part == "pk" else part.removesuffix("_pk")
        return OWNED[self.name if self.name in OWNED else first_word](contact).pk


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
