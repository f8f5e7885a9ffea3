"""R3 and R4: what is asked once before it is saved: one answer goes on as it was, the others change a choice.

The question stands beside the choice as soon as it is made; without scripts it comes once the form is sent, before
anything is written. Its name is posted along with the answer, so that it is not asked twice.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from campaigns.rules.days import on_day
from meetings.rules import asking, purpose
from meetings.rules.asking import WHOSE_VIEW, AskKind
from meetings.rules.purpose import PurposeKind
from relationships.reads.relationship import Relationship

BEFORE: Final = "before"
REFERRAL: Final = "referral"
ASKABLE: Final = (BEFORE, REFERRAL)


@dataclass(frozen=True, kw_only=True)
class Choice:
    """An answer that changes something: what is posted, and its words."""

    value: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Question:
    """Asked once; `keep` are the words of the answer that goes on."""

    name: str
    words: str
    keep: str
    choices: tuple[Choice, ...]


def open_question(
    asked: Collection[str],
    relationship: Relationship | None,
    *,
    ask: str,
    ask_kind: AskKind | None,
    purpose_kind: PurposeKind | None = None,
    today: date,
) -> Question | None:
    """The first question that was not asked yet; `relationship` is None for somebody new."""
    for question in _questions(relationship, ask, ask_kind, purpose_kind, today):
        if question.name not in asked:
            return question
    return None


def _questions(
    relationship: Relationship | None,
    ask: str,
    ask_kind: AskKind | None,
    purpose_kind: PurposeKind | None,
    today: date,
) -> Iterator[Question]:
    if relationship and purpose_kind:
        yield from _asked_before(relationship, purpose_kind, today)
    carries = relationship is not None and relationship.carries_a_referral
    if words := asking.warning(ask_kind, purpose_kind, ask, carries=carries):
        instead = f" purpose_kind:{PurposeKind.POSITION.value}" if purpose_kind is PurposeKind.SOMEBODY else ""
        yield Question(
            name=REFERRAL,
            words=words,
            keep="Ask anyway",
            choices=(
                Choice(value=f"ask_kind:view{instead}", words="Ask for their view"),
                Choice(value="whose_view", words=f"Ask: {WHOSE_VIEW}"),
            ),
        )


def _asked_before(relationship: Relationship, kind: PurposeKind, today: date) -> Iterator[Question]:
    before = purpose.used_before(kind, relationship.earlier)
    if before is None:
        return
    result = f": “{before.result}”" if before.result else "."
    name, day = relationship.contact.short_name, on_day(before.day, today)
    left = [other for other in purpose.kinds_left(relationship.earlier) if _is_new(other, relationship)]
    yield Question(
        name=BEFORE,
        words=f"You met {name} for this {day}{result} Ask something new?",
        keep="Keep it",
        choices=tuple(Choice(value=f"purpose_kind:{other.value}", words=other.label) for other in left),
    )


def _is_new(kind: PurposeKind, relationship: Relationship) -> bool:
    """Worth offering: they know each other by now, and a name is offered where the relationship carries it."""
    return kind is not PurposeKind.ACQUAINT and (kind is not PurposeKind.SOMEBODY or relationship.carries_a_referral)
