"""R22: smaller figures are offered once after two weeks below one's own, again after four; never to who reached them.

Each figure is looked at by itself: only one that was missed week after week is made smaller. Weeks of a pause are left
out, and so is the week in which the search began. Source: docs/method.md.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import Final

from accounts.rules.words import counted
from campaigns.rules.progress import A_WEEK, CONVERSATIONS_A_WEEK, INVITATIONS_A_WEEK, Week, week_start

FIRST, AGAIN = 2, 4
"""Weeks below, one after another, after which it is offered."""

LOOKED_AT: Final = 6
"""Weeks: more of them say nothing new."""


@dataclass(frozen=True, kw_only=True)
class SmallerFigures:
    """What is offered in place of the figures that stand."""

    invitations: int
    conversations: int
    weeks: int

    @property
    def words(self) -> str:
        """`two invitations, one conversation`."""
        asked = counted(self.invitations, "invitation", "invitations")
        return f"{asked}, {counted(self.conversations, 'conversation', 'conversations')}"


def full_weeks(today: date, started_on: date) -> list[date]:
    """The Mondays of the weeks that are over and lie within the search, the latest first."""
    last = week_start(today) - A_WEEK
    mondays = (last - number * A_WEEK for number in range(LOOKED_AT))
    return [monday for monday in mondays if monday >= started_on]


def smaller_figures(weeks: Iterable[Week], answered_on: date | None) -> SmallerFigures | None:
    """What to offer after these weeks, the latest first; `answered_on`: when such an offer was last answered."""
    counting = [week for week in weeks if not week.paused]
    if not counting:
        return None
    latest = counting[0]
    asked, met = latest.invitations_wanted, latest.conversations_wanted
    few_asked = list(takewhile(lambda week: week.invitations < asked, counting))
    few_met = list(takewhile(lambda week: week.conversations < met, counting))
    fewer_asked = _smaller(asked, INVITATIONS_A_WEEK) if _is_offered(few_asked, answered_on) else asked
    fewer_met = _smaller(met, CONVERSATIONS_A_WEEK) if _is_offered(few_met, answered_on) else met
    if (fewer_asked, fewer_met) == (asked, met):
        return None
    below = max(len(few) for few in (few_asked, few_met))
    return SmallerFigures(invitations=fewer_asked, conversations=fewer_met, weeks=below)


def _is_offered(below: Sequence[Week], answered_on: date | None) -> bool:
    if answered_on is None:
        return len(below) >= FIRST
    before = sum(week.starts_on + A_WEEK <= answered_on for week in below)
    if before < FIRST:  # that answer was about earlier weeks
        return len(below) - before >= FIRST
    return before < AGAIN <= len(below)


def _smaller(figure: int, offered: tuple[int, ...]) -> int:
    return max((one for one in offered if one < figure), default=figure)
