"""Invitations: sent, answered, reminded once (R17)."""

from datetime import date
from typing import Any

from django.db import transaction

from contacts.models import Contact
from contacts.rules.joining import JoinedBecause
from meetings.models import Invitation, Touch
from meetings.rules.asking import Answer
from meetings.rules.touch import Direction, Matter
from outcomes.models import FollowUp
from outcomes.rules.due import FollowUpKind
from relationships.writes import introductions
from relationships.writes.follow_ups import add_follow_up
from relationships.writes.people import record
from relationships.writes.standing import refresh


@transaction.atomic
def invite(contact: Contact, *, sent_on: date, today: date, **fields: Any) -> Invitation:
    """Asked for a one-on-one; the contact is in the network by it (R1). One at a time: see the constraint."""
    invitation = Invitation.objects.create(campaign_id=contact.campaign_id, contact=contact, sent_on=sent_on, **fields)
    record(contact, JoinedBecause.INVITATION, today)
    introductions.written_to([contact.pk], today)
    return invitation


@transaction.atomic
def answer(invitation: Invitation, what: Answer, *, today: date, later_on: date | None = None) -> None:
    """What they said. Later makes a follow-up on that day; a changed mind takes back what the former answer made."""
    invitation.answer = what.value
    invitation.answered_on = None if what == Answer.WAITING else today
    invitation.later_on = later_on if what == Answer.LATER else None
    invitation.closed_by_leaving = False
    invitation.save(update_fields=["answer", "answered_on", "later_on", "closed_by_leaving"])
    again = f"Ask {invitation.contact.short_name} again"
    FollowUp.objects.open().filter(contact=invitation.contact, by_rule=True, text=again).delete()
    if what == Answer.LATER and later_on:
        add_follow_up(invitation.contact, FollowUpKind.ACTION, again, later_on, today=today, by_rule=True)
    refresh([invitation.contact_id])


@transaction.atomic
def remind(invitation: Invitation, today: date) -> None:
    """One short reminder, never a second one; it is a touch."""
    if invitation.reminded_on is None:
        invitation.reminded_on = today
        invitation.save(update_fields=["reminded_on"])
        Touch.objects.create(
            campaign_id=invitation.campaign_id,
            contact_id=invitation.contact_id,
            day=today,
            direction=Direction.SENT.value,
            channel=invitation.channel,
            matter=Matter.REMIND.value,
        )
        refresh([invitation.contact_id])
