"""The three first steps: what you want and at what pace, where you have been, three names."""

from typing import Any, Final

from django import forms

from campaigns.models import Campaign
from campaigns.rules.progress import CONVERSATIONS_A_WEEK, INVITATIONS_A_WEEK
from contacts.rules.typed_person import TypedPerson, read_person
from pages.parts.fields import PersonField, readable

NAMES: Final = ("first", "second", "third")


class FigureField(forms.TypedChoiceField):
    """One of the weekly figures; left open, the preset stays."""

    def __init__(self, offered: tuple[int, ...], **kwargs: Any) -> None:
        super().__init__(
            choices=[(number, str(number)) for number in offered],
            coerce=int,
            empty_value=None,
            required=False,
            widget=forms.RadioSelect(attrs={"class": "btn-check"}),
            **kwargs,
        )


class StepForm(forms.ModelForm):
    """Settings of the campaign of which some are asked once."""

    def answers(self) -> dict[str, Any]:
        """What was answered, by the name of the campaign's field."""
        return {name: value for name, value in self.cleaned_data.items() if value is not None}


class PositionForm(StepForm):
    weekly_invitations = FigureField(INVITATIONS_A_WEEK, label="Invitations a week")
    weekly_cups = FigureField(CONVERSATIONS_A_WEEK, label="Conversations a week")

    class Meta:
        model = Campaign
        fields = ("position", "situation", "situation_words", "weekly_invitations", "weekly_cups")
        labels = {"position": "Position", "situation": "How do you say where you stand?", "situation_words": "How it goes on"}
        help_texts = {
            "position": "Would your neighbour know whom to think of? Read it aloud.",
            "situation_words": "Half a sentence. It stands in the messages that Fifty Cups writes for you.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["position"].validators.append(readable)
        if self.instance.figures_asked:
            del self.fields["weekly_invitations"], self.fields["weekly_cups"]

    def figures(self) -> list[forms.BoundField]:
        """The questions of the pace, while they were not answered (R11)."""
        return [self[name] for name in ("weekly_invitations", "weekly_cups") if name in self.fields]

    def answers(self) -> dict[str, Any]:
        answers = super().answers()
        return answers | ({"figures_asked": True} if "weekly_invitations" in answers else {})


class PlacesForm(StepForm):
    cups_before = forms.IntegerField(
        label="How many one-on-ones have you had before, in this search?",
        min_value=0,
        max_value=500,
        required=False,
        help_text="They are shown paler beside the shelf, which begins at 0. Leave it open if you do not know.",
    )

    class Meta:
        model = Campaign
        fields = ("worked_at", "studied_at", "cups_before")
        labels = {"worked_at": "Where have you worked?", "studied_at": "Where have you studied?"}
        widgets = {"worked_at": forms.Textarea(attrs={"rows": 3}), "studied_at": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.cups_before is not None:
            del self.fields["cups_before"]


class ThreeNamesForm(forms.Form):
    first = PersonField(label="A name", required=False)
    second = PersonField(label="A second name", required=False)
    third = PersonField(label="A third name", required=False)

    def people(self) -> list[TypedPerson]:
        """Who was typed, each once."""
        typed = (read_person(self.cleaned_data[field]) for field in NAMES)
        return list(dict.fromkeys(person for person in typed if person.name))
