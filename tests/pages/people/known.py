"""Everything that can be known of a person, as it is typed, and how it is posted."""

from typing import TYPE_CHECKING, Any

from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.writes.people import index_contacts
from tests.factories import make_contact

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

EVERYTHING = {
    "name": "Dr. Wren Hale",
    "nickname": "Wrennie",
    "position": "Line lead",
    "company": "Brightmill Foods",
    "emails": "wren@example.org\nhale@example.com",
    "phones": "Work: 01632 960 118\n01632 960 119",
    "links": "linkedin.com/in/Wren-Hale\nexample.org/wren",
    "location": "Aldermoor",
    "tags": "food, former boss",
    "note": "Met at the fair",
    "shared": "Night shifts at 22\nCanal walks",
    "birth_day": "29",
    "birth_month": "2",
    "connected_on": "2021-05-04",
    "how_we_met": "Trade fair",
    "known_as": "long_ago",
    "known_year": "2009",
    "known_month": "5",
    "knows_about": "Audits",
    "could_help_them": "The winter list",
    "ask_next_time": "Did the boat pass?",
    "starred": "on",
    "where": "network",
}


def post_new(client: Client, **fields: str) -> "Answer":
    return client.post("/people/new/", {"name": "Wren Hale", "where": "network", **fields})


def make_known(campaign: Campaign, name: str, **fields: Any) -> Contact:
    """Somebody who can be found by their name."""
    contact = make_contact(campaign, name, **fields)
    index_contacts([contact])
    return contact
