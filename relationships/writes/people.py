"""Adding people, joining them to the network, and noting what is shared: each keeps the standing right."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from campaigns.models import Campaign
from contacts.models import CommonGround, Contact
from contacts.rules.joining import JoinedBecause
from contacts.writes import people
from relationships.writes.standing import refresh


@transaction.atomic
def add_person(
    campaign: Campaign,
    name: str,
    company_name: str = "",
    *,
    today: date,
    because: JoinedBecause | None = JoinedBecause.SAID_SO,
    **fields: Any,
) -> Contact:
    """A new contact, in the network for a reason, or in the address book with `because=None` (R1)."""
    contact = people.make_contact(campaign, name, company_name, **fields)
    if because:
        join([contact.pk], because, today)
    contact.refresh_from_db()
    return contact


@transaction.atomic
def join(contacts: Iterable[int], because: JoinedBecause, today: date) -> list[int]:
    """Those who were in the address book join the network; answers who joined (R1)."""
    joined = people.join(contacts, because.value, today)
    refresh(joined)
    return joined


@transaction.atomic
def record(contact: Contact, because: JoinedBecause, today: date) -> None:
    """Something was recorded for this contact: they are in the network by it (R1), and their standing follows."""
    people.join([contact.pk], because.value, today)
    refresh([contact.pk])


@transaction.atomic
def share(contact: Contact, text: str, found_on: date | None) -> CommonGround:
    """Note what is shared; without a day it is something to look for, and no evidence."""
    row = CommonGround.objects.create(
        campaign_id=contact.campaign_id, contact=contact, text=text.strip(), found_on=found_on
    )
    refresh([contact.pk])
    return row


@transaction.atomic
def share_once(contact: Contact, text: str, found_on: date) -> None:
    """The same, where the form that says it has no key of its own: sent twice, it stands once."""
    Contact.objects.select_for_update(of=("self",), no_key=True).get(pk=contact.pk)
    if not CommonGround.objects.found().filter(contact=contact, text=text.strip()).exists():
        share(contact, text, found_on)


@transaction.atomic
def reword(ground: CommonGround) -> None:
    """Other words, or another day; without a day it is no evidence any more."""
    ground.save(update_fields=["text", "found_on"])
    refresh([ground.contact_id])
