"""What is measured: the pages by name, and the debrief as a browser posts it."""

import uuid
from urllib.parse import urlencode

from django.test import Client
from django.urls import reverse

from campaigns import drafts
from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import Meeting
from relationships.writes.standing import refresh

LOGGED_HERE = "Noted by the bench"


def pages(campaign: Campaign, client: Client) -> dict[str, str]:
    """Name → address as it is settled; the goals stand in docs/performance.md."""
    rich = Contact.objects.filter(campaign=campaign, joined_on__isnull=False).earliest("pk")
    wanted = {
        "Today": "/",
        "people": "/people/",
        "people, last page": "/people/?before=end",
        "people, by name": "/people/?sort=name",
        "people, by company": "/people/?sort=company",
        "people, by phase": "/people/?sort=-phase",
        "people, by last spoke": "/people/?sort=spoke",
        "people, of two letters": "/people/?q=an",
        "people, everybody": "/people/?where=all",
        "address book": "/people/?where=book",
        "address book, last page": "/people/?where=book&before=end",
        "contact, 50 entries": f"/people/{rich.pk}/",
        "search, 2 letters": "/search/?q=an&typing=1",
        "search, 10 letters": "/search/?q=lindqvist1&typing=1",
        "search, after a pause": "/search/?q=lindqvist1",
        "follow-ups": "/follow-ups/",
        "meetings": "/meetings/",
        "one meeting": campaign.meetings.planned().earliest("pk").get_absolute_url(),
        "board": "/people/board/",
        "companies": "/companies/",
        "obtained": "/obtained/",
        "one company": campaign.companies.targets().earliest("pk").get_absolute_url(),
        "network": "/people/network/",
        "admin: contacts": "/admin/contacts/contact/",
        "admin: contacts, a search": "/admin/contacts/contact/?q=lindqvist-1",
        "admin: one contact": f"/admin/contacts/contact/{rich.pk}/change/",
    }
    return {name: _settled(client, address) for name, address in wanted.items()}


def _settled(client: Client, address: str) -> str:
    """Where the address leads: what is preset leaves the address of a list."""
    answer = client.get(address)
    return str(answer["Location"]) if answer.status_code == 302 else address


class Debrief:
    """A coffee noted from scratch: each form has a key and a place of its own, as each page that is opened."""

    address = "/meetings/log/"

    def __init__(self, campaign: Campaign) -> None:
        self.campaign = campaign
        self.contact = campaign.contacts.in_network().filter(acts_on=None).latest("pk")

    def body(self, csrf_token: str) -> bytes:
        key = drafts.Key(owner_id=self.campaign.owner_id, draft=uuid.uuid4(), path=reverse("meeting_log_new"))
        fields = {
            "csrfmiddlewaretoken": csrf_token,
            drafts.FIELD: key.signed(),
            "person": self.contact.name,
            "person_id": self.contact.pk,
            "day": self.campaign.last_seen_on,
            "mode": "in_person",
            "place": key.draft.hex,
            "remember": LOGGED_HERE,
            "given-TOTAL_FORMS": 0,
            "given-INITIAL_FORMS": 0,
        }
        return urlencode(fields).encode()

    def undo(self) -> None:
        Meeting.objects.filter(campaign=self.campaign, remember=LOGGED_HERE).delete()
        refresh([self.contact.pk])
