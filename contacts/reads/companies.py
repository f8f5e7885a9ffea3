"""Target companies by rank, and whom the user knows at each."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from django.db.models import F

from campaigns.models import Campaign
from contacts.models import Company, CompanyQuerySet, Contact
from contacts.rules.places import employer, which_employer

MOST_PEOPLE: Final = 5000
SHOWN: Final = 5
COLUMNS: Final = ("campaign", "company", "name", "given_name", "phase", "joined_on")


@dataclass(frozen=True, kw_only=True)
class Target:
    """A target company, with its people: the network first."""

    company: Company
    people: list[Contact]
    more: int

    @property
    def known(self) -> list[Contact]:
        return [person for person in self.people if person.in_network]


def by_rank(campaign: Campaign) -> CompanyQuerySet:
    targets: CompanyQuerySet = campaign.companies.targets().order_by(F("rank").asc(nulls_last=True), "folded", "pk")
    return targets


def spelled_otherwise(campaign: Campaign, employers: Collection[str]) -> dict[int, str]:
    """The companies that are one of these employers: who is at `Norda GmbH` is at `norda` (`contacts.rules.places`)."""
    firms = campaign.companies.order_by().values_list("pk", "folded") if employers else []
    return {pk: name for pk, folded in firms if (name := which_employer(folded, employers))}


def with_people(campaign: Campaign, companies: Iterable[Company]) -> list[Target]:
    """In two queries, however many there are."""
    targets = list(companies)
    named = {employer(target.name): target.pk for target in targets}
    is_at = {pk: named[name] for pk, name in spelled_otherwise(campaign, named).items()}
    is_at |= {target.pk: target.pk for target in targets}
    at: dict[int, list[Contact]] = {target.pk: [] for target in targets}
    found = campaign.contacts.filter(company__in=is_at).only(*COLUMNS).order_by("sort_name", "id")[:MOST_PEOPLE]
    for person in sorted(found, key=lambda person: not person.in_network):
        at[is_at[person.company_id or 0]].append(person)
    return [
        Target(company=company, people=at[company.pk][:SHOWN], more=len(at[company.pk][SHOWN:])) for company in targets
    ]
