"""The rows of a file in their order: each is settled by what the book knows, and the book is told. Preview and run
settle by this alone, so that what was shown is what is done. Source: the format notes, section 10, rules 7 to 9.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from contacts.rules.details import united
from transfer.rules.book import Book
from transfer.rules.matching import NOTHING_SAID, Match, match, remember
from transfer.rules.outcome import Outcome, outcome_of
from transfer.rules.person import Person
from transfer.rules.questions import RowAnswer

LABELS = {
    "given_name": "Name",
    "family_name": "Name",
    "name": "Name",
    "company": "Company",
    "position": "Position",
    "url": "Profile",
    "connected_on": "Connected on",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Settled:
    """What becomes of a row. `person_id` is the contact's, or minus the number of the row that makes them."""

    outcome: Outcome
    match: Match
    person_id: int
    details: Mapping[str, str] = field(default_factory=dict)
    """All details of that person, where this row adds some."""

    def changes(self) -> list[list[Any]]:
        """For the preview and the report: label, old, new, and whether the new one is taken."""
        changes = self.match.changes
        differing_in = {LABELS[one.field] for one in changes.differences}
        shown = {LABELS[name]: value for name, value in changes.fills.items() if name in LABELS}
        shown = {label: value for label, value in shown.items() if label not in differing_in}
        filled = [[label, "", str(value), True] for label, value in shown.items()]
        added = [["E-mail", "", email, True] for email in changes.emails]
        differing = [[LABELS[one.field], one.old, one.new, one.applied] for one in changes.differences]
        noted = [["Details", "", ", ".join(self.details), True]] if self.details and self.match.known else []
        return filled + added + differing + noted


@dataclass(kw_only=True)
class Table:
    """On which the rows are settled: the book, and the details of the people in it."""

    book: Book = field(default_factory=Book)
    details: dict[int, Mapping[str, str]] = field(default_factory=dict)

    def settle(self, person: Person, number: int, answer: RowAnswer = NOTHING_SAID) -> Settled:
        found = match(person, self.book, answer)
        known_id = found.known.id if found.known else None
        added: Mapping[str, str] = {}
        if person.details:
            there = self.details.get(known_id, {}) if known_id is not None else {}
            both = united(there, person.details)
            added = both if both != there else {}
        person_id = remember(found, person, self.book, -number)
        if added:
            self.details[person_id] = added
        outcome = outcome_of(found, adds_details=bool(added))
        return Settled(outcome=outcome, match=found, person_id=person_id, details=added)
