"""Asking somebody for a talk, by the form of the invitation or by a follow-up that does so (R17, R18)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from contacts.models import Contact
from contacts.rules.joining import JoinedBecause
from meetings.models import Invitation
from meetings.rules.purpose import PurposeKind
from meetings.rules.touch import Channel
from outcomes.models import FollowUp
from relationships.reads.asking_for_a_talk import purposes_to_ask_for
from relationships.writes import introductions, opened
from relationships.writes.people import record
from relationships.writes.referral_states import follow
from relationships.writes.settling import asked_again


@transaction.atomic
def invite(contact: Contact, *, sent_on: date, today: date, **fields: Any) -> Invitation:
    """Asked for a one-on-one; the contact is in the network by it (R1). One at a time: see the constraint."""
    invitation = Invitation.objects.create(campaign_id=contact.campaign_id, contact=contact, sent_on=sent_on, **fields)
    asked_again(contact, today)
    opened.forget([contact.pk])
    record(contact, JoinedBecause.INVITATION, today)
    introductions.written_to([contact.pk], today)
    follow([contact.pk], today)
    return invitation


def ask_by(follow_ups: Iterable[FollowUp], today: date, **fields: Any) -> set[int]:
    """Invite whom these follow-ups, which are being done, ask for a talk; answers which of them do so.

    They remember the invitation. Called inside the transaction of doing them; `fields` say
    how it was sent where that is known.
    """
    rows = list(follow_ups)
    purposes = purposes_to_ask_for(rows)
    sent = {"sent_on": today, "channel": Channel.MESSAGE.value, **fields}
    invited: dict[int, Invitation | None] = {}
    for row in rows:
        if row.pk in purposes:
            if row.contact_id not in invited:
                invited[row.contact_id] = _once(row.contact, purposes[row.pk], today, sent)
            row.asked = invited[row.contact_id]
    return set(purposes)


def _once(contact: Contact, purpose: PurposeKind, today: date, sent: dict[str, Any]) -> Invitation | None:
    """None where they were asked in another tab, this very moment."""
    try:
        with transaction.atomic():
            return invite(contact, today=today, purpose_kind=purpose.value, **sent)
    except IntegrityError:
        return None
