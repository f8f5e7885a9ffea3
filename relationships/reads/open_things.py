"""R15: what is open with people, in words, so that leaving them names it before it is dropped."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from campaigns.rules.days import on_day
from contacts.models import Contact
from meetings.models import Invitation, Meeting
from outcomes.models import FollowUp
from outcomes.rules.due import FollowUpKind


def open_follow_ups(contacts: Iterable[int]) -> QuerySet[FollowUp]:
    """What leaving them drops: their own follow-ups, and what others promised to introduce them for."""
    ids = list(contacts)
    promised = Q(kind=FollowUpKind.WAITING, item__referred__in=ids)
    return FollowUp.objects.open().filter(Q(contact__in=ids) | promised).select_related("item")


def open_with(contacts: Iterable[Contact], today: date) -> dict[int, list[str]]:
    """By primary key of the contact: follow-ups that are dropped, meetings that are cancelled, invitations closed."""
    ids = [contact.pk for contact in contacts]
    found: dict[int, list[str]] = {pk: [] for pk in ids}
    for follow_up in open_follow_ups(ids):
        referred_id = follow_up.item.referred_id if follow_up.item else None
        for pk in {follow_up.contact_id, referred_id} & found.keys():
            found[pk or 0].append(follow_up.text)
    for meeting in Meeting.objects.planned().filter(contact__in=ids):
        found[meeting.contact_id].append(f"the meeting {on_day(meeting.local_day, today)}")
    for invitation in Invitation.objects.waiting().filter(contact__in=ids):
        found[invitation.contact_id].append(f"the invitation you sent {on_day(invitation.sent_on, today)}")
    return {pk: words for pk, words in found.items() if words}
