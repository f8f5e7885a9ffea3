"""Known people about whom a file says more: gaps are filled, lists united, and a replaced value is kept as text."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from campaigns.models import Campaign
from campaigns.rules.days import MONTHS
from contacts.models import Contact, ContactEmail, ContactLink
from contacts.rules.details import replaced_label, united
from contacts.rules.fields import IMPORTED
from contacts.rules.former_employers import is_same, with_former
from contacts.rules.same_person import email_key, linkedin_key
from contacts.rules.words import fold
from contacts.writes.people import index_contacts, set_compared
from relationships.writes.standing import refresh
from transfer.rules.former import Former, differing
from transfer.rules.person import Person
from transfer.rules.settling import LABELS, Settled
from transfer.writes.arriving import companies_of
from transfer.writes.many import update

COLUMNS = ("name", "folded", "sort_name", "company", "worked_before", "imported_details", "version", *IMPORTED)


def change(campaign: Campaign, changes: Mapping[int, Sequence[Settled]], today: date) -> dict[int, Former]:
    """Write what the rows of a batch change about these contacts; answers what they were before.

    Who is at another company may be at a target now.
    """
    if not changes:
        return {}
    rows = [settled for of_one in changes.values() for settled in of_one]
    companies = companies_of(campaign, (str(settled.match.changes.values.get("company", "")) for settled in rows))
    contacts = list(Contact.objects.filter(campaign=campaign, pk__in=changes).select_related("company"))
    were = {contact.pk: columns_of(contact) for contact in contacts}
    for contact in contacts:
        for settled in changes[contact.pk]:
            _apply(contact, settled, companies, today)
        contact.version += 1
    update(Contact, COLUMNS, [[*columns_of(contact).values(), contact.pk] for contact in contacts])
    former = {one.pk: Former(columns=differing(were[one.pk], columns_of(one))) for one in contacts}
    _reach(campaign, changes, former)
    index_contacts(contact for contact in contacts if renamed(changes[contact.pk]))
    refresh(one.pk for one in contacts if one.in_network and one.company_id != were[one.pk]["company"])
    return former


def renamed(rows: Sequence[Settled]) -> bool:
    return any({"given_name", "family_name"} & settled.match.changes.fills.keys() for settled in rows)


def _apply(contact: Contact, settled: Settled, companies: Mapping[str, int], today: date) -> None:
    values: dict[str, Any] = settled.match.changes.values
    day = f"{today.day} {MONTHS[today.month - 1]} {today.year}"
    replaced = {one.field: one.old for one in settled.match.changes.applied}
    if "company" in replaced and not is_same(replaced["company"], str(values["company"])):
        former = with_former(contact.worked_before, replaced.pop("company"), str(values["company"]), today.year)
        contact.worked_before = former
    kept = {replaced_label(LABELS[name], day): old for name, old in replaced.items()}
    contact.imported_details = united(united(contact.imported_details, kept), settled.details)
    for name in IMPORTED:
        if name in values:
            setattr(contact, name, values[name])
    if "company" in values:
        contact.company_id = companies.get(fold(values["company"]), contact.company_id)
    if renamed([settled]):
        contact.name = Person(given_name=contact.given_name, family_name=contact.family_name).name
        set_compared(contact)


def columns_of(contact: Contact) -> dict[str, Any]:
    return {name: contact.company_id if name == "company" else getattr(contact, name) for name in COLUMNS}


def _reach(campaign: Campaign, changes: Mapping[int, Sequence[Settled]], former: Mapping[int, Former]) -> None:
    emails, links = [], []
    known_emails = set(ContactEmail.objects.filter(contact__in=changes).values_list("contact_id", "key"))
    known_links = set(ContactLink.objects.filter(contact__in=changes).values_list("contact_id", "url"))
    for pk, rows in changes.items():
        for settled in rows:
            emails += [
                ContactEmail(campaign=campaign, contact_id=pk, address=address, key=email_key(address) or fold(address))
                for address in settled.match.changes.emails
            ]
            if url := settled.match.changes.values.get("url"):
                former[pk].gone += _forget_old_addresses(pk, settled)
                links.append(ContactLink(campaign=campaign, contact_id=pk, url=str(url)))
    for email in emails:
        if (email.contact_id, email.key) not in known_emails:
            former[email.contact_id].emails.append(email.key)
    for link in links:
        if (link.contact_id, link.url) not in known_links:
            former[link.contact_id].links.append(link.url)
    # What is there already may stand: the address was typed in the meantime.
    ContactEmail.objects.bulk_create(emails, ignore_conflicts=True)
    ContactLink.objects.bulk_create(links, ignore_conflicts=True)


def _forget_old_addresses(pk: int, settled: Settled) -> list[list[Any]]:
    """The link to a profile that has another address now leads nowhere; what it was stands in the details."""
    old = settled.match.known.linkedin_key if settled.match.known else ""
    if not old or not any(one.field == "url" for one in settled.match.changes.applied):
        return []
    links = ContactLink.objects.filter(contact=pk)
    gone = [[link.pk, link.url] for link in links if linkedin_key(link.url) == old]
    links.filter(pk__in=[pk for pk, _ in gone]).delete()
    return gone
