"""What a campaign's invitations tell: the user's own rate, and whether a silence is the first (R17)."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Count, Q, QuerySet

from campaigns.models import Campaign
from campaigns.reads.prepared import Prepared
from contacts.models import Contact
from meetings.models import Invitation
from meetings.rules.asking import Answer, Step, invitation_step, is_first_silence, own_rate


@dataclass(frozen=True, kw_only=True)
class Asking:
    """How the user's asking goes."""

    rate: str | None
    first_silence: bool


def asking_in(campaign: Campaign) -> Asking:
    ((asked, yes, silent),) = _COUNTED.rows(campaign.pk) or [(0, 0, 0)]
    return Asking(rate=own_rate(asked, yes), first_silence=is_first_silence(silent))


SILENT = Q(answer=Answer.NO_ANSWER) | Q(answer=Answer.WAITING, reminded_on__isnull=False)


def _counted(campaign_id: int) -> QuerySet[Any, tuple[Any, ...]]:
    of_campaign = Invitation.objects.filter(campaign=campaign_id).order_by().values("campaign")
    counted = of_campaign.annotate(
        asked=Count("pk"), yes=Count("pk", filter=Q(answer=Answer.YES)), silent=Count("pk", filter=SILENT)
    )
    return counted.values_list("asked", "yes", "silent")


def first_silence(campaign: Campaign) -> bool:
    """Whether nobody was silent before, without a count of all that were asked."""
    return is_first_silence(len(_SILENT.rows(campaign.pk)))


def _silent(campaign_id: int) -> QuerySet[Any, tuple[Any, ...]]:
    no_yes = Invitation.objects.filter(campaign=campaign_id, answer__in=[Answer.NO_ANSWER, Answer.WAITING])
    return no_yes.filter(SILENT).order_by().values_list("pk")[:1]


_COUNTED: Final = Prepared(_counted)
_SILENT: Final = Prepared(_silent)


@dataclass(frozen=True, kw_only=True)
class LastInvitation:
    """The latest invitation of one contact, and what it asks of the user today."""

    row: Invitation
    step: Step

    @property
    def waits(self) -> bool:
        return self.row.answer == Answer.WAITING

    @property
    def went_silent(self) -> bool:
        return self.row.answer == Answer.NO_ANSWER


def last_invitation(contact: Contact, today: date) -> LastInvitation | None:
    """The one that waits, or else the latest."""
    rows = list(Invitation.objects.filter(contact=contact)[:20])
    row = next((row for row in rows if row.answer == Answer.WAITING), rows[0] if rows else None)
    if row is None:
        return None
    return LastInvitation(row=row, step=invitation_step(row.sent_on, row.reminded_on, Answer(row.answer), today))
