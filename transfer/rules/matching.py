"""Whether a row of a file is somebody known already: the same, perhaps the same, or new.

The strongest sign decides: the same LinkedIn profile; the same record; the same e-mail address, unless people of
different names share it; the same name and the same day of connecting, which LinkedIn never changes; a row without
any of these that says exactly what somebody says. A profile's address can change: it makes two people of one name and
day only if both stand in one file. The same name otherwise is a question. Source: the format notes, rule 7.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice

from transfer.rules.book import Book, Known, addresses_of, is_another_profile, name_key, profile_of
from transfer.rules.candidates import (
    NAMESAKES,
    are_two,
    colleagues,
    may_be,
    may_be_called,
    namesakes,
    of_the_same_day,
    says_the_same,
)
from transfer.rules.merging import Changes, merge, merged
from transfer.rules.origin import origin_key
from transfer.rules.person import Person, Shares
from transfer.rules.questions import RowAnswer, is_preset


class Verdict(StrEnum):
    NEW = "new"
    SAME = "same"
    """Known, and nothing is to be written."""
    UPDATE = "update"
    """Known, and something is to be filled or changed."""
    POSSIBLE = "possible"
    """Perhaps somebody known: made a person of their own, and named in the report."""
    JOINED = "joined"
    """Perhaps somebody known, and taken for them: the user said so, or nothing speaks against it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """The verdict on a row. `known` is who they are (same, update, joined), `others` who they may be.

    `changes` are those of `known`; of a possible one those that the first of `others` would have.
    `in_file` says that an earlier row of the same file is the same person: the row is a duplicate.
    """

    verdict: Verdict
    reason: str = ""
    known: Known | None = None
    others: tuple[Known, ...] = ()
    changes: Changes = field(default_factory=Changes)
    in_file: bool = False


NOTHING_SAID = RowAnswer()


def match(person: Person, book: Book, answer: RowAnswer = NOTHING_SAID) -> Match:
    """Who the person of a row is, as far as the book tells. Reads the book only: `remember` tells it of the answer."""
    doubts: list[tuple[Known, str]] = []
    for known, reason in _certain(person, book, doubts):
        in_file = known.id in book.seen
        changes = merge(known, person, first_in_file=not in_file, as_of=book.as_of, take=answer.take)
        verdict = Verdict.SAME if changes.nothing else Verdict.UPDATE
        return Match(verdict=verdict, reason=reason, known=known, changes=changes, in_file=in_file)
    doubts = doubts or list(islice(namesakes(person, book), 5))
    if not doubts:
        return Match(verdict=Verdict.NEW)
    others = tuple({known.id: known for known, _ in doubts}.values())
    reason = f"{doubts[0][1]} {_named(others[0])}."
    meant = _meant(person, others, book, answer)
    if meant is None:
        would = merge(others[0], person, as_of=book.as_of) if others[0].id > 0 else Changes()
        return Match(verdict=Verdict.POSSIBLE, reason=reason, others=others, changes=would)
    changes = merge(meant, person, as_of=book.as_of, take=answer.take)
    return Match(verdict=Verdict.JOINED, reason=reason, known=meant, others=others, changes=changes)


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
            as_of=book.as_of,
        )
        book.add(known)
    elif not match.changes.nothing:
        known = merged(known, match.changes)
        book.add(known)
    book.seen.add(known.id)
    if not person.linkedin_key:
        book.origins.setdefault(origin_key(person), known.id)
    return known.id


def _meant(person: Person, others: tuple[Known, ...], book: Book, answer: RowAnswer) -> Known | None:
    """Who of those who may be meant is: as it was answered, or else the one against whom nothing speaks."""
    if answer.apart:
        return None
    free = [known for known in others if known.id > 0 and known.id not in book.seen]
    if answer.same_as is not None:
        return next((known for known in free if known.id == answer.same_as), None)
    return free[0] if len(others) == len(free) == 1 and is_preset(free[0], person) else None


def _certain(person: Person, book: Book, doubts: list[tuple[Known, str]]) -> Iterator[tuple[Known, str]]:
    """Who the person surely is, the strongest sign first; doubts are collected on the way."""
    profile, name = profile_of(person), name_key(person)
    if profile in book.profiles:
        yield book.people[book.profiles[profile]], "The same LinkedIn profile."
    known = book.people.get(book.origins.get(origin_key(person), 0))
    if known is not None and may_be(person, profile, known, book):
        yield (
            known,
            "The same row stands in this file before."
            if known.id in book.seen
            else "The same row was imported before.",
        )
    for address in addresses_of(person):
        for contact_id in book.addresses.get(address, ())[:NAMESAKES]:
            known = book.people[contact_id]
            if are_two(profile, known, book):
                doubts.append((known, "The same e-mail address, but another LinkedIn profile than"))
            elif not may_be_called(name, known):
                doubts.append((known, "The same e-mail address, but another name than"))
            else:
                yield known, f"The same e-mail address.{_changed(profile, known)}"
    same_day = of_the_same_day(person, profile, book)
    if len(same_day) == 1 and person.shares is not Shares.DAY:
        yield same_day[0], f"The same name, connected on the same day.{_changed(profile, same_day[0])}"
    doubts += [(known, "The same name and day of connecting as") for known in same_day]
    if not profile and not person.emails:
        yield from ((known, "The same row.") for known in colleagues(person, book) if says_the_same(known, person))


def _changed(profile: str, known: Known) -> str:
    return " Their LinkedIn profile has another address now." if is_another_profile(profile, known) else ""


def _named(known: Known) -> str:
    return f"{known.name} (row {-known.id} of this file)" if known.id < 0 else known.name
