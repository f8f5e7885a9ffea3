"""Target companies by rank, and whom the user knows at each."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Final

from django.db.models import F, Q, QuerySet

from campaigns.models import Campaign
from contacts.models import Company, CompanyQuerySet, SearchWord
from contacts.models.search_word import beginning
from contacts.rules.places import employer, which_employer
from contacts.rules.searching import LONGEST_WORD

MOST_PEOPLE: Final = 5000
SHOWN: Final = 3
MOST_OWN: Final = 500


@dataclass(frozen=True, kw_only=True)
class There:
    """Somebody at a target company; without a phase in the address book."""

    pk: int
    name: str
    phase: str


@dataclass(frozen=True, kw_only=True)
class Target:
    """A target company, with its people: those of the network, or where nobody is, those of the address book."""

    company: Company
    known: list[There]
    book: list[There]
    more: int


def by_rank(campaign: Campaign) -> CompanyQuerySet:
    targets: CompanyQuerySet = campaign.companies.targets().order_by(F("rank").asc(nulls_last=True), "folded", "pk")
    return targets


def spelled_otherwise(campaign: Campaign, employers: Collection[str]) -> dict[int, str]:
    """The companies that are one of these employers: who is at `Norda GmbH` is at `norda` (`contacts.rules.places`).

    Looked up by the last word of each name, in the table of words.
    """
    last = {name.rpartition(" ")[2][:LONGEST_WORD] for name in employers if name}
    words = SearchWord.objects.filter(campaign=campaign, company__isnull=False, word__in=last).order_by()
    firms = set(words.values_list("company", "company__folded")) if last else set()
    return {pk: name for pk, folded in firms if (name := which_employer(folded, employers))}


def with_people(campaign: Campaign, companies: Iterable[Company]) -> list[Target]:
    """In two queries, however many there are."""
    targets = list(companies)
    named = {employer(target.name): target.pk for target in targets}
    is_at = {pk: named[name] for pk, name in spelled_otherwise(campaign, named).items()}
    is_at |= {target.pk: target.pk for target in targets}
    known: dict[int, list[There]] = {target.pk: [] for target in targets}
    book: dict[int, list[There]] = {target.pk: [] for target in targets}
    people = campaign.contacts.filter(company__in=is_at).order_by("sort_name", "id")
    for pk, name, phase, company in people.values_list("pk", "name", "phase", "company")[:MOST_PEOPLE]:
        (known if phase else book)[is_at[company]].append(There(pk=pk, name=name, phase=phase))
    return [_target(company, known[company.pk], book[company.pk]) for company in targets]


def _target(company: Company, known: list[There], book: list[There]) -> Target:
    people = len(known) + len(book)
    shown = known[:SHOWN], [] if known else book[:SHOWN]
    return Target(company=company, known=shown[0], book=shown[1], more=people - sum(map(len, shown)))


def own_companies(campaign: Campaign, places: Iterable[str]) -> QuerySet[Company]:
    """The target companies, and those where the user worked or studied (`contacts.rules.places`).

    The campaign stands in each condition: so each walks an index of its own, where all companies were compared before.
    """
    longer = (beginning("folded", f"{place}{mark}") for place in places for mark in " ,")
    wanted = (Q(is_target=True), *(Q(folded=place) for place in places), *longer)
    own = Company.objects.filter(reduce(or_, (Q(one, campaign=campaign) for one in wanted)))
    return own.order_by("folded")[:MOST_OWN]  # cut, so that PostgreSQL looks for these first, and then for their people
