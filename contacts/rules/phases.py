"""R2: a relationship is initiated before anything is obtained, and something is obtained before it is used.

A phase is never typed in; it follows from the evidence that stands. Source: docs/method.md.
"""

from dataclasses import dataclass
from datetime import date

from accounts.rules.words import Worded


class Phase(Worded):
    """The three phases every single relationship goes through, in this order."""

    INITIATE = "initiate", "Initiate"
    OBTAIN = "obtain", "Obtain"
    USE = "use", "Use"


class Because(Worded):
    """Which evidence completed a phase."""

    COMMON_GROUND = "common_ground", "you found what you share"
    KNOWN = "known", "you knew each other from before"
    AGREED = "agreed", "you agreed to meet"
    TOUCH = "touch", "they wrote or rang"
    OBTAINED = "obtained", "they gave you something"


class Missing(Worded):
    """Which evidence is not there yet; each is a link that supplies it."""

    SHARED = "shared", "What do you share?"
    ONE_ON_ONE = "one_on_one", "A one-on-one agreed"
    OBTAINED = "obtained", "Something they gave you: advice, a suggestion or a referral"


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """The earliest standing day of each kind of evidence about one contact; None where there is none."""

    common_ground: date | None = None
    known_from_before: date | None = None
    one_on_one_agreed: date | None = None
    touch_received: date | None = None
    obtained: date | None = None


_Step = tuple[date, Because]


def reached(evidence: Evidence) -> dict[Phase, date]:
    """The phases reached, each with the day on which its last missing evidence came.

    Initiate is not among them: its day is the day of joining.
    """
    return {phase: day for phase, (day, _) in _completed(evidence).items()}


def because(evidence: Evidence) -> dict[Phase, Because]:
    """The phases reached, each with the evidence that completed it."""
    return {phase: reason for phase, (_, reason) in _completed(evidence).items()}


def phase_of(evidence: Evidence) -> Phase:
    """The furthest phase reached."""
    return max(_completed(evidence), key=list(Phase).index, default=Phase.INITIATE)


def missing(evidence: Evidence) -> list[Missing]:
    """What Obtain and Use still need, in the order of the method."""
    wanted = {
        Missing.SHARED: _relationship(evidence),
        Missing.ONE_ON_ONE: _agreement(evidence),
        Missing.OBTAINED: evidence.obtained,
    }
    return [kind for kind, found in wanted.items() if found is None]


def _completed(evidence: Evidence) -> dict[Phase, _Step]:
    shared, agreed = _relationship(evidence), _agreement(evidence)
    if shared is None or agreed is None:
        return {}
    obtain = _later(shared, agreed)
    if evidence.obtained is None:
        return {Phase.OBTAIN: obtain}
    return {Phase.OBTAIN: obtain, Phase.USE: _later(obtain, (evidence.obtained, Because.OBTAINED))}


def _relationship(evidence: Evidence) -> _Step | None:
    """(a): common ground found, or known from before."""
    return _earlier((evidence.common_ground, Because.COMMON_GROUND), (evidence.known_from_before, Because.KNOWN))


def _agreement(evidence: Evidence) -> _Step | None:
    """(b): a one-on-one agreed; somebody known from before needs no more than to write."""
    touch = evidence.touch_received if evidence.known_from_before else None
    return _earlier((evidence.one_on_one_agreed, Because.AGREED), (touch, Because.TOUCH))


def _earlier(*steps: tuple[date | None, Because]) -> _Step | None:
    there = [(day, reason) for day, reason in steps if day is not None]
    return min(there, key=lambda step: step[0], default=None)


def _later(first: _Step, second: _Step) -> _Step:
    """The step that completes; of two on one day, the one that comes second in the method."""
    return first if first[0] > second[0] else second
