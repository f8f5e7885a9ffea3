"""R15: leave for now. What is open is dropped with it, plans are cancelled; back with one click brings all back.

Who is left is waited for no more: what others promised to introduce them for is dropped too.
"""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import F, Q

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.leaving import LeftBecause
from meetings.models import Invitation, Meeting
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from outcomes.models import FollowUp, FollowUpStatus
from relationships.reads.open_things import open_follow_ups
from relationships.writes.referral_states import follow
from relationships.writes.standing import refresh


@transaction.atomic
def leave(contact: Contact, because: LeftBecause, *, today: date, until: date | None = None) -> None:
    """Out of board, review and proposals, with what was open. `until` (for "wait until") brings them back by itself."""
    Contact.objects.select_for_update().get(pk=contact.pk)
    contact.left_on, contact.left_because = today, because.value
    contact.left_until = until if because == LeftBecause.WAIT else None
    contact.save(update_fields=["left_on", "left_because", "left_until"])
    dropped = list(open_follow_ups([contact.pk]))
    FollowUp.objects.filter(pk__in=[row.pk for row in dropped]).update(
        status=FollowUpStatus.DROPPED, closed_on=today, dropped_by_leaving=True
    )
    Meeting.objects.planned().filter(contact=contact).update(
        status=Status.CANCELLED, cancelled_by_leaving=True, version=F("version") + 1
    )
    Invitation.objects.waiting().filter(contact=contact).update(
        answer=Answer.NO_ANSWER, answered_on=today, closed_by_leaving=True
    )
    follow([contact.pk], today)
    refresh([contact.pk, *(row.contact_id for row in dropped)])


@transaction.atomic
def come_back(contact: Contact) -> None:
    """Back, with everything that leaving dropped."""
    Contact.objects.select_for_update().get(pk=contact.pk)
    contact.left_on, contact.left_because, contact.left_until = None, "", None
    contact.save(update_fields=["left_on", "left_because", "left_until"])
    reopened = list(_dropped_with(contact))
    FollowUp.objects.filter(pk__in=[row.pk for row in reopened]).update(
        status=FollowUpStatus.OPEN, closed_on=None, dropped_by_leaving=False
    )
    Meeting.objects.filter(contact=contact, cancelled_by_leaving=True).update(
        status=Status.PLANNED, cancelled_by_leaving=False, version=F("version") + 1
    )
    if not Invitation.objects.waiting().filter(contact=contact).exists():
        Invitation.objects.filter(contact=contact, closed_by_leaving=True).update(
            answer=Answer.WAITING, answered_on=None, closed_by_leaving=False
        )
    follow([contact.pk], contact.campaign.owner.today())
    refresh([contact.pk, *(row.contact_id for row in reopened)])


def _dropped_with(contact: Contact) -> Iterable[FollowUp]:
    """What leaving dropped; a promise between two who were both left comes back with the second of them."""
    dropped = FollowUp.objects.filter(dropped_by_leaving=True)
    either = Q(contact=contact, item=None) | Q(contact=contact, item__referred__left_on=None)
    return dropped.filter(either | Q(item__referred=contact, contact__left_on=None))


@transaction.atomic
def come_back_in_time(campaign: Campaign, today: date) -> None:
    """Who was left until a day is back on it, with what was open; a plan whose day went by stays cancelled."""
    waited_for = list(campaign.contacts.filter(left_on__isnull=False, left_until__lte=today))
    gone_by = Meeting.objects.filter(contact__in=waited_for, cancelled_by_leaving=True, day__lt=today)
    if waited_for:
        gone_by.update(cancelled_by_leaving=False)
    for contact in waited_for:
        come_back(contact)
