"""R10: whom to ask next: two short lists, at most three each, every row with its reasons in words.

New: who was never met, introductions made first, filled up from the address book and marked so. Again: who was met
three weeks ago or more and is ready to be asked for a name (R3), or on whose advice pitch or resume was revised. Who
may not be asked is not among the candidates (relationships.rules.may_be_asked). Nobody is proposed without a reason,
and of those to whom the user has not spoken for long only one a day. Source: docs/method.md.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from contacts.rules.knowing import KnownAs
from meetings.rules.asking import MET_OFTEN_ENOUGH
from today.rules.candidate import Candidate

AT_MOST: Final = 3
AGAIN_AFTER: Final = timedelta(weeks=3)
NOT_NOW: Final = timedelta(weeks=4)
WARM_UP: Final = 5
"""Until so many cups, people who like you come first."""

SECOND_TALKS_FROM: Final = 40
"""Cups from which second talks come before new people (R11)."""

PLANNED: Final = 100
"""The plan of the week comes first (R22)."""

INTRODUCED: Final = 8
AGREED: Final = 5
NAME_LENT: Final = 5
"""Somebody said that their name may be used: less than an introduction that was made."""

KNOWN: Final = 4
KNOWN_AT_FIRST: Final = 8
TARGET: Final = 3
COMMON_GROUND: Final = 2
SAME_PLACE: Final = 2
LIKE_MINE: Final = 1


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """Somebody to ask, and why, the heaviest reason first."""

    contact_id: int
    name: str
    called: str
    phase: str
    reasons: tuple[str, ...]
    in_network: bool = True
    is_dormant: bool = False
    is_planned: bool = False

    @property
    def short(self) -> str:
        """The first reason, as Today shows it."""
        return self.reasons[0] if self.in_network else f"In your address book. {self.reasons[0]}"


def proposals(candidates: Iterable[Candidate], today: date, *, cups: int) -> tuple[list[Proposal], list[Proposal]]:
    """The two lists, New and Again: at most three each, and one dormant tie in both."""
    found = list(candidates)
    fresh = [(one, reasons(one, cups)) for one in found if not one.times_met]
    ready = [(one, ready_reasons(one)) for one in found if one.in_network and _met_long_enough_ago(one, today)]
    network = sorted((pair for pair in fresh if pair[0].in_network), key=lambda pair: _order(pair[0], cups))
    book = sorted((pair for pair in fresh if not pair[0].in_network), key=lambda pair: _order(pair[0], cups))
    ready.sort(key=lambda pair: _order(pair[0], cups))
    in_order = sorted([*network, *book], key=lambda pair: not pair[0].planned)  # the plan of the week comes first
    new = _one_dormant(in_order, is_taken=False)
    return new, _one_dormant(ready, is_taken=any(one.is_dormant for one in new))


def best(new: list[Proposal], again: list[Proposal], *, cups: int) -> Proposal | None:
    """The one to ask today; from forty cups second talks come first (R11)."""
    in_order = [*again, *new] if cups >= SECOND_TALKS_FROM else [*new, *again]
    return in_order[0] if in_order else None


def not_now_until(today: date) -> date:
    """`Not now` keeps a person away for four weeks, until this day."""
    return today + NOT_NOW


def reasons(one: Candidate, cups: int) -> tuple[str, ...]:
    """Why to ask them, the heaviest reason first; empty where there is none."""
    return tuple(words for _, words in _weighed(one, cups))


def why_ask(one: Candidate, today: date, cups: int) -> tuple[str, ...]:
    """Why to ask them today, whether for the first time or once more; empty where there is no reason."""
    if not one.times_met:
        return reasons(one, cups)
    return ready_reasons(one) if _met_long_enough_ago(one, today) else ()


def ready_reasons(one: Candidate) -> tuple[str, ...]:
    """Why somebody who was met can be asked once more; the first is the reason that Today shows."""
    return tuple(_ready(one))


def _one_dormant(weighed: Iterable[tuple[Candidate, tuple[str, ...]]], *, is_taken: bool) -> list[Proposal]:
    kept: list[Proposal] = []
    for one, why in weighed:
        dormant = one.is_dormant and not one.planned
        if not why or len(kept) == AT_MOST or (dormant and is_taken):
            continue
        is_taken = is_taken or dormant
        kept.append(
            Proposal(
                contact_id=one.contact_id,
                name=one.name,
                called=one.called,
                phase=one.phase,
                reasons=why,
                in_network=one.in_network,
                is_dormant=one.is_dormant,
                is_planned=bool(one.planned),
            )
        )
    return kept


def _met_long_enough_ago(one: Candidate, today: date) -> bool:
    long_ago = one.first_met_on is not None and one.first_met_on <= today - AGAIN_AFTER
    return bool(one.times_met) and (long_ago or bool(one.planned))


def _weighed(one: Candidate, cups: int) -> list[tuple[int, str]]:
    known = KNOWN_AT_FIRST if cups < WARM_UP else KNOWN
    everything = (
        (PLANNED, one.planned),
        (INTRODUCED, one.introduced_by and f"{one.introduced_by} introduced you"),
        (NAME_LENT, one.named_by and f"You may use {one.named_by}’s name"),
        (AGREED, one.agreed_at and f"Agreed to meet again at {one.agreed_at}"),
        (known, one.is_known and (one.together if one.is_dormant else "Known from before")),
        (TARGET, one.at_target and f"{one.at_target} is a target company"),
        (COMMON_GROUND, one.shares and f"You share: {one.shares}"),
        (SAME_PLACE, _same_place(one)),
        (LIKE_MINE, one.position_like_mine and "A position like yours"),
    )
    holding = [(weight, str(words)) for weight, words in everything if words]
    return sorted(holding, key=lambda weighed: -weighed[0])


def _same_place(one: Candidate) -> str:
    if one.worked_at and one.is_dormant:
        return "" if one.is_known else one.together
    if one.worked_at:
        return f"You both worked at {one.worked_at.name}"
    return f"You both studied at {one.studied_at.name}" if one.studied_at else ""


def _order(one: Candidate, cups: int) -> tuple[bool, int, bool, int, int]:
    """Introductions made first, then the weight; ties by the same place, then who was spoken to or connected last."""
    weight = sum(weight for weight, _ in _weighed(one, cups))
    latest = max((day for day in (one.last_spoke_on, one.connected_on) if day), default=date.min)
    has_place = one.worked_at is not None or one.studied_at is not None
    return not (one.planned or one.introduced_by), -weight, not has_place, -latest.toordinal(), one.contact_id


def _ready(one: Candidate) -> Iterator[str]:
    if one.planned:
        yield one.planned
    if one.revised:
        yield f"You revised your {one.revised} on {one.called}’s advice: show it"
    if one.told_of_use:
        yield f"You used what {one.called} gave, and they know: ask for a name"
    if one.times_met >= MET_OFTEN_ENOUGH:
        yield "Met twice: ask for a name" if one.times_met == MET_OFTEN_ENOUGH else "Met often: ask for a name"
    if one.known_as is KnownAs.WE_TALK:
        yield "You know each other from before, and talk: ask for a name"
