"""What a campaign's invitations tell: the user's own rate, and whether a silence is the first (R17)."""

from dataclasses import dataclass

from django.db.models import Count, Q

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import Invitation
from meetings.rules.asking import Answer, is_first_silence, own_rate, ways_compared
from meetings.rules.touch import Channel

SILENT = Q(answer=Answer.NO_ANSWER) | Q(answer=Answer.WAITING, reminded_on__isnull=False)

SAID_YES = Q(answer=Answer.YES)


@dataclass(frozen=True, kw_only=True)
class Asking:
    """How the user's asking goes."""

    rate: str | None
    first_silence: bool
    ways: list[str]
    """`Call: 4 of 6 said yes`, of each way by which enough were asked; empty while there is nothing to compare."""


def asking_in(campaign: Campaign) -> Asking:
    counted = list(
        Invitation.objects.filter(campaign=campaign)
        .order_by()
        .values("channel")
        .annotate(asked=Count("pk"), yes=Count("pk", filter=SAID_YES), silent=Count("pk", filter=SILENT))
    )
    asked, yes, silent = (sum(row[name] for row in counted) for name in ("asked", "yes", "silent"))
    by_way = {Channel(row["channel"]): (row["asked"], row["yes"]) for row in counted}
    return Asking(rate=own_rate(asked, yes), first_silence=is_first_silence(silent), ways=ways_compared(by_way))


def first_silence(campaign: Campaign) -> bool:
    """Whether nobody was silent before, without a count of all that were asked."""
    return not Invitation.objects.filter(SILENT, campaign=campaign).exists()


def last_invitation(contact: Contact) -> Invitation | None:
    """The one that waits, or else the latest."""
    asked = Invitation.objects.filter(contact=contact)
    return asked.waiting().first() or asked.first()
