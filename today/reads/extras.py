"""R6: what was left empty when a meeting was logged is offered once more, in one row, and goes by itself."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import QuerySet

from campaigns.models import Campaign
from campaigns.reads.prepared import Prepared
from campaigns.rules.days import on_day
from meetings.models import Meeting


@dataclass(frozen=True, kw_only=True)
class ExtraRow:
    """The meeting that something may be added to."""

    pk: int
    contact_id: int
    name: str
    phase: str
    line: str
    sub: str


def row_to_add_to(campaign: Campaign, today: date) -> ExtraRow | None:
    found = _PREPARED.rows(campaign.pk, today)
    if not found:
        return None
    pk, contact_id, name, given_name, phase, day = found[0]
    return ExtraRow(
        pk=pk,
        contact_id=contact_id,
        name=name,
        phase=phase,
        line=f"Anything to add about {given_name or name}?",
        sub=f"You met {on_day(day, today)}. Stories told, what they know about, what to ask next time",
    )


def _last_offered(campaign_id: int, today: date) -> QuerySet[Any, tuple[Any, ...]]:
    offered = Meeting.objects.extras_to_offer(today).filter(campaign=campaign_id)
    columns = ("pk", "contact_id", "contact__name", "contact__given_name", "contact__phase", "day")
    return offered.order_by("-day", "-pk").values_list(*columns)[:1]


_PREPARED: Final = Prepared(_last_offered)
