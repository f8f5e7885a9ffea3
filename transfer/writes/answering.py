"""What the user says about rows of a preview: who somebody is, and whether what the file says is taken."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final

from django.db import transaction

from contacts.models import Contact
from transfer.models import Import, ImportRow
from transfer.models.imports import Status
from transfer.rules.outcome import ASKED, OFFERING, Outcome
from transfer.rules.questions import APART, SAME

AT_ONCE: Final = 500
Say = Callable[[ImportRow, list[int]], str]


@transaction.atomic
def answer(upload: Import, who: Mapping[int, str], takes: Collection[int] = (), offered: Collection[int] = ()) -> None:
    """Row → the key of the contact who it is, or APART; of the rows `offered` those in `takes` are taken as they say.

    What is no answer to the question of a row is passed over, and so is an import that runs.
    """
    if not (who or offered) or not _holds(upload):
        return
    rows = upload.rows.asked().filter(pk__in=who)
    _answered(upload, rows, lambda row, free: who[row.pk])
    changed = list(upload.rows.differing().filter(outcome__in=OFFERING, pk__in=offered))
    for row in changed:
        row.takes = row.pk in takes
        if row.outcome != Outcome.JOINED:
            writes = row.takes or any(taken for *_, taken in row.changes)
            row.outcome = (Outcome.UPDATE if writes else Outcome.SAME).value
    ImportRow.objects.bulk_update(changed, ["takes", "outcome"], batch_size=AT_ONCE)
    _count(upload)


@transaction.atomic
def answer_all(upload: Import, said: str) -> None:
    """One answer for all: each is the first who may be meant, or nobody is."""
    if said in (SAME, APART) and _holds(upload):
        _answered(upload, upload.rows.asked(), lambda row, free: APART if said == APART else str(next(iter(free), "")))
        _count(upload)


def _holds(upload: Import) -> bool:
    return Import.objects.select_for_update().filter(pk=upload.pk, status=Status.CHECKED).exists()


def _answered(upload: Import, rows: Iterable[ImportRow], say: Say) -> None:
    listed = list(rows)
    wanted = {pk for row in listed for pk in row.others if pk > 0}
    there = set(Contact.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    for row in listed:
        free = [pk for pk in row.others if pk in there]
        said = say(row, free)
        if said == APART:
            row.answer, row.contact_id, row.outcome = APART, None, Outcome.POSSIBLE.value
        elif said in map(str, free):
            row.answer, row.contact_id, row.outcome = SAME, int(said), Outcome.JOINED.value
    ImportRow.objects.bulk_update(listed, ["answer", "contact", "outcome"], batch_size=AT_ONCE)


def _count(upload: Import) -> None:
    for outcome in (*ASKED, Outcome.SAME, Outcome.UPDATE):
        upload.expected[outcome.value] = upload.rows.filter(outcome=outcome).count()
    upload.expected = {outcome: count for outcome, count in upload.expected.items() if count}
    upload.save(update_fields=["expected"])
