"""What stands about one contact today, as plain values: what the rule of the next step looks at (R2, R19)."""

from dataclasses import dataclass
from datetime import date

from meetings.rules.asking import Answer
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind


@dataclass(frozen=True, kw_only=True)
class AgreedMeeting:
    """A planned meeting, on a day and perhaps `at` an hour in words."""

    meeting_id: int
    day: date
    at: str = ""


@dataclass(frozen=True, kw_only=True)
class OpenFollowUp:
    """What is to be done for them, or what they said they would do."""

    follow_up_id: int
    kind: FollowUpKind
    what: str
    due: date
    is_introduction: bool = False


@dataclass(frozen=True, kw_only=True)
class SentInvitation:
    """The latest invitation; not to be given once a meeting came of it."""

    invitation_id: int
    sent_on: date
    reminded_on: date | None = None
    answer: Answer = Answer.WAITING
    answered_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class ItemToUse:
    """Something they gave that waits to be used, and was not put off."""

    item_id: int
    kind: ItemKind
    what: str


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What stands about one contact today; `name` is what they are called in a sentence."""

    name: str
    in_network: bool = True
    is_away: bool = False
    to_log: AgreedMeeting | None = None
    planned: AgreedMeeting | None = None
    follow_ups: tuple[OpenFollowUp, ...] = ()
    invitation: SentInvitation | None = None
    to_use: ItemToUse | None = None
    shares_something: bool = False
    known_from_before: bool = False
    times_met: int = 0
    last_met: date | None = None
    gave_something: bool = False
    told_of_use: bool = False
