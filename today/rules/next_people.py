"""R10: whom to ask next: two short lists, at most three each, every row with its reasons in words.

New: people of the network never met and not invited, introductions made first, filled up from the address book and
marked so. Again: who was met three weeks ago or more and is ready to be asked for a name (R3), or on whose advice pitch
or resume was revised. Nobody is proposed while something is open with them. Source: docs/method.md.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from campaigns.rules.business_days import add_business_days
from campaigns.rules.days import day_in_sentence
from meetings.rules.asking import MET_OFTEN_ENOUGH

AT_MOST: Final = 3
AGAIN_AFTER: Final = timedelta(weeks=3)
NOT_NOW: Final = timedelta(weeks=4)
JUST_INVITED: Final = 10
"""Business days after an invitation, whatever its answer."""

WARM_UP: Final = 5
"""Until so many cups, people who like you come first."""

INTRODUCED: Final = 8
AGREED: Final = 5
KNOWN: Final = 4
KNOWN_AT_FIRST: Final = 8
TARGET: Final = 3
COMMON_GROUND: Final = 2
SAME_PLACE: Final = 2
LIKE_MINE: Final = 1


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """What stands about somebody who might be asked; `called` is their name in a sentence."""

    contact_id: int
    name: str
    called: str = ""
    joined_on: date | None = None
    """None in the address book."""

    introduced_by: str = ""
    """Who made an introduction."""

    introduction_promised: bool = False
    """Somebody said they would introduce them, and did not yet: that is a waiting on the referrer."""

    agreed_at: str = ""
    """The event at which they agreed to meet again: `the trade fair`."""

    known_from_before: bool = False
    at_target_company: bool = False
    shares: str = ""
    """One line of common ground."""

    worked_at: str = ""
    """Where both worked."""

    studied_at: str = ""
    position_like_mine: bool = False
    times_met: int = 0
    last_met: date | None = None
    told_of_use: bool = False
    revised: str = ""
    """What was revised on their advice: `pitch` or `resume`."""

    waits_for_answer: bool = False
    has_open_follow_up: bool = False
    has_planned_meeting: bool = False
    invited_on: date | None = None
    """The latest invitation of this campaign."""

    is_away: bool = False
    not_now_until: date | None = None

    @property
    def in_network(self) -> bool:
        return self.joined_on is not None


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """Somebody to ask, and why, the heaviest reason first."""

    contact_id: int
    name: str
    reasons: tuple[str, ...]
    from_address_book: bool = False

    @property
    def short(self) -> str:
        """The first reason, as Today shows it."""
        return f"Address book. {self.reasons[0]}" if self.from_address_book else self.reasons[0]


def new_people(candidates: Iterable[Candidate], today: date, *, cups: int) -> list[Proposal]:
    """At most three who were never met and not invited; `cups` is how many there are so far."""
    fresh = [one for one in candidates if _is_free(one, today) and not one.times_met and one.invited_on is None]
    weighed = [(one, _weighed(one, cups)) for one in fresh]
    network = sorted((pair for pair in weighed if pair[0].in_network), key=_heaviest)
    # Out of thousands in an address book only those are worth a row for whom there is a reason.
    address_book = sorted((pair for pair in weighed if not pair[0].in_network and pair[1]), key=_heaviest)
    return [
        Proposal(
            contact_id=one.contact_id,
            name=one.name,
            reasons=tuple(reason for _, reason in reasons) or (_joined(one, today),),
            from_address_book=not one.in_network,
        )
        for one, reasons in [*network, *address_book][:AT_MOST]
    ]


def again(candidates: Iterable[Candidate], today: date, *, cups: int) -> list[Proposal]:
    """At most three who were met three weeks ago or more, and have a reason to be asked once more."""
    ready = [
        (one, _weighed(one, cups), reasons)
        for one in candidates
        if one.in_network
        and _is_free(one, today)
        and _met_long_enough_ago(one, today)
        and (reasons := tuple(_ready(one)))
    ]
    ready.sort(key=lambda found: _heaviest(found[:2]))
    return [
        Proposal(contact_id=one.contact_id, name=one.name, reasons=tuple(reasons))
        for one, _, reasons in ready[:AT_MOST]
    ]


def not_now_until(today: date) -> date:
    """`Not now` keeps a person away for four weeks, until this day."""
    return today + NOT_NOW


def _is_free(one: Candidate, today: date) -> bool:
    """Nothing is open with them, they were not just asked, and nobody said `not now`."""
    open_with_them = one.waits_for_answer or one.has_open_follow_up or one.has_planned_meeting or one.is_away
    only_promised = one.introduction_promised and not one.introduced_by
    just_invited = one.invited_on is not None and today < add_business_days(one.invited_on, JUST_INVITED)
    put_off = one.not_now_until is not None and today < one.not_now_until
    return not (open_with_them or only_promised or just_invited or put_off)


def _met_long_enough_ago(one: Candidate, today: date) -> bool:
    return one.last_met is not None and today - one.last_met >= AGAIN_AFTER


_Weighed = list[tuple[int, str]]


def _weighed(one: Candidate, cups: int) -> _Weighed:
    """The reasons that hold, each with its weight, the heaviest first."""
    known = KNOWN_AT_FIRST if cups < WARM_UP else KNOWN
    all_reasons = (
        (INTRODUCED, one.introduced_by and f"{one.introduced_by} introduced you"),
        (AGREED, one.agreed_at and f"Agreed to meet at {one.agreed_at}"),
        (known, one.known_from_before and "Known from before"),
        (TARGET, one.at_target_company and "At a target company"),
        (COMMON_GROUND, one.shares and f"You share: {one.shares}"),
        (SAME_PLACE, _same_place(one)),
        (LIKE_MINE, one.position_like_mine and "A position like yours"),
    )
    holding = [(weight, reason) for weight, reason in all_reasons if reason]
    return sorted(holding, key=lambda weighed: -weighed[0])


def _same_place(one: Candidate) -> str:
    if one.worked_at:
        return f"You both worked at {one.worked_at}"
    return f"You both studied at {one.studied_at}" if one.studied_at else ""


def _heaviest(pair: tuple[Candidate, _Weighed]) -> tuple[bool, int, date, str, int]:
    """Introductions made first, then the weight; ties by the day they joined, then by name."""
    one, reasons = pair
    weight = sum(weight for weight, _ in reasons)
    return not one.introduced_by, -weight, one.joined_on or date.max, one.name, one.contact_id


def _joined(one: Candidate, today: date) -> str:
    return f"In your network since {day_in_sentence(one.joined_on or today, today)}"


def _ready(one: Candidate) -> Iterator[str]:
    """Why somebody can be asked once more; the first is the reason that Today shows."""
    called = one.called or one.name
    if one.revised:
        yield f"You revised your {one.revised} on {called}’s advice: show it"
    if one.told_of_use:
        yield f"You used what {called} gave, and they know: ask for a name"
    if one.times_met >= MET_OFTEN_ENOUGH:
        yield "Met twice: ask for a name" if one.times_met == MET_OFTEN_ENOUGH else "Met often: ask for a name"
    if one.known_from_before:
        yield "Known from before: ask for a name"
