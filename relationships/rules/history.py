"""What happened with one person and what stands: plain values, from which the rules beside this file derive the rest.

Deleted rows are not among them; drafts and texts are not either. Days are calendar days as the user saw them (R7).
"""

from dataclasses import dataclass
from datetime import date, datetime

from campaigns.rules.business_days import NO_DAYS_OFF, DaysOff
from contacts.rules.knowing import KnownAs
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from meetings.rules.touch import Channel, Direction
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind, ReferralState, UsedAs


@dataclass(frozen=True, kw_only=True)
class Moment:
    """The user's today, and the instant by which a meeting is over."""

    today: date
    now: datetime


@dataclass(frozen=True, kw_only=True)
class ArrangedMeeting:
    """A one-on-one of any status. `day` is that of today’s zone, `hour` `10:30` or empty, while it is planned."""

    meeting_id: int
    status: Status
    day: date
    planned_on: date | None = None
    starts_at: datetime | None = None
    hour: str = ""

    @property
    def agreed_on(self) -> date:
        """The earlier of planned and held (R2)."""
        return min(self.planned_on or self.day, self.day)

    def is_over(self, moment: Moment) -> bool:
        return self.starts_at < moment.now if self.starts_at else self.day < moment.today


@dataclass(frozen=True, kw_only=True)
class SentInvitation:
    """A request for a one-on-one; `faded_on` is when a yes without a day came to nothing (R10, R19)."""

    invitation_id: int
    sent_on: date
    answer: Answer = Answer.WAITING
    answered_on: date | None = None
    reminded_on: date | None = None
    faded_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class NotedTouch:
    """A message, mail or short call."""

    day: date
    direction: Direction
    channel: Channel = Channel.MESSAGE


@dataclass(frozen=True, kw_only=True)
class OpenFollowUp:
    """What is to be done for them, or what they said they would do, while it is open. `is_to_ask`: for a talk."""

    follow_up_id: int
    kind: FollowUpKind
    what: str
    due: date
    is_introduction: bool = False
    is_to_ask: bool = False
    noted_on: date = date.min


@dataclass(frozen=True, kw_only=True)
class GivenItem:
    """What they gave. `to_use_on` is its day or the one it was put off to; None for a name, and once it was used."""

    item_id: int
    kind: ItemKind
    day: date
    what: str = ""
    referral_state: ReferralState | None = None
    to_use_on: date | None = None
    used_as: UsedAs | None = None


@dataclass(frozen=True, kw_only=True)
class NamedBy:
    """A referral that names this person; `introduced_on` is the day on which the giver introduced them."""

    giver: str
    state: ReferralState
    introduced_on: date | None = None
    giver_id: int = 0


@dataclass(frozen=True, kw_only=True)
class OpenedMessage:
    """A message opened in another program, not yet said to be sent (R18)."""

    message_id: int
    opened_on: date


@dataclass(frozen=True, kw_only=True)
class History:
    """One person: what they are called in a sentence, what was decided about them, and everything that stands."""

    contact_id: int
    called: str
    joined_on: date | None = None
    known_as: KnownAs | None = None
    known_since: date | None = None
    left_on: date | None = None
    left_until: date | None = None
    not_now_until: date | None = None
    not_for_this: bool = False
    starred: bool = False
    never_quiet: bool = False
    at_target: bool = False
    campaign_started_on: date = date.min
    days_off: DaysOff = NO_DAYS_OFF
    common_ground: tuple[date, ...] = ()  # the days on which it was found
    meetings: tuple[ArrangedMeeting, ...] = ()
    invitations: tuple[SentInvitation, ...] = ()
    touches: tuple[NotedTouch, ...] = ()
    follow_ups: tuple[OpenFollowUp, ...] = ()
    told_of_use: bool = False
    """They were told what became of something they gave (R3)."""

    given: tuple[GivenItem, ...] = ()
    named_by: tuple[NamedBy, ...] = ()
    agreed_encounters: tuple[date, ...] = ()
    """The days of events at which they agreed to meet again."""

    ask_next_time: str = ""
    opened: tuple[OpenedMessage, ...] = ()
    to_ask_on: date | None = None
    """The day for which asking them was planned (R22)."""

    @property
    def in_network(self) -> bool:
        return self.joined_on is not None

    @property
    def is_known(self) -> bool:
        """Known from before the campaign; since when may be unknown."""
        return self.known_as is not None or self.known_since is not None

    def is_away(self, today: date) -> bool:
        """Left for now (R15)."""
        return self.left_on is not None and (self.left_until is None or today < self.left_until)

    @property
    def held(self) -> list[ArrangedMeeting]:
        return [meeting for meeting in self.meetings if meeting.status is Status.HELD]

    @property
    def planned(self) -> list[ArrangedMeeting]:
        planned = [meeting for meeting in self.meetings if meeting.status is Status.PLANNED]
        return sorted(planned, key=lambda one: (one.day, one.hour, one.meeting_id))

    @property
    def last_spoke_on(self) -> date | None:
        """The latest meeting held or touch, either way."""
        return max([*(meeting.day for meeting in self.held), *(touch.day for touch in self.touches)], default=None)

    @property
    def latest_invitation(self) -> SentInvitation | None:
        """The one that waits, or else the latest."""
        waits = [one for one in self.invitations if one.answer is Answer.WAITING]
        return max(waits[-1:] or self.invitations, key=lambda one: (one.sent_on, one.invitation_id), default=None)

    @property
    def waiting_invitation(self) -> SentInvitation | None:
        latest = self.latest_invitation
        return latest if latest and latest.answer is Answer.WAITING else None

    @property
    def yes_without_a_day(self) -> SentInvitation | None:
        """They said yes, nothing is planned, and no meeting was held that was arranged since they were asked (R17)."""
        latest = self.latest_invitation
        if latest is None or latest.answer is not Answer.YES or latest.faded_on or self.planned:
            return None
        came_of_it = any((meeting.planned_on or meeting.day) >= latest.sent_on for meeting in self.held)
        return None if came_of_it else latest

    @property
    def only_promised_by(self) -> str:
        """Who said they would introduce this person, while nobody did or let their name be said; else empty (R10)."""
        promised = [one.giver for one in self.named_by if one.state is ReferralState.PROMISED]
        others = [one for one in self.named_by if one.state not in {ReferralState.PROMISED, ReferralState.DECLINED}]
        return promised[-1] if promised and not others else ""
