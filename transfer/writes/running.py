"""An import runs in slices of about a second, so that no request is long and a killed one loses nothing.

A slice takes a lease on the import: two tabs do not work against each other. That nothing is taken twice hangs on the
cursor alone, which is read and moved in the transaction that writes the people.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from time import monotonic
from typing import Final

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from campaigns.models import Campaign
from contacts.models import Company
from transfer.models import Import
from transfer.models.imports import Status
from transfer.writes.taking import take_batch

A_SLICE: Final = 1.0  # seconds
LEASE: Final = timedelta(seconds=10)  # a batch takes a quarter of a second; whoever is silent for so long is gone
TRIES: Final = 3
PROGRESS: Final = ["status", "counts", "cursor", "finished_at", "lease_until"]


@dataclass(frozen=True, kw_only=True)
class Work:
    """What is done to an import batch by batch: from which states it begins or goes on, and the state meanwhile."""

    begins: tuple[Status, ...]
    goes_on: Status
    batch: Callable[[Import, date], None]


TAKING: Final = Work(begins=(Status.CHECKED, Status.RUNNING), goes_on=Status.RUNNING, batch=take_batch)


def run_slice(upload: Import, today: date, seconds: float | None = None, work: Work = TAKING) -> Import:
    """Do batches for about so long; answers how far the import is. While another tab is at work nothing is done.

    Raises DoesNotExist where the import is gone afterwards.
    """
    lease = _take_lease(upload, work)
    if lease is None:
        upload.refresh_from_db(fields=PROGRESS)
        return upload
    until, tries = monotonic() + (A_SLICE if seconds is None else seconds), 0
    try:
        while lease is not None:
            try:
                lease = _batch(upload, lease, today, work)
            except IntegrityError:  # somebody was typed in this very moment; the next look knows them
                tries += 1
                if tries == TRIES:
                    raise
            if monotonic() >= until:  # asked after the work: the slowest machine takes one batch in each slice
                break
    finally:
        Import.objects.filter(pk=upload.pk, lease_until=lease).update(lease_until=None)
    upload.refresh_from_db(fields=PROGRESS)
    return upload


@transaction.atomic
def _take_lease(upload: Import, work: Work) -> datetime | None:
    """None when it is done, or when somebody else is at work. With the first lease the uploaded bytes go."""
    held = Import.objects.select_for_update().get(pk=upload.pk)
    now = timezone.now()
    if held.status not in work.begins or (held.lease_until and held.lease_until > now):
        return None
    if held.status == Status.CHECKED:
        newest = Company.objects.filter(campaign=held.campaign_id).aggregate(newest=Max("pk"))["newest"]
        held.companies_until, held.content = newest or 0, None
    held.status, held.lease_until = work.goes_on, now + LEASE
    if work.goes_on is Status.UNDOING:
        held.finished_at = None
    held.save(update_fields=["status", "lease_until", "content", "companies_until", "finished_at"])
    return held.lease_until


@transaction.atomic
def _batch(upload: Import, lease: datetime, today: date, work: Work) -> datetime | None:
    """One batch under this lease, which is renewed; None when it is done, or the lease is somebody else's."""
    # Two files of one campaign one after the other: the second knows whom the first made.
    Campaign.objects.select_for_update(no_key=True).get(pk=upload.campaign_id)
    held = Import.objects.select_for_update(of=("self",)).select_related("campaign").get(pk=upload.pk)
    if held.status != work.goes_on or held.lease_until != lease:
        return None
    held.lease_until = timezone.now() + LEASE
    work.batch(held, today)
    return held.lease_until if held.pk else None
