"""Rows of an import as the preview and the report show them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from accounts.rules.words import capitalised
from campaigns.models import Campaign
from campaigns.rules.days import MONTHS
from contacts.models import Contact
from transfer.models import ImportRow
from transfer.rules.outcome import ASKED, NOT_TAKEN, OFFERING, Outcome
from transfer.rules.person import Person
from transfer.rules.settling import LABELS


@dataclass(frozen=True, kw_only=True)
class Look:
    """How an outcome is drawn and counted."""

    css: str
    icon: str
    one: str
    many: str


LOOKS: Final = {
    Outcome.NEW: Look(css="new", icon="plus-circle", one="new", many="new"),
    Outcome.UPDATE: Look(css="update", icon="arrow-repeat", one="update", many="updates"),
    Outcome.POSSIBLE: Look(css="twin", icon="people", one="duplicate?", many="duplicates?"),
    Outcome.JOINED: Look(css="twin", icon="people", one="the same?", many="the same?"),
    Outcome.SAME: Look(css="same", icon="dash-circle", one="the same", many="the same"),
    Outcome.AGAIN: Look(css="same", icon="dash-circle", one="twice in the file", many="twice in the file"),
    Outcome.HIDDEN: Look(css="same", icon="dash-circle", one="hidden profile", many="hidden profiles"),
    Outcome.ERROR: Look(css="error", icon="exclamation-circle", one="row not taken", many="rows not taken"),
}


@dataclass(frozen=True, kw_only=True)
class Chip:
    """One outcome with its number of rows; a link to them in the preview."""

    outcome: Outcome
    look: Look
    count: int

    @property
    def words(self) -> str:
        return self.look.one if self.count == 1 else self.look.many


@dataclass(frozen=True, kw_only=True)
class Change:
    """A field with its old and its new value; `taken` says which of them stands afterwards."""

    label: str
    old: str
    new: str
    taken: bool


@dataclass(frozen=True, kw_only=True)
class ShownRow:
    row: ImportRow
    outcome: Outcome
    look: Look
    under: str
    """Position and company."""

    brings: str
    """What a new person comes with, in one line."""

    changes: tuple[Change, ...]
    others: tuple[Contact, ...]

    @property
    def asks(self) -> bool:
        """Whether the user may say who this is: an earlier row of the file cannot be named."""
        return self.outcome in ASKED and bool(self.others)

    @property
    def offers(self) -> bool:
        """Whether the row says something else than what stands, which can be taken."""
        return self.row.differs and self.outcome in OFFERING

    @property
    def refused(self) -> bool:
        return self.outcome in NOT_TAKEN


def chips(counts: Mapping[str, int]) -> list[Chip]:
    """The outcomes that occur, in the order in which they are told."""
    return [
        Chip(outcome=outcome, look=look, count=counts[outcome])
        for outcome, look in LOOKS.items()
        if counts.get(outcome)
    ]


def shown(campaign: Campaign, rows: Iterable[ImportRow]) -> list[ShownRow]:
    """These rows, with who may be meant by them: one query however many there are."""
    listed = list(rows)
    wanted = {pk for row in listed for pk in row.others if pk > 0}
    people = Contact.objects.filter(campaign=campaign).select_related("company").in_bulk(wanted) if wanted else {}
    return [_shown(row, people) for row in listed]


def _shown(row: ImportRow, people: Mapping[int, Contact]) -> ShownRow:
    outcome = Outcome(row.outcome)
    person = Person.from_json(row.person)
    return ShownRow(
        row=row,
        outcome=outcome,
        look=LOOKS[outcome],
        under=", ".join(filter(None, (person.position, person.company))) or _cells(row),
        brings=_brings(person),
        changes=tuple(_change(*change, takes=row.takes) for change in row.changes if outcome != Outcome.POSSIBLE),
        others=tuple(people[pk] for pk in row.others if pk in people),
    )


def _change(label: str, old: str, new: str, taken: object, *, takes: bool) -> Change:
    wanted = bool(taken) or (takes and label != LABELS["connected_on"])
    return Change(label=label, old=_day(label, old), new=_day(label, new), taken=wanted)


def _day(label: str, value: str) -> str:
    return _full(date.fromisoformat(value)) if label == "Connected on" and value else value


def _full(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _cells(row: ImportRow) -> str:
    """What a row that was not taken says, so that it is recognised."""
    said = " · ".join(cell.strip() for cell in row.raw if cell.strip())
    return said if len(said) <= 120 else f"{said[:119]}…"


def _brings(person: Person) -> str:
    parts = [
        "profile" if person.url else "",
        "email" if person.emails else "",
        f"connected on {_full(person.connected_on)}" if person.connected_on else "",
        "details" if person.details else "",
    ]
    return capitalised(", ".join(filter(None, parts)))
