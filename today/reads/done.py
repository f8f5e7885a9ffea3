"""What was done today, in a few words: it is a pleasure to read, and no count."""

from datetime import date
from typing import Final

from campaigns.models import Campaign
from outcomes.models import FollowUp, FollowUpStatus

AT_MOST: Final = 4


def done_words(campaign: Campaign, today: date, invited: list[str]) -> str:
    """`Invited Pascal Everdene, wrote to Noor`; empty when nothing was done yet."""
    closed = FollowUp.objects.filter(campaign=campaign, closed_on=today, status=FollowUpStatus.DONE)
    rows = closed.select_related("contact").order_by("-pk")[:AT_MOST]
    done = [f"invited {name}" for name in invited] + [_said(row) for row in rows]
    more = len(done) - AT_MOST
    words = ", ".join(done[:AT_MOST]) + (" and more" if more > 0 else "")
    return words[:1].upper() + words[1:]


def _said(row: FollowUp) -> str:
    return f"wrote to {row.contact.short_name}" if row.is_message else f"“{row.text}”"
