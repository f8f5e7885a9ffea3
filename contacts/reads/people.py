"""Finding people by the words of their names and companies, and what the filters of the lists offer."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.db.models import CharField, Func, IntegerField, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from campaigns.models import Campaign
from campaigns.reads.prepared import Prepared
from contacts.models import Company, Contact, ContactQuerySet, SearchWord, Tag
from contacts.rules.searching import words_of

MOST_WORDS: Final = 6
"""Words of a search that are looked at: nobody is told from another by a seventh."""

MOST_TARGETS: Final = 200


def typed_words(typed: str) -> list[str]:
    return words_of(typed)[:MOST_WORDS]


def having(campaign_id: int, word: str) -> QuerySet[Any, Any]:
    """The keys of those of whose name or company it begins a word."""
    found = SearchWord.objects.filter(campaign=campaign_id).beginning(word)
    by_name = found.filter(contact__isnull=False).values("contact")
    companies = found.filter(company__isnull=False).values("company")
    by_company = Contact.objects.filter(company__in=companies).order_by().values("pk")
    return by_name.union(by_company, all=True)


def matching(people: ContactQuerySet, campaign: Campaign, typed: str) -> ContactQuerySet:
    """Those of whose name or company each typed word begins a word; nobody where no word was typed."""
    words = typed_words(typed)
    if not words:
        return people.none()
    for word in words:
        people = people.filter(pk__in=having(campaign.pk, word))
    return people


@dataclass(frozen=True, kw_only=True)
class FilterChoices:
    """What the filters offer, each as pairs of primary key and name."""

    tags: list[tuple[str, str]] = field(default_factory=list)
    companies: list[tuple[str, str]] = field(default_factory=list)
    referrers: list[tuple[str, str]] = field(default_factory=list)


def filter_choices(campaign: Campaign, *, company: int | None = None) -> FilterChoices:
    """Tags, target companies and who has introduced somebody, in one query; with the company that is asked for."""
    found: dict[str, list[tuple[str, str]]] = {"tags": [], "companies": [], "referrers": []}
    rows = _CHOICES.rows(campaign.pk, company or 0)
    for kind, pk, name in sorted(rows, key=lambda row: row[2].casefold()):
        found[kind].append((str(pk), name))
    return FilterChoices(**found)


def _choices(campaign_id: int, company: int) -> QuerySet[Any, tuple[Any, ...]]:
    people, companies = Contact.objects.filter(campaign=campaign_id), Company.objects.filter(campaign=campaign_id)
    introducers = people.order_by().filter(introduced_by__isnull=False).values("introduced_by")
    first_targets = companies.targets().order_by("rank", "folded")[:MOST_TARGETS]
    kinds: list[tuple[str, QuerySet]] = [  # type: ignore[type-arg]  # three models in one UNION
        ("tags", Tag.objects.filter(campaign=campaign_id)),
        ("companies", companies.filter(pk__in=first_targets.values("pk"))),
        ("companies", companies.filter(pk=company, is_target=False)),
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
    """How many there are in the network and in all, and how many of these are left for now."""

    network: int
    everybody: int
    network_left: int
    left: int
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
        return self.book - self.left + self.network_left


def how_many(campaign: Campaign, today: date, **others: ContactQuerySet) -> HowMany:
    """In one query: the many are counted in an index alone, those left for now are few. `others` by their names."""
    rows = _how_many(campaign.pk, today, **others) if others else _HOW_MANY.rows(campaign.pk, today)
    return HowMany(**dict(zip((*_COUNTED, *others), rows[0], strict=True)))


_COUNTED: Final = ("network", "everybody", "network_left", "left")


def _how_many(campaign_id: int, today: date, **others: ContactQuerySet) -> QuerySet[Any, tuple[Any, ...]]:
    everybody = Contact.objects.filter(campaign=campaign_id)
    network = everybody.in_network()
    counted = (network, everybody, network.left(today), everybody.left(today))
    figures = {name: _number(people) for name, people in (*zip(_COUNTED, counted, strict=True), *others.items())}
    return Campaign.objects.filter(pk=campaign_id).annotate(**figures).values_list(*figures)


_HOW_MANY: Final = Prepared(_how_many)


def _number(people: ContactQuerySet) -> Coalesce:
    """COUNT(*) of a subquery as it stands: an aggregate of Django's would group by the campaign, at twice the cost."""
    counted = people.order_by().annotate(number=Func(template="COUNT(*)", output_field=IntegerField())).values("number")
    return Coalesce(Subquery(counted), 0)


def names_of(people: Iterable[Contact], limit: int = 3) -> str:
    """`Priya Castellane, Samir Oakhurst and 4 more`."""
    names = [person.name for person in people]
    more = len(names) - limit
    return ", ".join(names[:limit]) + (f" and {more} more" if more > 0 else "")
