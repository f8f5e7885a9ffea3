"""What an uploaded spreadsheet would change: read and compared without writing anything, so that nobody waits for it.

A row without an `id`, or with one that is nobody's here, is a new person of the address book. A cell that says what
stands there already changes nothing, however it is written.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.core.exceptions import ValidationError

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.field_kinds import Sheet
from contacts.rules.fields import FIELDS, OF_NAME
from contacts.rules.part_days import is_birthday
from contacts.rules.ways import lines_of, read_link, read_phone
from contacts.rules.words import fold
from pages.admin.people_sheet import HANGING, HEADERS, cell_of
from pages.admin.sheet_cells import COLUMNS, Unclear, number_in, tags_in, value_in
from pages.admin.sheet_table import Line, Table
from relationships.writes.putting_back import values_of
from transfer.formats.cells import clean
from transfer.formats.dates import settle
from transfer.formats.records import DayOrder
from transfer.rules.defusing import restored

TYPED: Final = frozenset(field.name for field in FIELDS if field.sheet is Sheet.BOTH)
DAYS: Final = frozenset(name for name in TYPED & COLUMNS.keys() if COLUMNS[name].get_internal_type() == "DateField")
AT_ONCE: Final = 500
SHOWN: Final = 60


@dataclass(kw_only=True)
class Planned:
    """One row: whom it is about, what it would change, and what is to be mended."""

    line: int
    contact: Contact
    is_new: bool = False
    before: dict[str, Any] = field(default_factory=dict)
    columns: set[str] = field(default_factory=set)
    hanging: dict[str, list[str]] = field(default_factory=dict)
    company: str | None = None
    errors: list[str] = field(default_factory=list)

    @property
    def changes(self) -> list[str]:
        """The labels of what is changed."""
        names = {*self.columns, *self.hanging, *(["company"] if self.company is not None else [])}
        return [found.label for found in FIELDS if found.name in names]

    @property
    def words(self) -> list[str]:
        """What is changed, with what stands there and what will; of ways and tags, which may be many, the label."""
        contact = self.contact
        pairs = {name: (self.before[name], getattr(contact, name)) for name in self.columns}
        if self.company is not None:
            pairs["company"] = (contact.company.name if contact.company else "", self.company)
        said = {name: " → ".join(shortened(value) for value in pair) for name, pair in pairs.items()}
        return [f"{found.label} {said.get(found.name, '')}".strip() for found in FIELDS if found.label in self.changes]


def shortened(value: Any) -> str:
    """As the preview says it: `“Buyer”`, `yes`, `nothing`."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"“{str(value)[:SHOWN]}”" if value not in (None, "") else "nothing"


@dataclass(kw_only=True)
class Plan:
    new: list[Planned] = field(default_factory=list)
    changed: list[Planned] = field(default_factory=list)
    same: int = 0
    wrong: list[Planned] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def plan_of(campaign: Campaign, table: Table, order: DayOrder | None = None) -> Plan:
    heads = [HEADERS.get(fold(head), "id" if fold(head) == "id" else "") for head in table.head]
    unknown = [head for head, name in zip(table.head, heads, strict=True) if head.strip() and not name]
    plan = Plan(unknown=unknown, notes=table.notes)
    rows = [_named(heads, line) for line in table.lines]
    order = settle((clean(row[name]) for row in rows for name in DAYS & row.keys()), order).order
    ids = [_id_of(row) for row in rows]
    people = _people(campaign, {pk for pk in ids if isinstance(pk, int)})
    seen: dict[int, int] = {}
    for line, row, pk in zip(table.lines, rows, ids, strict=True):
        known = people.get(pk) if isinstance(pk, int) else None
        contact = known or Contact(campaign=campaign)
        planned = Planned(line=line.number, contact=contact, is_new=known is None, before=values_of(contact))
        if line.error or isinstance(pk, str):
            planned.errors.append(line.error or str(pk))
        elif known and known.pk in seen:
            planned.errors.append(f"The same id stands in line {seen[known.pk]} already.")
        else:
            seen[known.pk if known else 0] = line.number
            _compare(planned, row, order)
        _sort_in(plan, planned)
    return plan


