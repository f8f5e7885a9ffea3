"""Writing people: their names as they are shown, sorted and compared, and the words that quick search finds them by."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from campaigns.models import Campaign
from contacts.models import Company, Contact, ContactEmail, SearchWord, Tag
from contacts.rules.former_employers import with_former
from contacts.rules.names import compared, split_name
from contacts.rules.same_person import email_key
from contacts.rules.searching import words_to_find
from contacts.rules.words import fold


def set_name(contact: Contact, typed: str) -> None:
    """The name exactly as it was typed, with the parts that it seems to have."""
    parts = split_name(typed)
    contact.name = " ".join(typed.split())
    contact.prefix, contact.suffix = parts.prefix, parts.suffix
    contact.given_name, contact.family_name = parts.given, parts.family
    set_compared(contact)


def set_compared(contact: Contact) -> None:
    """The copies of the name that lists sort by and that names are compared with."""
    contact.folded, contact.sort_name = compared(contact.name, contact.given_name, contact.family_name)


def company_named(campaign: Campaign, name: str) -> Company | None:
    """The campaign's company of this name, whatever capitals and accents; made when there is none. None for no name."""
    return company_or_new(campaign, name)[0]


def move_to(contact: Contact, company: Company | None, today: date) -> None:
    """Somebody is at this company from now on, unsaved: the former one is kept, unless it was a correction."""
    left, now = (one.name if one else "" for one in (contact.company, company))
    contact.company = company
    contact.worked_before = with_former(contact.worked_before, left, now, today.year)


def moved(contact: Contact, left: int | None, today: date) -> None:
    """The same for somebody who was given their company already: the key of the one that they left."""
    now, contact.company = contact.company, Company.objects.filter(pk=left or 0).first()
    move_to(contact, now, today)


def company_or_new(campaign: Campaign, name: str) -> tuple[Company | None, bool]:
    """The company of this name, and whether it was made just now."""
    name = " ".join(name.split())[:200]
    if not fold(name):
        return None, False
    folded = fold(name)[:200]  # as wide as its column: some letters fold to several
    company, made = Company.objects.get_or_create(campaign=campaign, folded=folded, defaults={"name": name})
    if made:
        _index(company=[company])
    return company, made


def tag_named(campaign: Campaign, name: str) -> Tag:
    return tag_or_new(campaign, name)[0]


def tag_or_new(campaign: Campaign, name: str) -> tuple[Tag, bool]:
    """The tag of this name, and whether it was made just now."""
    name = " ".join(name.split())[:60]
    return Tag.objects.get_or_create(campaign=campaign, folded=fold(name)[:60], defaults={"name": name})


@transaction.atomic
def make_contact(campaign: Campaign, name: str, company_name: str = "", **fields: Any) -> Contact:
    """A new contact of the address book. Who joins the network with it is for relationships.writes.people to say."""
    contact = Contact(campaign=campaign, company=company_named(campaign, company_name), **fields)
    set_name(contact, name)
    contact.save()
    _index(contact=[contact])
    return contact


def add_email(contact: Contact, address: str) -> None:
    """One more address, unless it is there; what is no address is kept as it was typed."""
    key = email_key(address) or fold(address)
    ContactEmail.objects.get_or_create(
        contact=contact, key=key, defaults={"campaign_id": contact.campaign_id, "address": address.strip()}
    )


def join(contacts: Iterable[int], because: str, today: date) -> list[int]:
    """R1: those who were in the address book join the network; answers who joined. The caller refreshes them."""
    joining = list(Contact.objects.in_address_book().filter(pk__in=list(contacts)).values_list("pk", flat=True))
    Contact.objects.filter(pk__in=joining).update(joined_on=today, joined_because=because)
    return joining


def index_contacts(contacts: Iterable[Contact]) -> None:
    """Rewrite the words under which these people are found: their names and nicknames."""
    people = list(contacts)
    SearchWord.objects.filter(contact__in=[person.pk for person in people]).delete()
    _index(contact=people)


def index_companies(companies: Iterable[Company]) -> None:
    firms = list(companies)
    SearchWord.objects.filter(company__in=[firm.pk for firm in firms]).delete()
    _index(company=firms)


def _index(*, contact: Iterable[Contact] = (), company: Iterable[Company] = ()) -> None:
    """Write the words of those who have none yet."""
    SearchWord.objects.bulk_create(
        [
            *(
                SearchWord(campaign_id=person.campaign_id, contact=person, word=word, in_network=person.in_network)
                for person in contact
                for word in words_to_find(f"{person.name} {person.nickname}")
            ),
            *(
                SearchWord(campaign_id=firm.campaign_id, company=firm, word=word)
                for firm in company
                for word in words_to_find(firm.name)
            ),
        ]
    )
