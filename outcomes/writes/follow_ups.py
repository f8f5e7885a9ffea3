"""Follow-ups: made, done, put off, dropped. What is a message, a call or thanks records the touch (R8)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from contacts.models import Contact
from contacts.rules.joining import JoinedBecause
from meetings.models import Touch
from meetings.rules.touch import Channel, Direction, Matter
from outcomes.models import FollowUp, FollowUpStatus
from outcomes.rules.due import FollowUpKind
from outcomes.writes.people import record
from outcomes.writes.standing import refresh


@transaction.atomic
def add_follow_up(
    contact: Contact, kind: FollowUpKind, text: str, due_on: date, *, today: date, **fields: Any
) -> FollowUp:
    """A follow-up, never created overdue (R7)."""
    follow_up = FollowUp.objects.create(
        campaign_id=contact.campaign_id,
        contact=contact,
        kind=kind.value,
        text=text.strip()[:500],
        due_on=max(due_on, today),
        created_on=today,
        **fields,
    )
    record(contact, JoinedBecause.FOLLOW_UP, today)
    return follow_up


def matter_of(follow_up: FollowUp) -> Matter | None:
    """The touch that doing it is; None where doing it is no message."""
    if follow_up.introduction:
        return Matter.INTRODUCE
    return {FollowUpKind.THANK_YOU.value: Matter.THANK, FollowUpKind.TELL.value: Matter.TELL}.get(follow_up.kind)


@transaction.atomic
def done(follow_ups: Iterable[FollowUp], today: date) -> None:
    """Done today; nothing is entered twice: thanks and messages are noted as sent."""
    touched = set()
    for follow_up in follow_ups:
        matter = matter_of(follow_up)
        if matter and follow_up.touch is None:
            follow_up.touch = Touch.objects.create(
                campaign_id=follow_up.campaign_id,
                contact_id=follow_up.contact_id,
                day=today,
                direction=Direction.SENT.value,
                channel=Channel.MESSAGE.value,
                matter=matter.value,
                text=follow_up.text,
            )
        _close(follow_up, FollowUpStatus.DONE, today)
        touched.add(follow_up.contact_id)
    refresh(touched)


@transaction.atomic
def drop(follow_ups: Iterable[FollowUp], today: date) -> None:
    """Dropped counts as closed (R8)."""
    touched = set()
    for follow_up in follow_ups:
        _close(follow_up, FollowUpStatus.DROPPED, today)
        touched.add(follow_up.contact_id)
    refresh(touched)


@transaction.atomic
def put_off(follow_ups: Iterable[FollowUp], due_on: date) -> None:
    touched = set()
    for follow_up in follow_ups:
        follow_up.due_on = due_on
        follow_up.save(update_fields=["due_on"])
        touched.add(follow_up.contact_id)
    refresh(touched)


def _close(follow_up: FollowUp, status: FollowUpStatus, today: date) -> None:
    follow_up.status, follow_up.closed_on = status, today
    follow_up.save(update_fields=["status", "closed_on", "touch"])
