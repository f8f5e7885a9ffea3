"""Finding people by the words of their names and companies, and what the filters of the lists offer."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.db.models import CharField, Count, QuerySet, Value

from campaigns.models import Campaign
from contacts.models import Company, Contact, ContactQuerySet, SearchWord, Tag
from contacts.rules.searching import words_to_look_for
from contacts.rules.words import fold

MOST_WORDS: Final = 6
"""Words of a search that are looked at: nobody is told from another by a seventh."""

MOST_TARGETS: Final = 200


def typed_words(typed: str) -> list[str]:
    return words_to_look_for(typed)[:MOST_WORDS]


def matching(people: ContactQuerySet, campaign: Campaign, typed: str, *, only_network: bool = False) -> ContactQuerySet:
    """Those of whose name or company each typed word begins a word; nobody where no word was typed.

    `only_network` says that the people are of the network: then the words of the address book are passed over.
    """
    words = typed_words(typed)
    if not words:
        return people.none()
    for word in words:
        found = SearchWord.objects.filter(campaign=campaign).beginning(word)
        companies = found.filter(company__isnull=False).values("company")
        by_company = Contact.objects.filter(campaign=campaign, company__in=companies).order_by()
        by_name = found.filter(contact__isnull=False)
        if only_network:
            by_company, by_name = by_company.in_network(), by_name.filter(in_network=True)
        people = people.filter(pk__in=by_name.values("contact").union(by_company.values("pk"), all=True))
    return people


def at_company(people: ContactQuerySet, campaign: Campaign, typed: str) -> ContactQuerySet:
    """Those at the company of this very name, or else at any of whose name each typed word begins a word."""
    companies = Company.objects.filter(campaign=campaign)
    named = companies.filter(folded=fold(typed))
    if not named.exists():
        words = typed_words(typed)
        named = companies if words else companies.none()
        for word in words:
            found = SearchWord.objects.filter(campaign=campaign, company__isnull=False).beginning(word)
            named = named.filter(pk__in=found.values("company"))
    return people.filter(company__in=named.values("pk"))


@dataclass(frozen=True, kw_only=True)
class FilterChoices:
    """What the filters offer, each as pairs of primary key and name."""

    tags: list[tuple[str, str]] = field(default_factory=list)
    companies: list[tuple[str, str]] = field(default_factory=list)
    referrers: list[tuple[str, str]] = field(default_factory=list)


def filter_choices(campaign: Campaign) -> FilterChoices:
    """Tags, target companies and who has introduced somebody, in one query."""
    people, companies = Contact.objects.filter(campaign=campaign), Company.objects.filter(campaign=campaign)
    introducers = people.order_by().filter(introduced_by__isnull=False).values("introduced_by")
    first_targets = companies.targets().order_by("rank", "folded")[:MOST_TARGETS]
    tags = _named("tags", Tag.objects.filter(campaign=campaign))
    others = (
        _named("companies", companies.filter(pk__in=first_targets.values("pk"))),
        _named("referrers", people.filter(pk__in=introducers)),
    )
    found: dict[str, list[tuple[str, str]]] = {"tags": [], "companies": [], "referrers": []}
    for kind, pk, name in sorted(tags.union(*others, all=True), key=lambda row: row[2].casefold()):
        found[kind].append((str(pk), name))
    return FilterChoices(**found)


def _named(kind: str, rows: QuerySet[Any]) -> QuerySet[Any, tuple[Any, ...]]:
    named = rows.order_by().annotate(kind=Value(kind, output_field=CharField()))
    found: QuerySet[Any, tuple[Any, ...]] = named.values_list("kind", "pk", "name")
    return found


@dataclass(frozen=True, kw_only=True)
class HowMany:
    """How many there are in the network and in the address book, and how many of them are left for now."""

    everybody: int = 0
    network: int = 0
    network_left: int = 0
    left: int = 0
    chosen: int = 0
    hidden: int = 0

    @property
    def book(self) -> int:
        return self.everybody - self.network

    @property
    def network_here(self) -> int:
        return self.network - self.network_left

    @property
    def book_here(self) -> int:
        return self.book - (self.left - self.network_left)


def how_many(campaign: Campaign, today: date, **others: ContactQuerySet) -> HowMany:
    """In one query: the many are counted in an index, those left for now are few. `others` by their names."""
    people = Contact.objects.filter(campaign=campaign)
    counted = {
        "everybody": people,
        "network": people.in_network(),
        "network_left": people.left(today).in_network(),
        "left": people.left(today),
        **others,
    }
    first, *more = (_number(name, found) for name, found in counted.items())
    return HowMany(**dict(first.union(*more, all=True)))


def _number(name: str, people: ContactQuerySet) -> QuerySet[Any, tuple[str, int]]:
    """A COUNT in an index, named; no row where there is nobody."""
    counted = people.order_by().values("campaign").annotate(number=Count("*"))
    named: QuerySet[Any, tuple[str, int]] = counted.values_list(Value(name, output_field=CharField()), "number")
    return named


def names_of(people: Iterable[Contact], limit: int = 3) -> str:
    """`Priya Castellane, Samir Oakhurst and 4 more`."""
    names = [person.name for person in people]
    more = len(names) - limit
    return ", ".join(names[:limit]) + (f" and {more} more" if more > 0 else "")
