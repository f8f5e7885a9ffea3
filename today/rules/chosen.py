"""R19: a row that was chosen for a day is open while what it is about still stands.

The days of its contact say whether it may be. Who is owed something, or is met by tomorrow, is counted beside the
chosen rows (`owed_on`), so a row of theirs never is.
"""

from dataclasses import dataclass
from datetime import date

from relationships.rules.steps import StepKind


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """A row of the day, with what its contact carries now: the four days, and what was decided about them."""

    contact_id: int
    kind: StepKind
    about: int
    owed_on: date | None
    acts_on: date | None
    free_on: date | None
    quiet_on: date | None
    joined_on: date | None
    left_on: date | None
    left_until: date | None
    not_now_until: date | None
    not_for_this: bool

    def is_proposed(self, today: date) -> bool:
        """Nothing is to be done, and they may be asked, went quiet, or are in the address book still."""
        if self.kind is StepKind.ADD:
            here = self.left_on is None or _has_come(self.left_until, today)
            put_off = self.not_now_until is not None and self.not_now_until > today
            return here and not put_off and self.joined_on is None and not self.not_for_this
        if _has_come(self.acts_on, today):
            return False
        is_quiet = _has_come(self.quiet_on, today)
        if self.kind is StepKind.QUIET:
            return is_quiet
        return self.kind.is_asking and not is_quiet and _has_come(self.free_on, today)

    def is_to_do(self, today: date) -> bool:
        """It is open if what it is about stands: a follow-up or an invitation of somebody with something to do."""
        return not _has_come(self.owed_on, today) and _has_come(self.acts_on, today)


def _has_come(day: date | None, today: date) -> bool:
    return day is not None and day <= today
