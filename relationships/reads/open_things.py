"""R15: what is open with people, in words, so that leaving them names it before it is dropped."""

from collections.abc import Iterable
from datetime import date

from campaigns.rules.days import on_day
from contacts.models import Contact
from meetings.models import Invitation, Meeting
from outcomes.models import FollowUp


def open_with(contacts: Iterable[Contact], today: date) -> dict[int, list[str]]:
    """By primary key of the contact: follow-ups that are dropped, meetings that are cancelled, invitations closed."""
    ids = [contact.pk for contact in contacts]
    found: dict[int, list[str]] = {}
    for follow_up in FollowUp.objects.open().filter(contact__in=ids):
        found.setdefault(follow_up.contact_id, []).append(follow_up.text)
    for meeting in Meeting.objects.planned().filter(contact__in=ids):
        found.setdefault(meeting.contact_id, []).append(f"the meeting {on_day(meeting.day, today)}")
    for invitation in Invitation.objects.waiting().filter(contact__in=ids):
        words = f"the invitation you sent {on_day(invitation.sent_on, today)}"
        found.setdefault(invitation.contact_id, []).append(words)
    return found
