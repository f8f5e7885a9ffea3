"""Adding a person with all that is known of them, and changing it: the standing follows (law 3)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction

from campaigns.models import Campaign
from contacts.models import CommonGround, Contact, Note
from contacts.rules.fields import called
from contacts.rules.joining import JoinedBecause, may_go_back
from contacts.rules.same_person import linkedin_key
from contacts.rules.words import fold
from contacts.writes.filling import fill
from contacts.writes.people import company_named, index_contacts, move_to, set_compared, set_name
from contacts.writes.ways import Ways, add_ways, set_ways
from relationships.reads.recorded import recorded_for
from relationships.writes.people import add_person, join
from relationships.writes.standing import refresh


class ChangedMeanwhile(Exception):
    """Another tab saved this person since the form was opened; nothing was written."""


@dataclass(frozen=True, kw_only=True)
class Details:
    """What was typed about a person: the model's own fields by their names, and what hangs on them."""

    name: str
    company: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)
    ways: Ways = field(default_factory=Ways)
    note: str = ""
    shared: Iterable[str] = ()


@transaction.atomic
def create_person(campaign: Campaign, details: Details, *, because: JoinedBecause | None, today: date) -> Contact:
    """A new person, in the network for this reason or in the address book."""
    fields = dict(details.fields) | {"linkedin_key": profile_of(details.ways)}
    contact = add_person(campaign, details.name, details.company, today=today, because=because, **fields)
    set_ways(contact, details.ways)
    _add_texts(contact, details.note, details.shared, today)
    return contact


@transaction.atomic
def save_person(contact: Contact, details: Details, *, version: int, today: date) -> Contact:
    """The typed state becomes the state, unless somebody saved another one since."""
    stored = Contact.objects.select_for_update(of=("self",)).select_related("company").get(pk=contact.pk)
    if stored.version != version:
        raise ChangedMeanwhile
    if stored.name != details.name:
        set_name(stored, details.name)
    for name, value in details.fields.items():
        setattr(stored, name, value)
    set_compared(stored)
    move_to(stored, company_named(stored.campaign, details.company), today)
    stored.linkedin_key = profile_of(details.ways)
    stored.version += 1
    stored.save()
    set_ways(stored, details.ways)
    index_contacts([stored])
    refresh([stored.pk])
    stored.refresh_from_db()
    return stored


@transaction.atomic
def complete_person(contact: Contact, details: Details, *, because: JoinedBecause | None, today: date) -> Contact:
    """Somebody known was meant: what is not known of them is filled in, what is known otherwise is kept in a note."""
    stored = Contact.objects.select_for_update(of=("self",)).select_related("company").get(pk=contact.pk)
    otherwise: list[str] = []
    if details.company and not stored.company:
        stored.company = company_named(stored.campaign, details.company)
    elif details.company and stored.company and fold(details.company) != stored.company.folded:
        otherwise.append(f"{called('company')}: {details.company}")
    typed = Contact(name=stored.name, linkedin_key=profile_of(details.ways), **details.fields)
    otherwise += fill(stored, typed)
    stored.save()
    add_ways(stored, details.ways)
    _add_texts(stored, "\n".join([details.note, *otherwise]).strip(), details.shared, today)
    if because:
        join([stored.pk], because, today)
    refresh([stored.pk])
    return stored


@transaction.atomic
def back_to_address_book(contact: Contact) -> bool:
    """R1: out of the network while nothing stands that was recorded for them; answers whether they went."""
    stored = Contact.objects.select_for_update().get(pk=contact.pk)
    if not stored.in_network or not may_go_back(has_evidence=bool(recorded_for([stored.pk]))):
        return False
    stored.joined_on, stored.joined_because = None, ""
    stored.left_on, stored.left_because, stored.left_until = None, "", None
    stored.save(update_fields=["joined_on", "joined_because", "left_on", "left_because", "left_until"])
    refresh([stored.pk])
    return True


def profile_of(ways: Ways) -> str:
    """The key of the first LinkedIn profile among the links."""
    return next((key for url in ways.links if (key := linkedin_key(url))), "")


def _add_texts(contact: Contact, note: str, shared: Iterable[str], today: date) -> None:
    of_contact = {"contact": contact, "campaign_id": contact.campaign_id}
    if note:
        Note.objects.create(**of_contact, day=today, text=note)
    CommonGround.objects.bulk_create(CommonGround(**of_contact, text=line, found_on=today) for line in shared)
    refresh([contact.pk])
    contact.refresh_from_db()
