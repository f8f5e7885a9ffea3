"""Quick search over the stored words: people and companies, by the beginnings of their names."""

from dataclasses import dataclass
from typing import Final

from campaigns.models import Campaign
from contacts.reads.finding import MOST_HITS, FoundCompany, FoundPerson, asked_words, companies_found, people_found

MOST_COMPANIES: Final = 5


@dataclass(frozen=True, kw_only=True)
class Hits:
    """At most twenty in all: the network first, then the address book."""

    people: list[FoundPerson]
    companies: list[FoundCompany]


def search(campaign: Campaign, typed: str) -> Hits:
    """None where no word was typed."""
    words = asked_words(campaign, typed)
    companies = companies_found(campaign, words)[:MOST_COMPANIES]
    return Hits(people=people_found(campaign, words)[: MOST_HITS - len(companies)], companies=companies)
