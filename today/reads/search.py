"""Quick search: people and companies by the beginnings of their names, then people by what is noted of them."""

from dataclasses import dataclass
from typing import Final

from campaigns.models import Campaign
from contacts.reads.finding import MOST_HITS, FoundCompany, FoundPerson, asked_words, found_by_name
from today.reads.found_in_words import found_in_words
from today.rules.found_words import words_for_texts

MOST_COMPANIES: Final = 5


@dataclass(frozen=True, kw_only=True)
class Hits:
    """At most twenty in all: the network first, then the address book, then who was found by other words."""

    people: list[FoundPerson]
    companies: list[FoundCompany]
    goes_on: bool = False
    """Fewer were found by name than are shown, and other words were not looked at yet."""


def search(campaign: Campaign, typed: str, *, only_named: bool = False) -> Hits:
    """None where no word was typed. `only_named`: while somebody types, texts are not read through at each letter."""
    words = asked_words(campaign, typed)
    people, companies = found_by_name(campaign, words)
    companies = companies[:MOST_COMPANIES]
    people = people[: MOST_HITS - len(companies)]
    if len(people) + len(companies) < MOST_HITS and words_for_texts(typed):
        if only_named:
            return Hits(people=people, companies=companies, goes_on=True)
        named = {person.pk for person in people}
        others = [person for person in found_in_words(campaign, typed) if person.pk not in named]
        people = [*people, *others][: MOST_HITS - len(companies)]
    return Hits(people=people, companies=companies)
