"""R19: after an absence what is late is spread over the next five business days, as evenly as can be. R17: days of a
pause and days off are none of them. A day that was promised is never rewritten, and an introduction that was made does
not wait.

Source: docs/method.md.
"""

from collections.abc import Hashable, Sequence
from datetime import date
from typing import Final, TypeVar

from campaigns.rules.business_days import NO_DAYS_OFF, DaysOff, add_business_days
from outcomes.rules.due import FollowUpKind

SPREAD_OVER: Final = 5

Key = TypeVar("Key", bound=Hashable)


def may_be_spread(kind: str, *, introduction: bool) -> bool:
    return kind != FollowUpKind.PROMISE and not introduction


def spread_over(keys: Sequence[Key], today: date, off: DaysOff = NO_DAYS_OFF) -> dict[Key, date]:
    """A day for each, as evenly as can be over the five business days after today, the first ones first."""
    each, more = divmod(len(keys), SPREAD_OVER)
    sizes = [each + 1] * more + [each] * (SPREAD_OVER - more)
    days = [add_business_days(today, number, off) for number, size in enumerate(sizes, start=1) for _ in range(size)]
    return dict(zip(keys, days, strict=True))
