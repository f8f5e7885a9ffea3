"""A message or short call, with what comes next: one form, one transaction (R1, R8)."""

from datetime import date
from typing import Any

from django.db import transaction

from contacts.models import Contact
from meetings.models import Touch
from outcomes.rules.debrief import Promise
from outcomes.rules.due import FollowUpKind
from outcomes.writes.follow_ups import add_follow_up
from outcomes.writes.planning import touch


@transaction.atomic(savepoint=False)
def note_touch(contact: Contact, following: Promise | None, *, today: date, **fields: Any) -> Touch:
    """Noted as it was, with an action that follows from it."""
    row = touch(contact, today=today, **fields)
    if following:
        add_follow_up(contact, FollowUpKind.ACTION, following.text, following.due, today=today)
    return row
