"""R16: nothing vanishes. What is deleted goes to the trash with all that hangs on it, and comes back whole."""

import json
from datetime import date, datetime
from typing import Any

from django.core import serializers
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import Model

from campaigns.models import Campaign
from contacts.models import Contact
from relationships.writes.standing import refresh
from trash.models import Deletion
from trash.reads.hanging import hanging_on


class Exact(DjangoJSONEncoder):
    """Django's own encoder cuts an instant to milliseconds; what comes back must be what was."""

    def default(self, value: object) -> object:
        return value.isoformat() if isinstance(value, datetime) else super().default(value)


@transaction.atomic
def throw_away(campaign: Campaign, thing: Model, words: str, today: date) -> Deletion:
    """Delete it, and keep it with all that hung on it for thirty days."""
    hanging = hanging_on(thing)
    deletion = Deletion.objects.create(
        campaign=campaign,
        kind=thing._meta.label_lower,
        words=words[:300],
        deleted_on=today,
        rows=json.loads(serializers.serialize("json", hanging.rows, cls=Exact)),
        cleared=[[row._meta.label_lower, row.pk, name, value] for row, name, value in hanging.cleared],
    )
    concerned = _contacts_of(hanging.rows) | _contacts_of([row for row, _, _ in hanging.cleared])
    thing.delete()
    refresh(concerned)
    return deletion


def _contacts_of(rows: list[Any]) -> set[int]:
    """Whose standing follows from these rows."""
    whole = {row.pk for row in rows if isinstance(row, Contact)}
    named = {row.referred_id for row in rows if getattr(row, "referred_id", None)}
    return whole | named | {row.contact_id for row in rows if getattr(row, "contact_id", None)}


def purge(today: date) -> int:
    """Delete for good what is older than thirty days; answers how many deletions."""
    gone, _ = Deletion.objects.expired(today).delete()
    return gone
