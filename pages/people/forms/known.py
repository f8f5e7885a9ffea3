"""What is known of a person, as their form shows it."""

from typing import Any

from contacts.models import Contact
from contacts.rules.knowing import KnownAs
from contacts.rules.part_days import parts_of
from contacts.rules.same_person import linkedin_key
from contacts.rules.ways import shown_phone


def initial_of(contact: Contact) -> dict[str, Any]:
    """What is known of a person, as the form shows it."""
    year, month, day = parts_of(contact.known_from_before)
    links = [link.url for link in contact.links.all()]
    if contact.linkedin_key and contact.linkedin_key not in map(linkedin_key, links):
        links.insert(0, f"https://www.linkedin.com{contact.linkedin_key}")
    return {
        "name": contact.name,
        "company": contact.company.name if contact.company else "",
        "emails": "\n".join(email.address for email in contact.emails.all()),
        "phones": "\n".join(shown_phone(phone.number, phone.label) for phone in contact.phones.all()),
        "links": "\n".join(links),
        "tags": ", ".join(tag.name for tag in contact.tags.all()),
        "known_as": contact.known_as or (KnownAs.KNOWN.value if contact.is_known else ""),
        "known_year": year,
        "known_month": month,
        "known_day": day,
    }
