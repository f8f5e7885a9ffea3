"""Quick search over the stored words: people and companies, by the beginnings of their names."""

from dataclasses import dataclass
from typing import Final

from django.db.models import F
from django.db.models.lookups import IsNull

from campaigns.models import Campaign
from contacts.models import Company, Contact
from contacts.reads.people import MOST_HITS, companies_named, matching, typed_words

MOST_COMPANIES: Final = 5


@dataclass(frozen=True, kw_only=True)
class Hits:
    """At most twenty in all: the network first, then the address book."""

    people: list[Contact]
    companies: list[Company]


def search(campaign: Campaign, typed: str) -> Hits:
    """In two queries; none where no word was typed."""
    if not typed_words(typed):
        return Hits(people=[], companies=[])
    companies = companies_named(campaign, typed, MOST_COMPANIES)
    people = matching(campaign.contacts.all(), campaign, typed).select_related("company")
    in_order = people.order_by(IsNull(F("joined_on"), True), "sort_name", "id")
    return Hits(people=list(in_order[: MOST_HITS - len(companies)]), companies=companies)
