"""What was done today, in a few words: it is a pleasure to read, and no count."""

from datetime import date
from typing import Any, Final, NamedTuple

from django.db.models import QuerySet

from campaigns.models import Campaign
from campaigns.reads.prepared import Prepared
from outcomes.models import FollowUp, FollowUpStatus
from outcomes.rules.due import FollowUpKind, is_message

AT_MOST: Final = 4


def done_words(campaign: Campaign, today: date, invited: list[str]) -> str:
    """`Invited Pascal Everdene, wrote to Noor`; empty when nothing was done yet."""
    done = [f"invited {name}" for name in invited] + [_said(_Done(*row)) for row in _PREPARED.rows(campaign.pk, today)]
    more = len(done) - AT_MOST
    words = ", ".join(done[:AT_MOST]) + (" and more" if more > 0 else "")
    return words[:1].upper() + words[1:]


class _Done(NamedTuple):
    text: str
    kind: str
    introduction: bool
    contact__given_name: str
    contact__name: str


def _done_last(campaign_id: int, today: date) -> QuerySet[Any, tuple[Any, ...]]:
    closed = FollowUp.objects.filter(campaign=campaign_id, closed_on=today, status=FollowUpStatus.DONE)
    return closed.order_by("-pk").values_list(*_Done._fields)[:AT_MOST]


_PREPARED: Final = Prepared(_done_last)


def _said(row: _Done) -> str:
    wrote = is_message(FollowUpKind(row.kind), introduction=row.introduction)
    return f"wrote to {row.contact__given_name or row.contact__name}" if wrote else f"“{row.text}”"
