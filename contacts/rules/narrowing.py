"""By what lists of people are narrowed: the same words and the same bounds on the page and in the admin."""

from datetime import date, timedelta
from typing import Final

from accounts.rules.words import Worded


class Due(Worded):
    """When there is something to do with them."""

    DUE = "due", "Due this week"
    LATER = "later", "Later"
    NONE = "none", "Nothing to do"


class Spoke(Worded):
    """How long ago they last spoke."""

    LATELY = "lately", "In the last 30 days"
    MONTH = "month", "Over 30 days ago"
    QUARTER = "quarter", "Over 90 days ago"
    NEVER = "never", "Not yet"


MONTH: Final = timedelta(days=30)
QUARTER: Final = timedelta(days=90)


def end_of_week(today: date) -> date:
    """The Sunday of this week."""
    return today + timedelta(days=6 - today.weekday())
