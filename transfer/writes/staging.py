"""Looking at a file before anything is imported: every row is settled and staged, and the people are left alone."""

from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from campaigns.models import Campaign
from transfer.formats.reading import open_upload
from transfer.formats.records import DayOrder, Reading, Row
from transfer.models import Import, ImportRow
from transfer.models.imports import Status
from transfer.reads.acquaintance import Acquaintance
from transfer.rules.book import Book, addresses_of, name_key, profile_of
from transfer.rules.one_file import WholeFile
from transfer.rules.outcome import MAKING, Outcome
from transfer.rules.person import Person
from transfer.rules.questions import APART
from transfer.rules.settling import Settled, Table
from transfer.writes.answering import answer
from transfer.writes.many import insert

BATCH: Final = 2_000
KEPT: Final = timedelta(days=30)
Gone = Mapping[str, str]
NOBODY: Final[Gone] = {}

STAGED = (
    "campaign", "source", "number", "line", "outcome", "warned", "differs", "name",
    "person", "raw", "reasons", "because", "others", "changes", "contact",
)  # fmt: skip


@transaction.atomic
def stage(campaign: Campaign, reading: Reading, content: bytes, gone: Gone = NOBODY) -> Import:
    """The file's rows with what would become of each. Its bytes are kept only while a question about it is open.

    `gone` is profile, address or name of somebody in the trash → what is to be said when they come again.
    """
    upload = Import.objects.create(
        campaign=campaign,
        file_name=reading.file_name,
        kind=reading.kind,
        digest=reading.digest,
        encoding=reading.encoding,
        delimiter=reading.delimiter,
        header=list(reading.header),
        unknown_columns=list(reading.unknown_columns),
        notes=list(reading.notes),
        records=reading.records,
        unsettled=reading.dates.unsettled,
        example=reading.dates.example[:100],
        content=content if reading.dates.unsettled else None,
    )
    _stage_rows(upload, reading, gone)
    return upload


@transaction.atomic
def settle_order(upload: Import, order: DayOrder, gone: Gone = NOBODY) -> None:
    """Day and month are told apart: the rows are staged again with their dates, and the bytes go. Answers stay."""
    held = Import.objects.select_for_update().filter(pk=upload.pk).first()
    if held is None or not held.asks_order or held.content is None:
        return
    reading = open_upload(bytes(held.content), held.file_name, order=order)
    if not isinstance(reading, Reading):
        return
    answers = {row.number: row for row in held.rows.exclude(answer="", takes=False)}
    held.rows.all().delete()
    held.order, held.content = order.value, None
    held.save(update_fields=["order", "content"])
    _stage_rows(held, reading, gone)
    again = {row.pk: answers[row.number] for row in held.rows.filter(number__in=answers)}
    who = {pk: APART if old.answer == APART else str(old.contact_id) for pk, old in again.items() if old.answer}
    answer(held, who, takes={pk for pk, old in again.items() if old.takes}, offered=again.keys())


def forget_old_previews(campaign: Campaign) -> None:
    """What was looked at a month ago and not imported is nobody's business any more."""
    Import.objects.filter(campaign=campaign).left_lying(timezone.now() - KEPT).delete()


def _stage_rows(upload: Import, reading: Reading, gone: Gone) -> None:
    whole = WholeFile()
    read = deque((row, row.person.in_parts() if row.person else None) for row in reading.rows())
    whole.look_at(person for _, person in read if person)
    upload.as_of = whole.as_of(reading.exported_on, upload.campaign.owner.today())
    table = Table(book=Book(in_file=whole.profiles, as_of=upload.as_of))
    acquaintance = Acquaintance(campaign=upload.campaign, table=table)
    counts: Counter[str] = Counter()
    while read:  # each row is read once, and let go with its batch
        some = (read.popleft() for _ in range(min(BATCH, len(read))))
        batch = [(row, whole.marked(person) if person else None) for row, person in some]
        acquaintance.meet([person for _, person in batch if person])
        insert(ImportRow, STAGED, _staged(upload, batch, table, counts, gone))
    upload.expected = dict(counts)
    upload.save(update_fields=["expected", "as_of"])


def _staged(
    upload: Import, batch: Sequence[tuple[Row, Person | None]], table: Table, counts: Counter[str], gone: Gone
) -> Iterator[tuple[Any, ...]]:
    for row, person in batch:
        reasons = [problem.reason for problem in row.problems]
        place = (upload.campaign_id, upload.pk, row.number, row.line)
        if person is None:
            outcome = Outcome.HIDDEN if row.hidden else Outcome.ERROR
            yield (*place, outcome.value, False, False, "", {}, list(row.raw), reasons, "", [], [], None)
        else:
            settled = table.settle(person, row.number)
            outcome = settled.outcome
            reasons += _returns(person, gone) if outcome in MAKING else []
            warned = bool(reasons)
            yield (
                *place, outcome.value, warned, differs(settled), person.name, person.as_json(), [], reasons,
                settled.match.reason, [known.id for known in settled.match.others], settled.changes(),
                settled.person_id if settled.person_id > 0 else None,
            )  # fmt: skip
        counts[outcome.value] += 1


def _returns(person: Person, gone: Gone) -> list[str]:
    keys = (profile_of(person), *addresses_of(person), name_key(person)) if gone else ()
    return [gone[key] for key in keys if key in gone][:1]


def differs(settled: Settled) -> bool:
    """Whether the file says something else than the user typed, or than an earlier row of it."""
    return settled.match.known is not None and any(not one.applied for one in settled.match.changes.differences)


@transaction.atomic
def discard(upload: Import) -> bool:
    """Forget a file that was only looked at; answers whether it was."""
    return bool(Import.objects.filter(pk=upload.pk, status=Status.CHECKED).delete()[0])
