"""R14: sources are people, and whoever is of one company or of one chain of introductions is one source together.

Three lines by one person are one source; three colleagues are named as "three people, one company" and count once, for
they say what their house says. A question is open until the user answers it, however many sources it has. It wants as
many sources as people were to be asked. Source: docs/method.md.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from accounts.rules.words import capitalised, counted


@dataclass(frozen=True, kw_only=True)
class Source:
    """Who gave a finding; the company folded, empty where none is known."""

    person: int
    company: str = ""


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """How many were heard: people, their companies, and how many sources these are that do not depend on each other."""

    people: int
    companies: int
    sources: int
    wanted: int
    is_open: bool
    words: str

    @property
    def is_enough(self) -> bool:
        return self.sources >= self.wanted

    @property
    def count_words(self) -> str:
        """Behind the number: `of 3 sources`; how many were wanted says nothing any more once it is answered."""
        if self.is_open and not self.is_enough:
            return f"of {self.wanted} {'source' if self.wanted == 1 else 'sources'}"
        return "source" if self.sources == 1 else "sources"


def coverage(
    sources: Iterable[Source], *, introduced_by: Mapping[int, int], wanted: int, is_answered: bool
) -> Coverage:
    """`introduced_by` says who introduced whom, also of people between two sources."""
    people = {source.person: source for source in sources}
    above = {person: _introducers(person, introduced_by) for person in people}
    chain = [(one, other) for other, theirs in above.items() for one in theirs if one in people and one != other]
    companies: dict[str, int] = {}
    colleagues = [
        (companies.setdefault(source.company, person), person) for person, source in people.items() if source.company
    ]
    introduced_all = any(all(one in above[other] for other in people if other != one) for one, _ in chain)
    return Coverage(
        people=len(people),
        companies=len(companies),
        sources=_groups(people, [*colleagues, *chain]),
        wanted=wanted,
        is_open=not is_answered,
        words=_words(
            people=len(people),
            companies=len(companies) if all(source.company for source in people.values()) else 0,
            introduced_all=introduced_all,
            introduced_some=bool(chain),
        ),
    )


def _introducers(person: int, introduced_by: Mapping[int, int]) -> set[int]:
    """Who introduced them, who introduced those, and so on; a circle ends where it closes."""
    found: set[int] = set()
    while (giver := introduced_by.get(person)) is not None and giver not in found:
        found.add(giver)
        person = giver
    return found


def _groups(people: Iterable[int], joined: Iterable[tuple[int, int]]) -> int:
    """How many remain where the two of each pair are taken together."""
    leads_to = {person: person for person in people}

    def last(person: int) -> int:
        while leads_to[person] != person:
            person = leads_to[person]
        return person

    for one, other in joined:
        leads_to[last(other)] = last(one)
    return sum(person == of for person, of in leads_to.items())


def _words(*, people: int, companies: int, introduced_all: bool, introduced_some: bool) -> str:
    """`Three people, one company`; `Two people, one introduced the other`; empty while nobody was heard.

    `companies`: none where that of somebody is not known.
    """
    if not people:
        return ""
    said = [counted(people, "person", "people")]
    if people > 1 and companies:
        said.append(counted(companies, "company", "companies"))
    if introduced_all:
        said.append(f"one introduced the other{'' if people == 2 else 's'}")
    elif introduced_some:
        said.append("one introduced another")
    return capitalised(", ".join(said))
