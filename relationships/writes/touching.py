"""A message or short call, with what it settles and what comes next: one form, one transaction (R1, R8, R17)."""

from datetime import date
from typing import Any

from django.db import transaction

from contacts.models import Contact
from meetings.models import Invitation, Touch
from meetings.rules.asking import PATIENCE
from meetings.rules.touch import Direction, Matter
from outcomes.models import FollowUp
from outcomes.rules.due import FollowUpKind, add_business_days
from relationships.reads.asking_for_a_talk import asks
from relationships.reads.days_off import days_off_in
from relationships.rules.debrief import Promise
from relationships.writes.follow_ups import add_follow_up, done, matter_of, put_off
from relationships.writes.planning import touch
from relationships.writes.standing import refresh


@transaction.atomic(savepoint=False)
def note_touch(
    contact: Contact, following: Promise | None, *, today: date, settles: FollowUp | None = None, **fields: Any
) -> Touch | Invitation:
    """Noted as it was. What was sent settles the follow-up that it was for: nothing is entered twice.

    Where that asks somebody for a talk, what was sent is an invitation (R17).
    """
    if following:
        add_follow_up(contact, FollowUpKind.ACTION, following.text, following.due, today=today)
    if settles and fields["direction"] == Direction.SENT and asks(settles):
        sent = {"sent_on": fields["day"], "channel": fields["channel"], "message": fields["text"]}
        done([settles], today, **sent)
        if settles.asked:
            return settles.asked
    row = touch(contact, today=today, **fields)
    if row.direction == Direction.SENT:
        _settle(row, settles, today)
    return row


@transaction.atomic
def answered(sent: Touch, today: date) -> bool:
    """They answered what was sent; False where an answer is noted already."""
    since = Touch.objects.received().filter(contact=sent.contact_id, day__gte=sent.day)
    Contact.objects.select_for_update(of=("self",), no_key=True).get(pk=sent.contact_id)
    if since.exclude(day=sent.day, pk__lt=sent.pk).exists():
        return False
    touch(sent.contact, today=today, day=today, direction=Direction.RECEIVED, channel=sent.channel, matter=sent.matter)
    return True


@transaction.atomic
def correct(noted: Touch, **fields: Any) -> None:
    """It was otherwise; what it settled stays settled."""
    for name, value in fields.items():
        setattr(noted, name, value)
    noted.save(update_fields=fields)
    refresh([noted.contact_id])


def settled_by(contact: Contact, matter: Matter) -> FollowUp | None:
    """What a message of this matter settles though nobody said so: the open one of it, where there is one only."""
    found = [one for one in FollowUp.objects.open().filter(contact=contact) if matter_of(one) is matter]
    return found[0] if len(found) == 1 else None


def ask_again_on(campaign_id: int, today: date) -> date:
    """Who was reminded of what they said they would do has five business days, as with an invitation (R17)."""
    return add_business_days(today, PATIENCE, days_off_in(campaign_id))


def _settle(row: Touch, follow_up: FollowUp | None, today: date) -> None:
    if follow_up and follow_up.kind == FollowUpKind.WAITING:
        put_off([follow_up], ask_again_on(row.campaign_id, today))
    elif follow_up:
        follow_up.touch = row
        done([follow_up], today)
    elif row.matter == Matter.REMIND:
        Invitation.objects.waiting().filter(contact=row.contact_id, reminded_on=None).update(reminded_on=row.day)
