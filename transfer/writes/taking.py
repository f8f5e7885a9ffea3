"""One batch of an import: its people, its rows and its cursor are written in one transaction, or nothing is."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils import timezone

from transfer.models import Import, ImportRow, Origin
from transfer.models.imports import Status
from transfer.reads.acquaintance import Acquaintance
from transfer.rules.book import Book
from transfer.rules.former import Former
from transfer.rules.origin import origin_key
from transfer.rules.outcome import ASKED, Outcome
from transfer.rules.person import Person
from transfer.rules.questions import APART, SAME, RowAnswer
from transfer.rules.settling import Settled, Table
from transfer.writes.arriving import Arrival, arrive
from transfer.writes.changing import change
from transfer.writes.many import insert, update
from transfer.writes.staging import differs

BATCH: Final = 2_000

WRITTEN: Final = ("outcome", "differs", "because", "others", "changes", "contact", "former")


@dataclass(frozen=True, kw_only=True, slots=True)
class Taken:
    """A staged row, and what becomes of it now: the book may have changed since the preview."""

    pk: int
    number: int
    person: Person
    settled: Settled
    expected: str
    contact: int | None
    """What the preview wrote: the outcome, and the contact where it was somebody known."""

    @property
    def as_expected(self) -> bool:
        """Whether the row says already what became of it. Of 30,000 new people no row is written again."""
        settled = self.settled
        if settled.outcome != self.expected or settled.outcome in (Outcome.UPDATE, *ASKED):
            return False
        unchanged = settled.match.known is None or not settled.changes()
        return unchanged and self.contact in (None, settled.person_id)


def take_batch(upload: Import, today: date) -> None:
    """Take the next rows behind the cursor. The caller holds the lock on the import and the transaction."""
    staged = ImportRow.objects.filter(source=upload, number__gt=upload.cursor).order_by("number")
    rows = list(staged.values_list("pk", "number", "outcome", "contact", "answer", "takes", "person")[:BATCH])
    table = Table(book=Book(as_of=upload.as_of))
    people = [Person.from_json(said) for *_, said in rows if said]
    meant = {contact for _, _, _, contact, answer, *_ in rows if answer == SAME and contact}
    Acquaintance(campaign=upload.campaign, table=table, source=upload).meet(people, meant)
    known_origins = set(table.book.origins)
    taken = [
        Taken(
            pk=pk,
            number=number,
            person=person,
            settled=table.settle(person, number, _answer(answer, contact, take=takes)),
            expected=expected,
            contact=contact,
        )
        for (pk, number, expected, contact, answer, takes, _), person in zip(
            (row for row in rows if row[-1]), people, strict=True
        )
    ]
    ids = arrive(upload.campaign, _arrivals(table, taken))
    former = change(upload.campaign, _changes(taken, ids), today)
    _remember_origins(upload, taken, ids, known_origins, former)
    written = [_written(row, ids, former) for row in taken if not row.as_expected or row.settled.person_id in former]
    update(ImportRow, WRITTEN, written)
    _move_on(upload, rows, taken)


def _answer(answer: str, contact: int | None, *, take: bool) -> RowAnswer:
    return RowAnswer(same_as=contact if answer == SAME else None, apart=answer == APART, take=take)


def _arrivals(table: Table, taken: Sequence[Taken]) -> list[Arrival]:
    return [
        Arrival(person=row.person, known=table.book.people[-row.number], details=table.details.get(-row.number, {}))
        for row in taken
        if row.settled.person_id == -row.number
    ]


def _changes(taken: Sequence[Taken], ids: dict[int, int]) -> dict[int, list[Settled]]:
    """What changes about those who were known before this batch; who came with it has it all already."""
    changes: dict[int, list[Settled]] = {}
    for row in taken:
        says_more = not row.settled.match.changes.nothing or row.settled.details
        if row.settled.match.known and says_more and row.settled.person_id not in ids:
            changes.setdefault(row.settled.person_id, []).append(row.settled)
    return changes


def _remember_origins(
    upload: Import, taken: Sequence[Taken], ids: dict[int, int], known: set[str], former: dict[int, Former]
) -> None:
    """Each record leads to its contact from now on, with what it wrote to company and position."""
    fresh: dict[str, list[Any]] = {}
    rewritten: dict[str, tuple[str, str, int]] = {}
    for row in taken:
        settled, key = row.settled, origin_key(row.person)
        made = settled.person_id == -row.number
        values = settled.match.changes.values
        company, position = (
            (row.person.company, row.person.position)
            if made
            else (str(values.get("company", "")), str(values.get("position", "")))
        )
        if key not in known and key not in fresh:
            maker = upload.pk if made else None
            contact = ids.get(settled.person_id, settled.person_id)
            fresh[key] = [upload.campaign_id, key, contact, maker, company, position, upload.as_of]
            if settled.person_id > 0:
                former.setdefault(contact, Former()).records.append(key)
        elif company or position:
            rewritten[key] = (company, position, settled.person_id)
            if key in fresh:
                fresh[key][4], fresh[key][5] = company or fresh[key][4], position or fresh[key][5]
    insert(Origin, ("campaign", "key", "contact", "made_by", "company", "position", "as_of"), fresh.values())
    _speaks_of(upload, taken, known)
    _rewrite(upload, {key: wrote for key, wrote in rewritten.items() if key in known}, former)


def _speaks_of(upload: Import, taken: Sequence[Taken], known: set[str]) -> None:
    """What a newer file says again is known as of its day, so that an older one does not set it back."""
    if upload.as_of is None:
        return
    again = [
        key
        for row in taken
        if (someone := row.settled.match.known)
        and (someone.as_of is None or someone.as_of < upload.as_of)
        and (key := origin_key(row.person)) in known
    ]
    Origin.objects.filter(campaign=upload.campaign, key__in=again).update(as_of=upload.as_of)


def _rewrite(upload: Import, rewritten: dict[str, tuple[str, str, int]], former: dict[int, Former]) -> None:
    origins = list(Origin.objects.filter(campaign=upload.campaign, key__in=rewritten))
    for origin in origins:
        company, position, person_id = rewritten[origin.key]
        before = [origin.company, origin.position]
        origin.company, origin.position = company or origin.company, position or origin.position
        wrote = [origin.key, before, [origin.company, origin.position]]
        former.setdefault(person_id, Former()).wrote.append(wrote)
    update(Origin, ("company", "position"), [(one.company, one.position, one.pk) for one in origins])


def _written(row: Taken, ids: dict[int, int], former: dict[int, Former]) -> tuple[Any, ...]:
    """With what somebody known was before, which the first row about them in a batch keeps."""
    settled = row.settled
    before = former.pop(settled.person_id, None)
    others = [ids.get(known.id, known.id) for known in settled.match.others]
    contact = ids.get(settled.person_id, settled.person_id)
    reason = settled.match.reason[:400]
    kept = before.as_json() if before else {}
    return (settled.outcome.value, differs(settled), reason, others, settled.changes(), contact, kept, row.pk)


def _move_on(upload: Import, rows: Sequence[tuple[Any, ...]], taken: Sequence[Taken]) -> None:
    counts = Counter(upload.counts)
    counts.update(row.settled.outcome.value for row in taken)
    counts.update(outcome for _, _, outcome, *_, said in rows if not said)
    upload.counts = dict(counts)
    if rows:
        upload.cursor = rows[-1][1]
    if len(rows) < BATCH:
        upload.status, upload.finished_at, upload.lease_until = Status.DONE, timezone.now(), None
        ImportRow.objects.filter(source=upload).update(person={})  # they stand in the address book now
    upload.save(update_fields=["counts", "cursor", "status", "finished_at", "lease_until"])
