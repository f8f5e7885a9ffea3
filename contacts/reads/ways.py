"""How a person is reached, and their tags."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, F, QuerySet, Value

from contacts.models import Contact, ContactEmail, ContactLink, ContactPhone, Tag
from contacts.rules.same_person import linkedin_key
from contacts.rules.ways import mail_address, phone_address


@dataclass(kw_only=True)
class WaysOf:
    """The lines of one person, each list in the order in which they were noted."""

    emails: list[str] = field(default_factory=list)
    phones: list[tuple[str, str]] = field(default_factory=list)
    """Each number with what it is called, where it is called anything."""

    links: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)


def ways_of(contact: Contact) -> WaysOf:
    """In one query: four short lists of the same kind of line."""
    emails = _lines("emails", ContactEmail.objects.filter(contact=contact), "address")
    others = (
        _lines("phones", ContactPhone.objects.filter(contact=contact), "number", F("label")),
        _lines("links", ContactLink.objects.filter(contact=contact), "url"),
        _lines("tags", Tag.objects.filter(contacts=contact), "name"),
    )
    found = WaysOf()
    for kind, _, text, beside in emails.union(*others, all=True).order_by("kind", "pk"):
        getattr(found, kind).append((text, beside) if kind == "phones" else text)
    return found


def shown_ways(person: Contact, ways: WaysOf) -> dict[str, Any]:
    """Phones, e-mail addresses and links, each with where it leads; the profile of an import among them."""
    links = [(url, url.partition("://")[2].rstrip("/")) for url in ways.links]
    if person.linkedin_key and person.linkedin_key not in [linkedin_key(url) for url, _ in links]:
        links.insert(0, (f"https://www.linkedin.com{person.linkedin_key}", f"linkedin.com{person.linkedin_key}"))
    return {
        "phones": [(phone_address(number), number, label) for number, label in ways.phones],
        "emails": [(mail_address(address), address) for address in ways.emails],
        "links": links,
    }


def _lines(kind: str, rows: QuerySet[Any], text: str, beside: F | None = None) -> QuerySet[Any, tuple[Any, ...]]:
    words = {
        "kind": Value(kind, output_field=CharField()),
        "shown": F(text),
        "beside": beside or Value("", output_field=CharField()),
    }
    found: QuerySet[Any, tuple[Any, ...]] = (
        rows.order_by().annotate(**words).values_list("kind", "pk", "shown", "beside")
    )
    return found
