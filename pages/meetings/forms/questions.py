"""R3 and R4: what is asked once before it is saved, with two answers, one of which goes on as it was.

The question stands in the form that is shown again; its name is posted along with the answer, so that it is not asked
twice. The other answer changes a choice and shows the form once more.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from django import forms
from django.http import QueryDict

from campaigns.rules.days import on_day
from meetings.rules import asking, purpose
from meetings.rules.asking import AskKind
from meetings.rules.purpose import PurposeKind
from relationships.reads.relationship import Relationship

BEFORE: Final = "before"
DOUBT: Final = "doubt"
REFERRAL: Final = "referral"
CHANGE: Final = "change"
MAY_CHANGE: Final = ("ask_kind", "purpose_kind")


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


class AskedOnceForm(forms.Form):
    """A form that remembers what it has asked; render it with `meetings/_question.html`."""

    asked = forms.MultipleChoiceField(
        choices=[(name, name) for name in (BEFORE, DOUBT, REFERRAL)],
        required=False,
        widget=forms.MultipleHiddenInput,
    )


def changed(posted: QueryDict) -> QueryDict:
    """What was posted, with the other answer taken: `ask_kind:view purpose_kind:position`."""
    data = posted.copy()
    for part in data.get(CHANGE, "").split():
        name, _, value = part.partition(":")
        if name in MAY_CHANGE:
            data[name] = value
    return data


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
    if relationship:
        yield from _in_doubt(relationship, ask)
    carries = relationship is not None and relationship.carries_a_referral
    if words := asking.warning(ask_kind, purpose_kind, carries=carries):
        other = "ask_kind:view"
        if purpose_kind is PurposeKind.SOMEBODY:
            other += f" purpose_kind:{PurposeKind.POSITION.value}"
        yield Question(
            name=REFERRAL, words=words, keep="Keep it", choices=(Choice(value=other, words="Ask for their view"),)
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


def _in_doubt(relationship: Relationship, ask: str) -> Iterator[Question]:
    contact = relationship.contact
    if purpose.is_in_doubt(ask, contact.knows_about):
        yield Question(
            name=DOUBT,
            words=f"Can {contact.short_name} answer this? {contact.short_name} knows about {contact.knows_about}.",
            keep="Yes",
            choices=(Choice(value="ask:other", words="Choose another question"),),
        )
