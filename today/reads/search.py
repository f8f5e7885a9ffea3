"""Quick search: people and companies by the beginnings of their names, then by whatever else is known and written."""

from dataclasses import dataclass, field
from typing import Final

from campaigns.models import Campaign
from contacts.reads.finding import MOST_HITS, FoundCompany, FoundPerson, asked_words, found_by_name
from today.reads.found_people import people_otherwise
from today.reads.found_texts import FoundText, texts_found

MOST_COMPANIES: Final = 5
MOST_TEXTS: Final = 10


@dataclass(frozen=True, kw_only=True)
class Hits:
    """People: the network first, then the address book, then who was found otherwise; twenty with the companies."""

    people: list[FoundPerson]
    companies: list[FoundCompany]
    texts: list[FoundText] = field(default_factory=list)
    more: bool = False
    """More texts were found than are shown."""

    goes_on: bool = False
    """Names alone were looked at."""

    @property
    def found_any(self) -> bool:
        return bool(self.people or self.companies or self.texts)


def search(
    campaign: Campaign, typed: str, *, only_named: bool = False, in_book: bool = True, most_texts: int = MOST_TEXTS
) -> Hits:
    """None where no word was typed. `only_named`: while somebody types, texts are not read through at each letter.

    `in_book`: the positions of the address book are looked through, not those of the network alone.
    """
    people, companies = found_by_name(campaign, asked_words(campaign, typed))
    companies = companies[:MOST_COMPANIES]
    if only_named:
        return Hits(people=people[: MOST_HITS - len(companies)], companies=companies, goes_on=bool(typed))
    named = {person.pk for person in people}
    people += [person for person in people_otherwise(campaign, typed, in_book=in_book) if person.pk not in named]
    texts = texts_found(campaign, typed, most_texts)
    return Hits(
        people=people[: MOST_HITS - len(companies)],
        companies=companies,
        texts=texts[:most_texts],
        more=len(texts) > most_texts,
    )
