"""What only the whole file tells of a row: who else stands in it. LinkedIn lists each connection once.

Source: the format notes, section 10, rule 7.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from contacts.rules.words import fold
from transfer.rules.book import name_key, profile_of
from transfer.rules.person import Person, Shares

WITH_PROFILES_SINCE: Final = date(2023, 6, 1)
"""Since about then LinkedIn's file has the column URL: one that has it is not older."""


@dataclass(kw_only=True)
class WholeFile:
    """Told of every person of a file before its first row is settled."""

    profiles: set[str] = field(default_factory=set)
    latest: date | None = None
    who: dict[tuple[str, date | None], str] = field(default_factory=dict, repr=False)
    """Name, also with its day → what tells the one row that has it; "" where there are several."""

    spellings: dict[str, Counter[str]] = field(default_factory=dict, repr=False)
    """Folded company → how it is written, and by how many rows."""

    def look_at(self, people: Iterable[Person]) -> None:
        for person in people:
            profile, day = profile_of(person), person.connected_on
            if profile:
                self.profiles.add(profile)
            if person.company:
                self.spellings.setdefault(fold(person.company), Counter())[person.company] += 1
            if day is not None:
                self.latest = max(day, self.latest or day)
            # The same profile, or the same row, once more is the same person once more.
            told = profile or "\n".join(("row", person.company, person.position, *person.emails))
            name = name_key(person)
            for named in ((name, None), (name, day)) if day else ((name, None),):
                if self.who.setdefault(named, told) != told:
                    self.who[named] = ""

    def marked(self, person: Person) -> Person:
        """The person, told what somebody else of the file shares with them; their company is spelt as it is mostly."""
        name, day = name_key(person), person.connected_on
        company = self.written(person.company)
        if company != person.company:
            person = replace(person, company=company)
        if not name or self.who.get((name, None)):
            return person
        return replace(person, shares=Shares.NAME if not day or self.who.get((name, day)) else Shares.DAY)

    def written(self, company: str) -> str:
        """A company as most rows write it; of equals as the first of them does."""
        spellings = self.spellings.get(fold(company)) if company else None
        return max(spellings, key=spellings.__getitem__) if spellings else company

    def as_of(self, exported_on: date | None, today: date) -> date | None:
        """How things stood on which day: the day of the export, or else the latest that the file itself tells.

        A day to come is a slip: it would make every later file an older one.
        """
        latest = exported_on or self.latest
        if latest and not exported_on and self.profiles:
            latest = max(latest, WITH_PROFILES_SINCE)
        return min(latest, today) if latest else None
