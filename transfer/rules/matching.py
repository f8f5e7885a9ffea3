"""Whether a row of a file is somebody known already: the same, perhaps the same, or new.

The strongest sign decides: the same LinkedIn profile; the same e-mail address, unless people of different names share
it; a row without either that says exactly what somebody without either says. Different profiles are different people,
whatever their names. The same name otherwise is a question: kept apart, and named. Source: the format notes, rule 7.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from itertools import islice

from contacts.rules.words import fold
from transfer.rules.book import Book, Known, addresses_of, name_key, profile_of
from transfer.rules.merging import Changes, merge, merged
from transfer.rules.person import Person

# So many people of one name or address are looked at: a file of 50,000 namesakes costs no more than another.
NAMESAKES = 20


class Verdict(StrEnum):
    NEW = "new"
    SAME = "same"
    """Known, and nothing is to be written."""
    UPDATE = "update"
    """Known, and something is to be filled or changed."""
    POSSIBLE = "possible"
    """Perhaps somebody known: made a person of their own, and named in the report."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """The verdict on a row. `known` is who they are (same, update), `others` who they may be (possible).

    `in_file` says that an earlier row of the same file is the same person: the row is a duplicate.
    """

    verdict: Verdict
    reason: str = ""
    known: Known | None = None
    others: tuple[Known, ...] = ()
    changes: Changes = field(default_factory=Changes)
    in_file: bool = False


def match(person: Person, book: Book) -> Match:
    """Who the person of a row is, as far as the book tells. Reads the book only: `remember` tells it of the answer."""
    doubts: list[tuple[Known, str]] = []
    for known, reason in _certain(person, book, doubts):
        in_file = known.id in book.seen
        changes = merge(known, person, first_in_file=not in_file)
        verdict = Verdict.SAME if changes.nothing else Verdict.UPDATE
        return Match(verdict=verdict, reason=reason, known=known, changes=changes, in_file=in_file)
    doubts = doubts or list(islice(_namesakes(person, book), 5))
    if not doubts:
        return Match(verdict=Verdict.NEW)
    others = tuple({known.id: known for known, _ in doubts}.values())
    return Match(verdict=Verdict.POSSIBLE, reason=f"{doubts[0][1]} {_named(others[0])}.", others=others)


def remember(match: Match, person: Person, book: Book, new_id: int) -> int:
    """Tell the book what became of a row, and get the id of the person; `new_id` is used if they are new.

    While nothing is written yet, `new_id` is the row's number, negative.
    """
    known = match.known
    if known is None:
        known = Known(
            id=new_id,
            given_name=person.given_name,
            family_name=person.family_name,
            company=person.company,
            position=person.position,
            emails=person.emails,
            url=person.url,
            linkedin_key=person.linkedin_key,
            connected_on=person.connected_on,
            imported=frozenset({"company", "position"}),
        )
        book.add(known)
    elif not match.changes.nothing:
        known = merged(known, match.changes)
        book.add(known)
    book.seen.add(known.id)
    if not person.linkedin_key:
        book.origins.setdefault(origin_key(person), known.id)
    return known.id


def origin_key(person: Person) -> str:
    """The key of a record, the same each time the same record is imported: at most 80 letters, no personal data."""
    if profile := profile_of(person):
        return f"profile:{_digest(profile)}"
    if addresses := addresses_of(person):
        return f"email:{_digest(addresses[0], name_key(person))}"
    day = person.connected_on.isoformat() if person.connected_on else ""
    return f"record:{_digest(fold(person.name), fold(person.company), fold(person.position), day)}"


def _digest(*parts: str) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()


def _certain(person: Person, book: Book, doubts: list[tuple[Known, str]]) -> Iterator[tuple[Known, str]]:
    """Who the person surely is, the strongest sign first; doubts about an e-mail address are collected on the way."""
    profile = profile_of(person)
    if profile in book.profiles:
        yield book.people[book.profiles[profile]], "The same LinkedIn profile."
    known = book.people.get(book.origins.get(origin_key(person), 0))
    if known is not None and not _another_profile(profile, known):
        yield (
            known,
            "The same row stands in this file before."
            if known.id in book.seen
            else "The same row was imported before.",
        )
    for address in addresses_of(person):
        for contact_id in book.addresses.get(address, ())[:NAMESAKES]:
            known = book.people[contact_id]
            if _another_profile(profile, known):
                doubts.append((known, "The same e-mail address, but another LinkedIn profile than"))
            elif not _names_agree(name_key(person), name_key(known)):
                doubts.append((known, "The same e-mail address, but another name than"))
            else:
                yield known, "The same e-mail address."
    if not profile and not person.emails:
        yield from ((known, "The same row.") for known in _colleagues(person, book) if _says_the_same(known, person))


def _namesakes(person: Person, book: Book) -> Iterator[tuple[Known, str]]:
    """Who has the same name, people of the same company first.

    Within one file two companies are two people: LinkedIn lists each connection once.
    """
    profile, company = profile_of(person), fold(person.company)
    for known in _colleagues(person, book):
        if not _another_profile(profile, known):
            yield known, "The same name and company as"
    name = name_key(person)
    with_profile = () if profile else book.names.get((name, True), ())[:NAMESAKES]
    for contact_id in [*book.names.get((name, False), ())[:NAMESAKES], *with_profile]:
        known = book.people[contact_id]
        if _another_profile(profile, known):
            continue
        in_file = contact_id in book.seen
        if not (in_file and company and known.company and company != fold(known.company)):
            yield known, "The same name as"


def _colleagues(person: Person, book: Book) -> list[Known]:
    ids = book.colleagues.get((name_key(person), fold(person.company)), ())
    return [book.people[contact_id] for contact_id in ids[:NAMESAKES]]


def _another_profile(profile: str, known: Known) -> bool:
    theirs = profile_of(known)
    return bool(profile and theirs and profile != theirs)


def _says_the_same(known: Known, person: Person) -> bool:
    return (
        not profile_of(known)
        and not known.emails
        and known.connected_on == person.connected_on
        and fold(known.position) == fold(person.position)
    )


def _names_agree(one: str, other: str) -> bool:
    """Whether two names may be one person's: "K. Vale", "Kim Vale", and no name at all; not "Kim Vale", "Lee Moss"."""
    shorter, longer = sorted((one.split(), other.split()), key=len)
    return all(any(long.startswith(short) or short.startswith(long) for long in longer) for short in shorter)


def _named(known: Known) -> str:
    return f"{known.name} (row {-known.id} of this file)" if known.id < 0 else known.name