def _sort_in(plan: Plan, planned: Planned) -> None:
    if planned.errors:
        plan.wrong.append(planned)
    elif planned.is_new:
        plan.new.append(planned)
    elif planned.changes:
        plan.changed.append(planned)
    else:
        plan.same += 1


def _named(heads: list[str], line: Line) -> dict[str, str]:
    """The cells by field; of two columns for one field the first counts."""
    row: dict[str, str] = {}
    for name, cell in zip(heads, line.cells, strict=False):
        if name:
            row.setdefault(name, restored(cell))
    return row


def _id_of(row: Mapping[str, str]) -> int | str | None:
    """The number in the id's column, or why there is none."""
    try:
        return number_in(row.get("id", ""))
    except Unclear:
        return f"“{row['id'][:40]}” is no id. Leave it as it was exported, or empty for a new person."


def _people(campaign: Campaign, ids: Iterable[int]) -> dict[int, Contact]:
    wanted, found = sorted(ids), {}
    for start in range(0, len(wanted), AT_ONCE):
        people = campaign.contacts.filter(pk__in=wanted[start : start + AT_ONCE])
        hanging = people.select_related("company", "introduced_by").prefetch_related(*sorted(HANGING))
        found.update({person.pk: person for person in hanging})
    return found


def _compare(planned: Planned, row: Mapping[str, str], order: DayOrder | None) -> None:
    contact = planned.contact
    for name in TYPED & row.keys():
        cell = row[name]
        if cell.strip() == ("" if planned.is_new else cell_of(contact, name)).strip():
            continue
        try:
            _take(planned, name, cell, order)
        except Unclear as error:
            said, typed = str(error), cell.strip()[:40]
            words = said if said.startswith('"') else f"“{typed}” {said}."
            planned.errors.append(f"{OF_NAME[name].label}: {words}")
    if not planned.errors:
        _check(planned)


def _take(planned: Planned, name: str, cell: str, order: DayOrder | None) -> None:
    contact = planned.contact
    if name == "company":
        typed = " ".join(cell.split())
        if fold(typed) != (contact.company.folded if contact.company else ""):
            planned.company = typed
    elif name in HANGING:
        _hang(planned, name, cell)
    else:
        value = value_in(name, cell, order)
        if value != getattr(contact, name):
            setattr(contact, name, value)
            planned.columns.add(name)


def _hang(planned: Planned, name: str, cell: str) -> None:
    """Ways to reach them are added to those that stand there; tags are those of the cell."""
    contact = planned.contact
    stands = [] if planned.is_new else cell_of(contact, name).splitlines()
    lines = tags_in(cell) if name == "tags" else lines_of(cell)
    if name == "links" and (wrong := [line for line in lines if read_link(line) is None]):
        planned.errors.append(f"This is no web address: {wrong[0][:80]}")
    if name == "phones":
        lines = [f"{label[:60]}: {number[:60]}" if label else number[:60] for number, label in map(read_phone, lines)]
    differs = {fold(line) for line in lines} != {fold(line) for line in stands}
    if (name == "tags" and differs) or {fold(line) for line in lines} - {fold(line) for line in stands}:
        planned.hanging[name] = lines


def _check(planned: Planned) -> None:
    """The whole person: what one cell cannot say of another."""
    contact, changed = planned.contact, planned.columns
    if not (contact.name or "").strip():
        planned.errors.append("A person has a name.")
        return
    day, month, year = contact.birth_day, contact.birth_month, contact.birth_year
    if bool(day) != bool(month) or (day and month and not is_birthday(day, month, year)):
        planned.errors.append("A birthday is a day and a month.")
    try:
        contact.clean_fields(exclude=COLUMNS.keys() - changed - {"name"})
    except ValidationError as error:
        planned.errors.extend(f"{OF_NAME[name].label}: {words[0]}" for name, words in error.message_dict.items())
