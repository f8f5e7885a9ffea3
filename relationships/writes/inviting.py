"""Invitations: corrected, answered, reminded once (R17); they are sent in `asking`."""

from datetime import date
from typing import Any

from django.db import transaction

from meetings.models import Invitation, Meeting, Touch
from meetings.rules.asking import Answer
from meetings.rules.touch import Direction, Matter
from outcomes.rules.due import FollowUpKind
from relationships.writes import opened
from relationships.writes.follow_ups import add_follow_up
from relationships.writes.referral_states import follow
from relationships.writes.settling import no_more_asking_again
from relationships.writes.standing import refresh


@transaction.atomic
def correct(invitation: Invitation, **fields: Any) -> None:
    """It was sent otherwise than was noted: other words, another day, another way."""
    _lock(invitation)
    for name, value in fields.items():
        setattr(invitation, name, value)
    invitation.save(update_fields=fields)
    refresh([invitation.contact_id])


@transaction.atomic
def answer(invitation: Invitation, what: Answer, *, today: date, later_on: date | None = None) -> None:
    """What they said. Later makes a follow-up on that day; a changed mind takes back what the former answer made.

    Said twice it is said once: the day of the first stays.
    """
    _lock(invitation)
    # What the user said stands, whatever becomes of the meeting that had answered for them.
    Meeting.objects.filter(invitation=invitation).update(answered_invitation=False, answered_before=None)
    again_on = later_on if what == Answer.LATER else None
    if (invitation.answer, invitation.later_on, invitation.closed_by_leaving) == (what, again_on, False):
        return
    invitation.answer = what.value
    invitation.answered_on = None if what == Answer.WAITING else today
    invitation.later_on = again_on
    invitation.closed_by_leaving, invitation.faded_on = False, None
    invitation.save(update_fields=["answer", "answered_on", "later_on", "closed_by_leaving", "faded_on"])
    no_more_asking_again(invitation)
    if what == Answer.LATER and later_on:
        add_follow_up(
            invitation.contact,
            FollowUpKind.ACTION,
            f"Ask {invitation.contact.short_name} again",
            later_on,
            today=today,
            by_rule=True,
            invitation=invitation,
        )
    follow([invitation.contact_id], today)
    refresh([invitation.contact_id])


@transaction.atomic
def remind(invitation: Invitation, today: date, text: str = "") -> bool:
    """One short reminder, never a second one; it is a touch. False where there was one, or an answer, already."""
    _lock(invitation)
    if invitation.reminded_on or invitation.answer != Answer.WAITING:
        return False
    invitation.reminded_on = today
    invitation.save(update_fields=["reminded_on"])
    Touch.objects.create(
        campaign_id=invitation.campaign_id,
        contact_id=invitation.contact_id,
        day=today,
        direction=Direction.SENT.value,
        channel=invitation.channel,
        matter=Matter.REMIND.value,
        text=text,
    )
    opened.forget([invitation.contact_id])
    refresh([invitation.contact_id])
    return True


def _lock(invitation: Invitation) -> None:
    """Read anew inside the transaction: two at once are one."""
    invitation.refresh_from_db(from_queryset=Invitation.objects.select_for_update())
