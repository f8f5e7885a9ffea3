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
    return ways_of_each([contact.pk])[contact.pk]


def ways_of_each(contacts: list[int]) -> dict[int, WaysOf]:
    """Of all of these people in one query: four short lists of the same kind of line."""
    whose = {"contact__in": contacts}
    emails = _lines("emails", ContactEmail.objects.filter(**whose), "address")
    others = (
        _lines("phones", ContactPhone.objects.filter(**whose), "number", beside=F("label")),
        _lines("links", ContactLink.objects.filter(**whose), "url"),
        _lines("tags", Tag.objects.filter(contacts__in=contacts), "name", whose="contacts"),
    )
    found = {pk: WaysOf() for pk in contacts}
    for contact, kind, _, text, beside in emails.union(*others, all=True).order_by("kind", "pk"):
        getattr(found[contact], kind).append((text, beside) if kind == "phones" else text)
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


def _lines(
    kind: str, rows: QuerySet[Any], text: str, *, whose: str = "contact_id", beside: F | None = None
) -> QuerySet[Any, tuple[Any, ...]]:
    words = {
        "whose": F(whose),
        "kind": Value(kind, output_field=CharField()),
        "shown": F(text),
        "beside": beside or Value("", output_field=CharField()),
    }
    found: QuerySet[Any, tuple[Any, ...]] = (
        rows.order_by().annotate(**words).values_list("whose", "kind", "pk", "shown", "beside")
    )
    return found
