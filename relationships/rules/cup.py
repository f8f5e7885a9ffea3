"""R5: a cup is a held meeting in this campaign: what was before its start is shown, and not counted.

Source: docs/method.md.
"""

from datetime import date

from relationships.rules.history import History


def cup_days(history: History) -> list[date]:
    """The days of the meetings held since the campaign began, in their order: the first is the cup, then refills."""
    return sorted(meeting.day for meeting in history.held if meeting.day >= history.campaign_started_on)
