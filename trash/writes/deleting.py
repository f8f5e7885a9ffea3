"""R16: nothing vanishes. What is deleted goes to the trash with all that hangs on it, and comes back whole."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.core import serializers
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import Model

from campaigns.models import Campaign
from contacts.models import CommonGround
from meetings.models import Encounter, Invitation, Meeting, Touch
from pitch.models import PitchVersion
from pitch.writes.versions import goes
from relationships.writes import encounters
from relationships.writes.referral_states import follow
from relationships.writes.settling import unsettle
from trash.models import Deletion
from trash.reads.hanging import hanging_on
from trash.writes.cleared import Cleared
from trash.writes.settling import settle


class Exact(DjangoJSONEncoder):
    """Django's own encoder cuts an instant to milliseconds; what comes back must be what was."""

    def default(self, value: object) -> object:
        return value.isoformat() if isinstance(value, datetime) else super().default(value)


@transaction.atomic
def throw_away(campaign: Campaign, thing: Model, words: str, today: date) -> Deletion:
    """Delete it, and keep it with all that hung on it for thirty days; what is gone already is not deleted twice.

    Raises DoesNotExist where it is gone and is not in the trash either.
    """
    kind = type(thing)
    if not kind._base_manager.select_for_update().filter(pk=thing.pk).exists():
        return campaign.deletions.of(kind, thing.pk).get()
    hanging = hanging_on(thing)
    deletion = Deletion.objects.create(
        campaign=campaign,
        kind=thing._meta.label_lower,
        words=words[:300],
        deleted_on=today,
        rows=_written(hanging.rows),
        cleared=[[row._meta.label_lower, row.pk, name, value] for row, name, value in hanging.cleared],
    )
    met = [row for row in hanging.rows if isinstance(row, Encounter)]
    noted = encounters.noted_of(met)
    thing.delete()
    CommonGround.objects.filter(pk__in=[row.shared_id for row in met if row.shared_id]).delete()
    unsettle(row for row in hanging.rows if isinstance(row, Meeting))
    if isinstance(thing, Meeting | Touch | Invitation):
        _keep(deletion, follow([thing.contact_id], today, gone=True))
    if isinstance(thing, PitchVersion):
        goes(thing)
    settle(campaign, hanging.rows, [Cleared(*reference) for reference in deletion.cleared])
    if noted:
        encounters.gone(noted)
    return deletion


def _keep(deletion: Deletion, beside: Iterable[Model]) -> None:
    """What the evidence that went had closed or made: it is again as it was once that evidence is back."""
    if rows := _written(beside):
        deletion.rows = [*deletion.rows, *rows]
        deletion.save(update_fields=["rows"])


def _written(rows: Iterable[Model]) -> list[dict[str, Any]]:
    written: list[dict[str, Any]] = json.loads(serializers.serialize("json", rows, cls=Exact))
    return written


def purge(today: date) -> int:
    """Delete for good what is older than thirty days; answers how many deletions."""
    gone, _ = Deletion.objects.expired(today).delete()
    return gone
