"""What a campaign's invitations tell: the user's own rate, and whether a silence is the first (R17)."""

from dataclasses import dataclass

from django.db.models import Count, Q

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import Invitation
from meetings.rules.asking import Answer, is_first_silence, own_rate

SILENT = Q(answer=Answer.NO_ANSWER) | Q(answer=Answer.WAITING, reminded_on__isnull=False)


@dataclass(frozen=True, kw_only=True)
class Asking:
    """How the user's asking goes."""

    rate: str | None
    first_silence: bool


def asking_in(campaign: Campaign) -> Asking:
    counted = Invitation.objects.filter(campaign=campaign).aggregate(
        asked=Count("pk"), yes=Count("pk", filter=Q(answer=Answer.YES)), silent=Count("pk", filter=SILENT)
    )
    rate = own_rate(counted["asked"], counted["yes"])
    return Asking(rate=rate, first_silence=is_first_silence(counted["silent"]))


def first_silence(campaign: Campaign) -> bool:
    """Whether nobody was silent before, without a count of all that were asked."""
    return not Invitation.objects.filter(SILENT, campaign=campaign).exists()


def last_invitation(contact: Contact) -> Invitation | None:
    """The one that waits, or else the latest."""
    asked = Invitation.objects.filter(contact=contact)
    return asked.waiting().first() or asked.first()
