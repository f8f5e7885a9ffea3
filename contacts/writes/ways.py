"""Writing the ways to reach a person, and their tags: what is no longer there goes, what stays keeps its row."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from contacts.models import Contact, ContactEmail, ContactLink, ContactPhone
from contacts.rules.same_person import email_key, linkedin_key
from contacts.rules.words import fold
from contacts.writes.people import add_email, tag_named


@dataclass(frozen=True, kw_only=True)
class Ways:
    """All ways to reach one person, as they were typed; a phone is a number and its label."""

    emails: list[str] = field(default_factory=list)
    phones: list[tuple[str, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)


@transaction.atomic
def set_ways(contact: Contact, ways: Ways) -> None:
    """These ways and no others."""
    keys = [email_key(address) or fold(address) for address in ways.emails]
    ContactEmail.objects.filter(contact=contact).exclude(key__in=keys).delete()
    ContactPhone.objects.filter(contact=contact).exclude(number__in=[number for number, _ in ways.phones]).delete()
    ContactLink.objects.filter(contact=contact).exclude(url__in=ways.links).delete()
    add_ways(contact, ways)
    contact.tags.set(_tags(contact, ways.tags))


@transaction.atomic
def add_ways(contact: Contact, ways: Ways) -> None:
    """These ways beside those that are there."""
    of_contact: dict[str, Any] = {"contact": contact, "campaign_id": contact.campaign_id}
    for address in ways.emails:
        add_email(contact, address)
    for number, label in ways.phones:
        ContactPhone.objects.update_or_create(**of_contact, number=number, defaults={"label": label})
    for url in ways.links:
        ContactLink.objects.get_or_create(**of_contact, url=url)
    contact.tags.add(*_tags(contact, ways.tags))


def note_profile(contact: Contact) -> None:
    """The key of the LinkedIn profile among the links, unless it is already somebody else's."""
    urls = ContactLink.objects.filter(contact=contact).values_list("url", flat=True)
    key = next((found for url in urls if (found := linkedin_key(url))), contact.linkedin_key)
    theirs = Contact.objects.filter(campaign=contact.campaign_id, linkedin_key=key).exclude(pk=contact.pk)
    if key and key != contact.linkedin_key and not theirs.exists():
        Contact.objects.filter(pk=contact.pk).update(linkedin_key=key)


def _tags(contact: Contact, names: Iterable[str]) -> list[int]:
    return [tag_named(contact.campaign, name).pk for name in names]
