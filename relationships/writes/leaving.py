"""R15: leave for now. What is open is dropped with it, plans are cancelled; back with one click brings all back."""

from datetime import date

from django.db import transaction

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.leaving import LeftBecause
from meetings.models import Invitation, Meeting
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from outcomes.models import FollowUp, FollowUpStatus
from relationships.writes.standing import refresh


@transaction.atomic
def leave(contact: Contact, because: LeftBecause, *, today: date, until: date | None = None) -> None:
    """Out of board, review and proposals, with what was open. `until` (for "wait until") brings them back by itself."""
    contact.left_on, contact.left_because = today, because.value
    contact.left_until = until if because == LeftBecause.WAIT else None
    contact.save(update_fields=["left_on", "left_because", "left_until"])
    FollowUp.objects.open().filter(contact=contact).update(
        status=FollowUpStatus.DROPPED, closed_on=today, dropped_by_leaving=True
    )
    Meeting.objects.planned().filter(contact=contact).update(status=Status.CANCELLED, cancelled_by_leaving=True)
    Invitation.objects.waiting().filter(contact=contact).update(
        answer=Answer.NO_ANSWER, answered_on=today, closed_by_leaving=True
    )
    refresh([contact.pk])


@transaction.atomic
def come_back(contact: Contact) -> None:
    """Back, with everything that leaving dropped."""
    contact.left_on, contact.left_because, contact.left_until = None, "", None
    contact.save(update_fields=["left_on", "left_because", "left_until"])
    FollowUp.objects.filter(contact=contact, dropped_by_leaving=True).update(
        status=FollowUpStatus.OPEN, closed_on=None, dropped_by_leaving=False
    )
    Meeting.objects.filter(contact=contact, cancelled_by_leaving=True).update(
        status=Status.PLANNED, cancelled_by_leaving=False
    )
    if not Invitation.objects.waiting().filter(contact=contact).exists():
        Invitation.objects.filter(contact=contact, closed_by_leaving=True).update(
            answer=Answer.WAITING, answered_on=None, closed_by_leaving=False
        )
    refresh([contact.pk])


@transaction.atomic
def come_back_in_time(campaign: Campaign, today: date) -> None:
    """Who was left until a day is back on it, with what was open; a plan whose day went by stays cancelled."""
    waited_for = list(campaign.contacts.filter(left_on__isnull=False, left_until__lte=today))
    gone_by = Meeting.objects.filter(contact__in=waited_for, cancelled_by_leaving=True, day__lt=today)
    if waited_for:
        gone_by.update(cancelled_by_leaving=False)
    for contact in waited_for:
        come_back(contact)
