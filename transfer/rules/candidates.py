"""Who may be meant by a row: of the same name, the same company, the same day; and what makes two people of them."""

from collections.abc import Iterator
from typing import Final

from contacts.rules.words import fold
from transfer.rules.book import Book, Known, is_another_profile, name_key, nickname_key, other_names, profile_of
from transfer.rules.person import Person

NAMESAKES: Final = 20
"""So many people of one name or address are looked at: a file of 50,000 namesakes costs no more than another."""


def of_the_same_day(person: Person, profile: str, book: Book) -> list[Known]:
    """Who has the same name and connected on the same day; who is another row of the file is somebody else."""
    if not person.connected_on or not (name := name_key(person)):
        return []
    ids = book.days.get((name, person.connected_on), ())[:NAMESAKES]
    people = (book.people[contact_id] for contact_id in ids if contact_id not in book.seen)
    return [known for known in people if not are_two(profile, known, book)]


def namesakes(person: Person, book: Book) -> Iterator[tuple[Known, str]]:
    """Who has the same name, people of the same company first.

    Within one file two companies are two people: LinkedIn lists each connection once.
    """
    profile, company = profile_of(person), fold(person.company)
    for known in colleagues(person, book):
        if not is_another_profile(profile, known):
            yield known, "The same name and company as"
    for name in (name_key(person), *other_names(person)):
        with_profile = () if profile else book.names.get((name, True), ())[:NAMESAKES]
        for contact_id in [*book.names.get((name, False), ())[:NAMESAKES], *with_profile]:
            known = book.people[contact_id]
            if is_another_profile(profile, known):
                continue
            in_file = contact_id in book.seen
            if not (in_file and company and known.company and company != fold(known.company)):
                yield known, "The same name as"


def colleagues(person: Person, book: Book) -> list[Known]:
    ids = book.colleagues.get((name_key(person), fold(person.company)), ())
    return [book.people[contact_id] for contact_id in ids[:NAMESAKES]]


def are_two(profile: str, known: Known, book: Book) -> bool:
    """Two profiles are two people when both stand in one file; else one may be the old address of the other."""
    return is_another_profile(profile, known) and (known.id in book.seen or profile_of(known) in book.in_file)


def may_be(person: Person, profile: str, known: Known, book: Book) -> bool:
    """Whether somebody is still who the record told: an address that they left may be another person's by now."""
    if not is_another_profile(profile, known):
        return True
    return not are_two(profile, known, book) and may_be_called(name_key(person), known)


def says_the_same(known: Known, person: Person) -> bool:
    return (
        not profile_of(known)
        and not known.emails
        and known.connected_on == person.connected_on
        and fold(known.position) == fold(person.position)
    )


def may_be_called(name: str, known: Known) -> bool:
    """Whether somebody known may bear this name, or bears it with their nickname."""
    return names_agree(name, name_key(known)) or bool(known.nickname and names_agree(name, nickname_key(known)))


def names_agree(one: str, other: str) -> bool:
    """Whether two names may be one person's: "K. Vale", "Kim Vale", and no name at all; not "Kim Vale", "Lee Moss"."""
    shorter, longer = sorted((one.split(), other.split()), key=len)
    return all(any(long.startswith(short) or short.startswith(long) for long in longer) for short in shorter)
