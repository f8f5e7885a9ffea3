"""Files for the importer, and what it wrote."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from campaigns.models import Campaign
from contacts.models import Contact
from transfer.models import Import

Upload = Callable[..., Any]  # bytes, their name → the response
Run = Callable[[Import], Import]
Take = Callable[..., Import]

SAMPLES = Path(__file__).parent / "samples"
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"


def linkedin(*rows: str) -> bytes:
    return "\n".join([HEADER, *rows]).encode()


def many(count: int, *, company: str = "Brightmill") -> bytes:
    """So many people, every tenth with an address, every fiftieth closed."""
    rows = []
    for number in range(1, count + 1):
        if number % 50 == 0:
            rows.append(",,,,,,07 Jun 2024")
            continue
        email = f"person{number}@example.com" if number % 10 == 0 else ""
        url = f"https://www.linkedin.com/in/person-{number}"
        rows.append(f"Given{number % 40},Family{number},{url},{email},{company} {number % 7},Planner,07 Jun 2024")
    return linkedin(*rows)


def book(campaign: Campaign) -> list[tuple[Any, ...]]:
    """All that an import writes about people, in an order of its own."""
    people = Contact.objects.filter(campaign=campaign).prefetch_related("emails", "links", "search_words")
    return sorted(
        (
            contact.name,
            contact.linkedin_key,
            contact.company.name if contact.company else "",
            contact.position,
            str(contact.connected_on),
            tuple(email.key for email in contact.emails.all()),
            tuple(link.url for link in contact.links.all()),
            tuple(sorted(word.word for word in contact.search_words.all())),
            contact.worked_before,
            tuple(sorted(contact.imported_details.items())),
            contact.version,
        )
        for contact in people.select_related("company")
    )
