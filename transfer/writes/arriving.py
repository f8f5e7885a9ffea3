"""The people whom a batch makes: in the address book (R1), with their ways to be reached, found by quick search."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from campaigns.models import Campaign
from contacts.models import Company, Contact, ContactEmail, ContactLink, SearchWord
from contacts.rules.fields import IMPORTED
from contacts.rules.names import compared
from contacts.rules.same_person import email_key
from contacts.rules.searching import words_to_find
from contacts.rules.words import fold
from contacts.writes.people import index_companies
from transfer.rules.book import Known
from transfer.rules.former import CAME_WITH
from transfer.rules.person import Person
from transfer.writes.many import insert, new_ids

COLUMNS = ("id", *CAME_WITH)
said = attrgetter(*IMPORTED)


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrival:
    """Somebody new: the row that made them, and what is known after all rows of the batch."""

    person: Person
    known: Known
    details: Mapping[str, str]

    @property
    def name(self) -> str:
        known = self.known
        if known.given_name == self.person.given_name and known.family_name == self.person.family_name:
            return self.person.name
        return replace(self.person, given_name=known.given_name, family_name=known.family_name).name


def arrive(campaign: Campaign, arrivals: Sequence[Arrival]) -> dict[int, int]:
    """Make them; answers the key in the book → the contact's."""
    if not arrivals:
        return {}
    companies = companies_of(campaign, (arrival.known.company for arrival in arrivals))
    ids = new_ids(Contact, len(arrivals))
    contacts, emails, links, words = [], [], [], []
    for pk, arrival in zip(ids, arrivals, strict=True):
        known, person, name = arrival.known, arrival.person, arrival.name
        folded, sort_name = compared(name, known.given_name, known.family_name)
        contacts.append(
            (
                pk, campaign.pk, name, person.prefix, person.suffix, folded, sort_name,
                companies.get(fold(known.company)), dict(arrival.details), *said(known),
            )
        )  # fmt: skip
        emails += [(campaign.pk, pk, address, key) for address, key in _keyed(known.emails)]
        if known.url:
            links.append((campaign.pk, pk, known.url))
        words += [(campaign.pk, word, pk) for word in words_to_find(name)]
    insert(Contact, COLUMNS, contacts)
    insert(ContactEmail, ("campaign", "contact", "address", "key"), emails)
    insert(ContactLink, ("campaign", "contact", "url"), links)
    insert(SearchWord, ("campaign", "word", "contact"), words)
    return {arrival.known.id: pk for pk, arrival in zip(ids, arrivals, strict=True)}


def companies_of(campaign: Campaign, names: Iterable[str]) -> dict[str, int]:
    """The campaign's companies of these names, made where there is none: folded name → key."""
    named: dict[str, str] = {}
    for name in dict.fromkeys(names):
        if folded := fold(name):
            named.setdefault(folded, name)
    there = _companies(campaign, named)
    missing = [
        Company(campaign=campaign, name=name, folded=folded) for folded, name in named.items() if folded not in there
    ]
    if missing:
        Company.objects.bulk_create(missing, ignore_conflicts=True)
        made = Company.objects.filter(campaign=campaign, folded__in=[company.folded for company in missing])
        index_companies(made)
        there = _companies(campaign, named)
    return there


def _companies(campaign: Campaign, folded: Iterable[str]) -> dict[str, int]:
    found = Company.objects.filter(campaign=campaign, folded__in=list(folded))
    return dict(found.order_by().values_list("folded", "pk"))


def _keyed(addresses: Iterable[str]) -> list[tuple[str, str]]:
    """Each address once, with the key by which it is compared."""
    keyed = {email_key(address) or fold(address): address for address in reversed(list(addresses))}
    return [(address, key) for key, address in reversed(keyed.items())]
