"""R6: what saving a debrief changes, said beside the form before it is saved (R2, R5).

A pure function of what stands and what is written. Source: docs/method.md; design.md, section 8.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from campaigns.rules.days import full_day, short_day
from contacts.rules.phases import Evidence, Phase, phase_of
from meetings.rules.cups import BEFORE, refill, saved_words
from outcomes.rules.items import ItemKind
from relationships.rules import debrief as rules
from relationships.rules.debrief import Debrief

KIND_WORDS: Final = {
    ItemKind.ADVICE: "advice",
    ItemKind.SUGGESTION: "a suggestion",
    ItemKind.REFERRAL: "a referral",
    ItemKind.INFORMATION: "information",
}
USE_WORDS: Final = {
    ItemKind.ADVICE: "put it to use, then tell {}.",
    ItemKind.SUGGESTION: "put it to use, then tell {}.",
    ItemKind.REFERRAL: "take it up, then tell {}.",
    ItemKind.INFORMATION: "put it to use, then tell {}.",
}


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What stands about the contact without this debrief; `name` is what they are called in a sentence."""

    name: str
    evidence: Evidence = field(default_factory=Evidence)
    cups: int = 0
    goal: int = 50
    has_cup: bool = False
    refills: int = 0
    thanked: bool = False
    thanks_wait: frozenset[int] = frozenset()
    """The open thank-yous from before; while one stands, no second one is made."""

    started_on: date = date.min


@dataclass(frozen=True, kw_only=True)
class Check:
    """One piece of evidence: there, with its day, or still missing."""

    words: str
    is_met: bool
    when: str = ""


@dataclass(frozen=True, kw_only=True)
class Added:
    """A row that saving adds, with the icon of its kind."""

    icon: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Saving:
    """What the panel beside the form says."""

    cup: str
    cup_more: str
    phase: Phase
    moved: str
    following: str
    checks: tuple[Check, ...]
    added: tuple[Added, ...]


def saving(standing: Standing, debrief: Debrief, today: date) -> Saving:
    """What will be different once this is saved."""
    after = evidence_after(standing.evidence, debrief)
    moved, following = moved_words(standing.name, phase_of(standing.evidence), phase_of(after), debrief.kept_kinds)
    cup, more = cup_words(standing, debrief.day)
    return Saving(
        cup=cup,
        cup_more=more,
        phase=phase_of(after),
        moved=moved,
        following=following,
        checks=_checks(after, debrief, today),
        added=tuple(_added(standing, debrief, today)),
    )


def evidence_after(evidence: Evidence, debrief: Debrief) -> Evidence:
    """The evidence with what the debrief brings, each on the day of the meeting."""
    return replace(
        evidence,
        common_ground=_earlier(evidence.common_ground, debrief.day if debrief.share else None),
        one_on_one_agreed=_earlier(evidence.one_on_one_agreed, debrief.day),
        obtained=_earlier(evidence.obtained, debrief.day if debrief.kept else None),
    )


def moved_words(name: str, before: Phase, after: Phase, given: Iterable[ItemKind]) -> tuple[str, str]:
    """That the phase moves, by what moves it: `Desmond gave you advice` and what is next; empty where it stays."""
    order = list(Phase)
    if after is before:
        return "", ""
    if order.index(after) < order.index(before):
        return f"{name} is back to {after.label}", "Nothing that they gave you stands any more."
    if after is Phase.USE:
        kind = next(iter(given), None)
        what = KIND_WORDS[kind] if kind else "something"
        return f"{name} gave you {what}", f"Next: {USE_WORDS[kind or ItemKind.ADVICE].format(name)}"
    if after is Phase.OBTAIN:
        return f"You and {name} share something, and met", f"Next: ask {name} for advice or a suggestion."
    return "", ""


def cup_words(standing: Standing, day: date) -> tuple[str, str]:
    """`Cup 22` and `Three to the next milestone.`; `Second coffee`; or that it was before the campaign (R5)."""
    if day < standing.started_on:
        return BEFORE, "It is shown, and is not a cup of this search."
    if standing.has_cup:
        return refill(standing.refills), ""
    cup, _, more = saved_words(standing.cups + 1, standing.goal).partition(". ")
    return cup.removesuffix("."), more


def _checks(after: Evidence, debrief: Debrief, today: date) -> tuple[Check, ...]:
    kinds = [KIND_WORDS[kind] for kind in dict.fromkeys(debrief.kept_kinds)]
    gave = " and ".join(kinds) if len(kinds) < 3 else f"{', '.join(kinds[:-1])} and {kinds[-1]}"
    known = after.common_ground is None and after.known_from_before is not None
    return (
        Check(
            words="Known from before" if known else "What you share", is_met=known or after.common_ground is not None
        ),
        Check(words="One-on-one held", is_met=True, when=short_day(debrief.day, today)),
        Check(
            words=f"{gave[:1].upper()}{gave[1:]}" if gave else "Something they gave you",
            is_met=after.obtained is not None,
        ),
    )


def _added(standing: Standing, debrief: Debrief, today: date) -> Iterable[Added]:
    wait = standing.thanked or standing.thanks_wait - debrief.settled
    thanks = None if wait else rules.thanks(debrief, standing.name, today)
    for row in (thanks, rules.promised(debrief.promised, today)):
        if row:
            yield Added(icon="calendar-plus", words=f"{row.text}, by {full_day(row.due, today)}")
    if waiting := rules.promised(debrief.waiting, today):
        yield Added(icon="hourglass-split", words=f"Waiting: {waiting.text}, ask on {full_day(waiting.due, today)}")
    if again := rules.again(debrief, standing.name, today):
        yield Added(icon="calendar-plus", words=f"{again.text}, around {full_day(again.due, today)}")
    for line in debrief.kept:
        if line.kind is ItemKind.REFERRAL and line.name and line.item_id is None:
            yield Added(icon="person-plus", words=f"{line.name} joins your network")


def _earlier(first: date | None, second: date | None) -> date | None:
    return min((day for day in (first, second) if day), default=None)
