"""R3 and R4: why now, and the one thing that is asked for: the same fields in the invitation and in the plan."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django import forms
from django.http import QueryDict
from django.utils.html import format_html

from campaigns.rules.days import on_day
from contacts.models import Contact
from meetings.models import Invitation
from meetings.rules.asking import WHOSE_VIEW, AskKind
from meetings.rules.purpose import EarlierPurpose, PurposeKind, used_before
from pages.meetings.forms.questions import ASKABLE, Question, open_question
from relationships.reads.relationship import Relationship

CARRIED: Final = ("purpose_kind", "purpose", "ask_kind", "ask")
CHANGE: Final = "change"
WHOSE: Final = "whose_view"
COMPOSE: Final = "compose"
RECOMPOSE: Final = "recompose"
RATHER_WRITE: Final = "rather_write"
"""To have the message written anew from what stands above it; the latter only where it is as it was composed."""


@dataclass(frozen=True, kw_only=True)
class PurposeOption:
    """One of the six kinds, and when it was used before, with what came of it."""

    kind: PurposeKind
    checked: bool
    before: str


class PurposeForm(forms.Form):
    """It remembers what it has asked once; render the questions with `meetings/_question.html`."""

    today: date

    purpose_kind = forms.ChoiceField(
        label="Why this meeting, now?",
        choices=PurposeKind.choices(),
        error_messages={"required": "Choose why you meet."},
    )
    purpose = forms.CharField(label="In your own words", max_length=500, required=False)
    ask_kind = forms.ChoiceField(label="Kind of ask", choices=AskKind.choices(), initial=AskKind.VIEW.value)
    ask = forms.CharField(label="The ask", max_length=500, required=False)
    asked = forms.MultipleChoiceField(
        choices=[(name, name) for name in ASKABLE], required=False, widget=forms.MultipleHiddenInput
    )

    def question(self, relationship: Relationship | None) -> Question | None:
        """What is asked once before this is saved; `relationship` is None for somebody new."""
        return open_question(
            self.cleaned_data["asked"],
            relationship,
            ask=self.cleaned_data["ask"],
            ask_kind=AskKind(self.cleaned_data["ask_kind"]),
            purpose_kind=PurposeKind(kind) if (kind := self.cleaned_data["purpose_kind"]) else None,
            today=self.today,
        )

    def purposes(self, earlier: tuple[EarlierPurpose, ...] = ()) -> list[PurposeOption]:
        chosen = self["purpose_kind"].value()
        options = []
        for kind in PurposeKind:
            before = used_before(kind, earlier)
            words = f"met for this {on_day(before.day, self.today)}" if before else ""
            options.append(PurposeOption(kind=kind, checked=kind.value == chosen, before=words))
        return options

    def show_what_they_know(self, contact: Contact | None) -> None:
        """Beside the ask stands what this person knows about; nobody compares the words (R4)."""
        if contact and contact.knows_about:
            self.fields["ask"].help_text = format_html(
                "Can {0} answer this? {0} knows about {1}.", contact.short_name, contact.knows_about.rstrip(".")
            )


def changed(posted: QueryDict) -> QueryDict:
    """What was posted, with the other answer to a question taken: `ask_kind:view purpose_kind:position`."""
    data = posted.copy()
    for part in data.get(CHANGE, "").split():
        name, _, value = part.partition(":")
        if name in {"ask_kind", "purpose_kind"}:
            data[name] = value
        elif name in {COMPOSE, RECOMPOSE}:
            data.pop("message", None)
        elif name == WHOSE:
            data["ask_kind"], data["ask"] = AskKind.VIEW.value, WHOSE_VIEW
    return data


def carried_along(source: Invitation) -> dict[str, str]:
    """Purpose and ask of the invitation, for the first values of the plan: nothing is typed twice."""
    return {name: value for name in CARRIED if (value := getattr(source, name))}
