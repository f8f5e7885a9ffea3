"""Undo of what one click did to one or many: the state before travels signed in the toast's form.

Done, put off and drop give the state of follow-ups before; what is done to picked people gives what was made.
"""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date

from django.core import signing
from django.db import transaction

from campaigns.models import Campaign
from meetings.models import Touch
from outcomes.models import FollowUp, FollowUpStatus
from relationships.writes.bulk import Done, take_back
from relationships.writes.standing import refresh

SALT = "fifty-cups.undo"
A_DAY = 60 * 60 * 24


def state_before(follow_ups: Iterable[FollowUp]) -> str:
    """The state to come back to, signed; take it before the write."""
    rows = [
        [row.pk, row.status, row.due_on.isoformat(), row.closed_on and row.closed_on.isoformat()] for row in follow_ups
    ]
    return signing.dumps(rows, salt=SALT, compress=True)


def state_of(done: Done) -> str:
    """What was done to picked people, signed; take it after the write."""
    return signing.dumps(asdict(done), salt=SALT, compress=True)


@transaction.atomic
def undo(campaign: Campaign, state: str) -> int:
    """Bring follow-ups, or people, back to that state; answers how many. ValueError: forged, or older than a day."""
    try:
        rows = signing.loads(state, salt=SALT, max_age=A_DAY)
    except signing.BadSignature as error:
        raise ValueError("This can no longer be undone.") from error
    if isinstance(rows, dict):
        return take_back(campaign, Done(**rows))
    before = {pk: (status, due_on, closed_on) for pk, status, due_on, closed_on in rows}
    found = list(FollowUp.objects.select_for_update().filter(campaign=campaign, pk__in=before))
    for follow_up in found:
        status, due_on, closed_on = before[follow_up.pk]
        follow_up.status, follow_up.due_on = status, date.fromisoformat(due_on)
        follow_up.closed_on = date.fromisoformat(closed_on) if closed_on else None
        noted, follow_up.touch = (
            (follow_up.touch_id, None) if status == FollowUpStatus.OPEN else (None, follow_up.touch)
        )
        follow_up.save(update_fields=["status", "due_on", "closed_on", "touch"])
        if noted:
            Touch.objects.filter(pk=noted).delete()
    refresh(row.contact_id for row in found)
    return len(found)
