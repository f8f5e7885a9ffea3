"""What follows from rows that went or came back: the standing of everybody concerned (law 3)."""

from collections.abc import Iterable
from typing import Any

from campaigns.models import Campaign, Pause
from relationships.writes.standing import refresh, refresh_network
from trash.reads.hanging import people_of
from trash.writes.cleared import Cleared


def settle(campaign: Campaign, rows: Iterable[Any], cleared: Iterable[Cleared]) -> None:
    """Refresh those of whom these rows speak; everybody where days off came or went."""
    gone_or_back = list(rows)
    stayed = [row for reference in cleared for row in reference.row()]
    refresh(people_of([*gone_or_back, *stayed]))
    if any(isinstance(row, Pause) for row in gone_or_back):
        refresh_network(campaign)
