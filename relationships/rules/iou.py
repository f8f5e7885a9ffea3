"""R2 as a person's page shows it: the three phases, each with the evidence that is there and what is missing.

Source: docs/method.md.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from accounts.rules.words import counted
from campaigns.rules.days import day_in_sentence, short_day
from contacts.rules.joining import JoinedBecause
from contacts.rules.phases import Evidence, Missing, Phase, because, missing, phase_of, reached

NOT_YET: Final = "Not yet"


@dataclass(frozen=True, kw_only=True)
class Check:
    """One piece of evidence: there, or missing and then to be supplied."""

    words: str
    beside: str = ""
    missing: Missing | None = None


@dataclass(frozen=True, kw_only=True)
class IouStep:
    """A phase as one step: past, current or ahead."""

    phase: Phase
    place: str
    since: str
    checks: tuple[Check, ...]

    @property
    def letter(self) -> str:
        return self.phase.value[0].upper()


def iou(
    evidence: Evidence, *, joined_on: date, joined_because: JoinedBecause, shared: int, given: int, today: date
) -> list[IouStep]:
    """The three steps; `shared` lines were found in common, `given` things obtained."""
    here, days, reasons = phase_of(evidence), reached(evidence), because(evidence)
    since = {Phase.INITIATE: f"In your network since {day_in_sentence(joined_on, today)}"}
    since |= {phase: f"Since {day_in_sentence(day, today)}: {reasons[phase].label}" for phase, day in days.items()}
    checks = {
        Phase.INITIATE: (Check(words=joined_because.label),),
        Phase.OBTAIN: (*_relationship(evidence, shared), _agreement(evidence, today)),
        Phase.USE: (_obtained(evidence, given),),
    }
    return [
        IouStep(phase=phase, place=_place(phase, here), since=since.get(phase, NOT_YET), checks=checks[phase])
        for phase in Phase
    ]


def _place(phase: Phase, here: Phase) -> str:
    order = list(Phase)
    if phase is here:
        return "current"
    return "past" if order.index(phase) < order.index(here) else "ahead"


def _relationship(evidence: Evidence, shared: int) -> list[Check]:
    if Missing.SHARED in missing(evidence):
        return [_todo(Missing.SHARED)]
    found = []
    if evidence.known_from_before:
        since = evidence.known_from_before
        found.append(Check(words="Known from before", beside="" if since == date.min else str(since.year)))
    if evidence.common_ground:
        found.append(Check(words="What you share", beside=counted(shared, "line", "lines")))
    return found


def _agreement(evidence: Evidence, today: date) -> Check:
    if Missing.ONE_ON_ONE in missing(evidence):
        return _todo(Missing.ONE_ON_ONE)
    if evidence.one_on_one_agreed:
        return Check(words="One-on-one agreed", beside=short_day(evidence.one_on_one_agreed, today))
    return Check(words="They wrote or rang", beside=short_day(evidence.touch_received or today, today))


def _obtained(evidence: Evidence, given: int) -> Check:
    if Missing.OBTAINED in missing(evidence):
        return _todo(Missing.OBTAINED)
    return Check(words="Something they gave you", beside=counted(given, "thing", "things"))


def _todo(what: Missing) -> Check:
    return Check(words=what.label, missing=what)


def moved_back(name: str, before: str, after: str, evidence: Evidence) -> str:
    """The sentence that says so when taking evidence away moves a phase back; empty when it does not."""
    order = ["", *Phase]
    if not after or order.index(Phase(after)) >= order.index(Phase(before) if before else ""):
        return ""
    lacks = missing(evidence)
    words = f" Missing now: {lacks[0].label[:1].lower()}{lacks[0].label[1:]}" if lacks else ""
    full_stop = "" if words.endswith("?") or not words else "."
    return f"{name} is back in {Phase(after).label}.{words}{full_stop}"
