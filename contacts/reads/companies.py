"""Target companies by rank, and whom the user knows at each."""

from dataclasses import dataclass
from typing import Final

from django.db.models import F

from campaigns.models import Campaign
from contacts.models import Company, Contact

MOST: Final = 200
MOST_PEOPLE: Final = 5000
SHOWN: Final = 5


@dataclass(frozen=True, kw_only=True)
class Target:
    """A target company, with its people: the network first."""

    company: Company
    people: list[Contact]
    more: int

    @property
    def known(self) -> list[Contact]:
        return [person for person in self.people if person.in_network]


def targets(campaign: Campaign) -> list[Target]:
    """In two queries, however many there are."""
    companies = list(campaign.companies.targets().order_by(F("rank").asc(nulls_last=True), "folded")[:MOST])
    at: dict[int, list[Contact]] = {company.pk: [] for company in companies}
    found = campaign.contacts.filter(company__in=at).order_by("company", "sort_name", "id")[:MOST_PEOPLE]
    for person in sorted(found, key=lambda person: not person.in_network):
        at[person.company_id or 0].append(person)
    return [
        Target(company=company, people=at[company.pk][:SHOWN], more=len(at[company.pk][SHOWN:]))
        for company in companies
    ]
