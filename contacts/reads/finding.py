"""Quick search: the few who are shown of all whom the typed words find, however many these are.

Each part of a query walks an index and stops: nobody is counted, and only who may be shown is sorted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any, Final

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.lookups import IsNull

from campaigns.models import Campaign
from contacts.models import Company, Contact, SearchWord
from contacts.reads.people import typed_words
from contacts.rules.phases import Phase

Rows = QuerySet[Any, tuple[Any, ...]]

MOST_HITS: Final = 20
MANY: Final = 500
MOST_WORDS_READ: Final = 3 * MOST_HITS
"""Who has three names that begin alike is met three times on the way."""

FEW: Final = 60
"""So many words are read whole, with all that they lead to."""


@dataclass(frozen=True, kw_only=True)
class FoundPerson:
    """What a line of the search says about somebody; without a phase in the address book."""

    pk: int
    name: str
    short_name: str
    about: str
    phase: Phase | None
    found_in: str = ""
    """Where it was not the name that was found: the words in which it was."""


@dataclass(frozen=True, kw_only=True)
class FoundCompany:
    pk: int
    name: str
    is_target: bool


def asked_words(campaign: Campaign, typed: str) -> list[str]:
    """The typed words, the rarest first: its people are walked, and each is looked up among those of the others."""
    words = typed_words(typed)
    if len(words) < 2:
        return words
    many = dict(zip(words, _frequent(campaign.pk, *words)[0], strict=True))
    return sorted(words, key=lambda word: (many[word] is not None, -len(word)))


def found_by_name(campaign: Campaign, words: Sequence[str]) -> tuple[list[FoundPerson], list[FoundCompany]]:
    """At most twenty of each: of all whom the rarest word leads to where they are few, else of those who come first."""
    if not words:
        return [], []
    first, *others = words
    led = SearchWord.objects.filter(campaign=campaign).beginning(first).order_by()
    rows = led.values_list("contact_id", "company_id")[: FEW + 1]
    if len(rows) > FEW:
        return people_found(campaign, words), companies_found(campaign, words)
    people = [contact for contact, _ in rows if contact]
    firms = [company for _, company in rows if company]
    found = Contact.objects.filter(Q(pk__in=people) | Q(company__in=firms), campaign=campaign)
    companies = Company.objects.filter(pk__in=firms)
    for word in others:
        found = found.filter(_leads_to(word, contact="pk", company="company"))
        companies = companies.filter(_leads_to(word, company="pk"))
    return as_found(_in_order(found)), _as_companies(companies) if firms else []


def people_found(campaign: Campaign, words: Sequence[str], *, only_by_name: bool = False) -> list[FoundPerson]:
    """At most twenty whom each word finds by name or company: the network first, each part by name.

    Where many are found, those whose words come first in the index: with another letter there are fewer.
    """
    if not words:
        return []
    found: set[int] = set()
    for in_network in (True, False):
        found |= _named(campaign, *words, in_network=in_network)
        if not only_by_name:
            found |= _employed(campaign, *words, in_network=in_network)
        if len(found) >= MOST_HITS:
            break
    return as_found(_in_order(Contact.objects.filter(pk__in=found))) if found else []


def as_found(contacts: QuerySet[Contact]) -> list[FoundPerson]:
    """These contacts, as a line of the search shows them."""
    rows = contacts.values_list("pk", "name", "given_name", "position", "company__name", "phase")
    return [
        FoundPerson(
            pk=pk,
            name=name,
            short_name=given_name or name,
            about=", ".join(part for part in (position, company) if part),
            phase=Phase(phase) if phase else None,
        )
        for pk, name, given_name, position, company, phase in rows
    ]


def companies_found(campaign: Campaign, words: Sequence[str]) -> list[FoundCompany]:
    """At most twenty of whose name each word begins a word: targets first, by name."""
    if not words:
        return []
    first, *others = words
    led = SearchWord.objects.filter(campaign=campaign, company__isnull=False).beginning(first)
    targets = Company.objects.filter(_leads_to(first, company="pk"), campaign=campaign).targets()
    for word in others:
        led = led.filter(_leads_to(word, company="company"))
        targets = targets.filter(_leads_to(word, company="pk"))
    found = list(led.as_the_index_stands("company").values_list("company", flat=True)[:MOST_WORDS_READ])
    if len(found) == MOST_WORDS_READ:  # the targets are few, and each is looked up
        found += targets.order_by().values_list("pk", flat=True)
    return _as_companies(Company.objects.filter(pk__in=found)) if found else []


def _as_companies(companies: QuerySet[Company]) -> list[FoundCompany]:
    rows = companies.order_by("-is_target", "folded").values_list("pk", "name", "is_target")[:MOST_HITS]
    return [FoundCompany(pk=pk, name=name, is_target=is_target) for pk, name, is_target in rows]


def _in_order(people: QuerySet[Contact]) -> QuerySet[Contact]:
    return people.order_by(IsNull(F("joined_on"), True), "sort_name", "id")[:MOST_HITS]


def _frequent(campaign_id: int, *words: str) -> Rows:
    """For each word a key where it leads to more than can be walked for nothing."""
    found = SearchWord.objects.filter(campaign=campaign_id)
    one_more = [Subquery(found.beginning(word).order_by().values("pk")[MANY : MANY + 1]) for word in words]
    return Campaign.objects.filter(pk=campaign_id).values_list(*one_more)


def _named(campaign: Campaign, first: str, *others: str, in_network: bool) -> set[int]:
    """By their names."""
    words = SearchWord.objects.filter(campaign=campaign, contact__isnull=False, in_network=in_network).beginning(first)
    for word in others:
        words = words.filter(_leads_to(word, contact="contact", company="contact__company"))
    return set(words.as_the_index_stands("contact").values_list("contact", flat=True)[:MOST_WORDS_READ])


def _employed(campaign: Campaign, first: str, *others: str, in_network: bool) -> set[int]:
    """By their companies."""
    firms = SearchWord.objects.filter(campaign=campaign, company__isnull=False).beginning(first).values("company")
    people = Contact.objects.filter(campaign=campaign, company__in=firms)
    for word in others:
        people = people.filter(_leads_to(word, contact="pk", company="company"))
    here = people.in_network() if in_network else people.in_address_book()
    return set(here.order_by().values_list("pk", flat=True)[:MOST_HITS])


def _leads_to(word: str, **things: str) -> Q:
    """Whether the word leads to one of these things of the outer row."""
    # Not EXISTS: PostgreSQL may answer that by reading the words of everybody once.
    of_each = (SearchWord.objects.filter(**{name: OuterRef(path)}) for name, path in things.items())
    found = (Subquery(words.beginning(word).order_by().values("pk")[:1]) for words in of_each)
    return reduce(or_, (Q(IsNull(one, False)) for one in found))
