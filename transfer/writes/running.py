"""An import runs in slices of about a second, so that no request is long and a killed one loses nothing.

A slice takes a lease on the import: two tabs do not work against each other. That nothing is taken twice hangs on the
cursor alone, which is read and moved in the transaction that writes the people.
"""

from datetime import date, datetime, timedelta
from time import monotonic
from typing import Final

from django.db import IntegrityError, transaction
from django.utils import timezone

from campaigns.models import Campaign
from transfer.models import Import
from transfer.models.imports import Status
from transfer.writes.taking import take_batch

A_SLICE: Final = 1.0  # seconds
LEASE: Final = timedelta(seconds=10)  # a batch takes a quarter of a second; whoever is silent for so long is gone
TRIES: Final = 3


def run_slice(upload: Import, today: date, seconds: float | None = None) -> Import:
    """Take batches for about so long; answers how far the import is. While another tab is at work nothing is done."""
    lease = _take_lease(upload)
    if lease is None:
        upload.refresh_from_db(fields=["status", "counts", "cursor", "finished_at"])
        return upload
    until, tries = monotonic() + (A_SLICE if seconds is None else seconds), 0
    try:
        while lease is not None:
            try:
                lease = _batch(upload, lease, today)
            except IntegrityError:  # somebody was typed in this very moment; the next look knows them
                tries += 1
                if tries == TRIES:
                    raise
            if monotonic() >= until:  # asked after the work: the slowest machine takes one batch in each slice
                break
    finally:
        Import.objects.filter(pk=upload.pk, lease_until=lease).update(lease_until=None)
    upload.refresh_from_db(fields=["status", "counts", "cursor", "finished_at"])
    return upload


@transaction.atomic
def _take_lease(upload: Import) -> datetime | None:
    """None when it is done, or when somebody else is at work. With the first lease the uploaded bytes go."""
    held = Import.objects.select_for_update().get(pk=upload.pk)
    now = timezone.now()
    if held.status == Status.DONE or (held.lease_until and held.lease_until > now):
        return None
    held.status, held.lease_until, held.content = Status.RUNNING, now + LEASE, None
    held.save(update_fields=["status", "lease_until", "content"])
    return held.lease_until


@transaction.atomic
def _batch(upload: Import, lease: datetime, today: date) -> datetime | None:
    """One batch under this lease, which is renewed; None when it is done, or the lease is somebody else's."""
    # Two files of one campaign one after the other: the second knows whom the first made.
    Campaign.objects.select_for_update(no_key=True).get(pk=upload.campaign_id)
    held = Import.objects.select_for_update(of=("self",)).select_related("campaign").get(pk=upload.pk)
    if held.status != Status.RUNNING or held.lease_until != lease:
        return None
    held.lease_until = timezone.now() + LEASE
    take_batch(held, today)
    return held.lease_until
