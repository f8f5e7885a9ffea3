"""Looking at a file before anything is imported: every row is settled and staged, and the people are left alone."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from campaigns.models import Campaign
from transfer.formats.reading import open_upload
from transfer.formats.records import DayOrder, Reading, Row, Severity
from transfer.models import Import, ImportRow
from transfer.models.imports import Status
from transfer.reads.acquaintance import Acquaintance, in_batches
from transfer.rules.outcome import Outcome
from transfer.rules.settling import Settled, Table
from transfer.writes.many import insert

BATCH: Final = 2_000
KEPT: Final = timedelta(days=30)

STAGED = (
    "campaign", "source", "number", "line", "outcome", "warned", "differs", "name",
    "person", "raw", "reasons", "because", "others", "changes", "contact",
)  # fmt: skip


@transaction.atomic
def stage(campaign: Campaign, reading: Reading, content: bytes) -> Import:
    """The file's rows with what would become of each. Its bytes are kept only while a question about it is open."""
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
    _stage_rows(upload, reading)
    return upload


@transaction.atomic
def settle_order(upload: Import, order: DayOrder) -> None:
    """Day and month are told apart: the rows are staged again with their dates, and the bytes go."""
    held = Import.objects.select_for_update().filter(pk=upload.pk).first()
    if held is None or not held.asks_order or held.content is None:
        return
    reading = open_upload(bytes(held.content), held.file_name, order=order)
    if not isinstance(reading, Reading):
        return
    held.rows.all().delete()
    held.order, held.content = order.value, None
    held.save(update_fields=["order", "content"])
    _stage_rows(held, reading)


def forget_old_previews(campaign: Campaign) -> None:
    """What was looked at a month ago and not imported is nobody's business any more."""
    Import.objects.filter(campaign=campaign).left_lying(timezone.now() - KEPT).delete()


def _stage_rows(upload: Import, reading: Reading) -> None:
    table = Table()
    acquaintance = Acquaintance(campaign=upload.campaign, table=table)
    counts: Counter[str] = Counter()
    for batch in in_batches(reading.rows(), BATCH):
        acquaintance.meet([row.person for row in batch if row.person])
        insert(ImportRow, STAGED, _staged(upload, batch, table, counts))
    upload.expected = dict(counts)
    upload.save(update_fields=["expected"])


def _staged(upload: Import, batch: list[Row], table: Table, counts: Counter[str]) -> Iterator[tuple[Any, ...]]:
    for row in batch:
        person = row.person
        reasons = [problem.reason for problem in row.problems]
        place = (upload.campaign_id, upload.pk, row.number, row.line)
        if person is None:
            outcome = Outcome.HIDDEN if row.hidden else Outcome.ERROR
            yield (*place, outcome.value, False, False, "", {}, list(row.raw), reasons, "", [], [], None)
        else:
            settled = table.settle(person, row.number)
            outcome = settled.outcome
            warned = any(problem.severity is Severity.WARNING for problem in row.problems)
            yield (
                *place, outcome.value, warned, differs(settled), person.name, person.as_json(), [], reasons,
                settled.match.reason, [known.id for known in settled.match.others], settled.changes(),
                settled.person_id if settled.person_id > 0 else None,
            )  # fmt: skip
        counts[outcome.value] += 1


def differs(settled: Settled) -> bool:
    """Whether the file says something else than the user typed, or than an earlier row of it."""
    return any(not one.applied for one in settled.match.changes.differences)


@transaction.atomic
def discard(upload: Import) -> bool:
    """Forget a file that was only looked at; answers whether it was."""
    return bool(Import.objects.filter(pk=upload.pk, status=Status.CHECKED).delete()[0])
