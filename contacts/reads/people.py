"""Finding people by the words of their names and companies, and what the filters of the lists offer."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.db.models import Case, CharField, Func, IntegerField, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.db.models.lookups import IsNull

from campaigns.models import Campaign
from campaigns.reads.prepared import Prepared
from contacts.models import Company, Contact, ContactQuerySet, SearchWord, Tag
from contacts.rules.same_person import fold
from contacts.rules.searching import words_of

MOST_WORDS: Final = 6
"""Words of a search that are looked at: nobody is told from another by a seventh."""

MOST_TARGETS: Final = 200
MOST_COUNTED: Final = 10_000


def typed_words(typed: str) -> list[str]:
    return words_of(typed)[:MOST_WORDS]


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
    found: dict[str, list[tuple[str, str]]] = {"tags": [], "companies": [], "referrers": []}
    rows = _CHOICES.rows(campaign.pk)
    for kind, pk, name in sorted(rows, key=lambda row: row[2].casefold()):
        found[kind].append((str(pk), name))
    return FilterChoices(**found)


def _choices(campaign_id: int) -> QuerySet[Any, tuple[Any, ...]]:
    people, companies = Contact.objects.filter(campaign=campaign_id), Company.objects.filter(campaign=campaign_id)
    introducers = people.order_by().filter(introduced_by__isnull=False).values("introduced_by")
    first_targets = companies.targets().order_by("rank", "folded")[:MOST_TARGETS]
    kinds: list[tuple[str, QuerySet]] = [  # type: ignore[type-arg]  # three models in one UNION
        ("tags", Tag.objects.filter(campaign=campaign_id)),
        ("companies", companies.filter(pk__in=first_targets.values("pk"))),
        ("referrers", people.filter(pk__in=introducers)),
    ]
    first, *others = [
        rows.order_by().annotate(kind=Value(kind, output_field=CharField())).values_list("kind", "pk", "name")
        for kind, rows in kinds
    ]
    found: QuerySet[Any, tuple[Any, ...]] = first.union(*others, all=True)
    return found


_CHOICES: Final = Prepared(_choices)


@dataclass(frozen=True, kw_only=True)
class HowMany:
    """How many there are in the network and in the address book, where there are more than MOST_COUNTED one more.

    And how many are left for now.
    """

    network: int
    book: int
    network_left: int
    left: int
    chosen: int = 0
    hidden: int = 0

    @property
    def everybody(self) -> int:
        return self.network + self.book

    @property
    def network_here(self) -> int:
        return _without(self.network, self.network_left)

    @property
    def book_here(self) -> int:
        return _without(self.book, self.left - self.network_left)


def _without(many: int, few: int) -> int:
    """Too many to be counted are so without a few."""
    return many if many > MOST_COUNTED else many - few


def how_many(campaign: Campaign, today: date, **others: ContactQuerySet) -> HowMany:
    """In one query: the many are counted in an index alone, those left for now are few. `others` by their names."""
    rows = _how_many(campaign.pk, today, **others) if others else _HOW_MANY.rows(campaign.pk, today)
    return HowMany(**dict(zip((*_COUNTED, *others), rows[0], strict=True)))


_COUNTED: Final = ("network", "book", "network_left", "left")


def _how_many(campaign_id: int, today: date, **others: ContactQuerySet) -> QuerySet[Any, tuple[Any, ...]]:
    many = (_NETWORK.figure(campaign_id), _BOOK.figure(campaign_id))
    few = (_NETWORK_LEFT.figure(campaign_id, today), _LEFT.figure(campaign_id, today))
    return Campaign.objects.filter(pk=campaign_id).values_list(*many, *few, *map(_number, others.values()))


def _figure(campaign_id: int, figure: Case | Coalesce) -> QuerySet[Any, tuple[Any, ...]]:
    return Campaign.objects.filter(pk=campaign_id).values_list(figure)


def _network(campaign_id: int) -> ContactQuerySet:
    return Contact.objects.filter(campaign=campaign_id).in_network()


def _book(campaign_id: int) -> ContactQuerySet:
    return Contact.objects.filter(campaign=campaign_id).in_address_book()


def _left(campaign_id: int, today: date) -> ContactQuerySet:
    return Contact.objects.filter(campaign=campaign_id).left(today)


_NETWORK: Final = Prepared(lambda pk: _figure(pk, _up_to(_network(pk))))
_BOOK: Final = Prepared(lambda pk: _figure(pk, _up_to(_book(pk))))
_NETWORK_LEFT: Final = Prepared(lambda pk, today: _figure(pk, _number(_left(pk, today).in_network())))
_LEFT: Final = Prepared(lambda pk, today: _figure(pk, _number(_left(pk, today))))
_HOW_MANY: Final = Prepared(_how_many)


def _up_to(people: ContactQuerySet) -> Case:
    """One more than MOST_COUNTED where there are more: to pass over so many is quicker than to count them all."""
    one_more = Subquery(people.order_by().values("pk")[MOST_COUNTED : MOST_COUNTED + 1])
    return Case(When(IsNull(one_more, False), then=MOST_COUNTED + 1), default=_number(people))


def _number(people: ContactQuerySet) -> Coalesce:
    """COUNT(*) of a subquery as it stands: an aggregate of Django's would group by the campaign, at twice the cost."""
    counted = people.order_by().annotate(number=Func(template="COUNT(*)", output_field=IntegerField())).values("number")
    return Coalesce(Subquery(counted), 0)


def names_of(people: Iterable[Contact], limit: int = 3) -> str:
    """`Priya Castellane, Samir Oakhurst and 4 more`."""
    names = [person.name for person in people]
    more = len(names) - limit
    return ", ".join(names[:limit]) + (f" and {more} more" if more > 0 else "")
