"""The three first steps: what you want and at what pace, where you have been, three names."""

from typing import Any, Final

from django import forms
from django.http import QueryDict

from campaigns.models import Campaign
from campaigns.rules.progress import CONVERSATIONS_A_WEEK, INVITATIONS_A_WEEK
from pages.parts.fields import readable
from pages.parts.person_choice import ChosenPerson
from pages.parts.person_lines import LineForm, each_once

NAMES: Final = {"first": "A name", "second": "A second name", "third": "A third name"}


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
        labels = {
            "position": "Position",
            "situation": "How do you say where you stand?",
            "situation_words": "The rest of the sentence",
        }
        help_texts = {
            "position": "Read it aloud. Would your neighbour understand what you do?",
            "situation_words": "It stands in the messages that Fifty Cups writes for you.",
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


class ThreeNames:
    """Three lines for a name each, filled in or not."""

    def __init__(self, data: QueryDict | None, campaign: Campaign) -> None:
        self.is_bound = data is not None
        self.lines = [LineForm(data, prefix=prefix, campaign=campaign, words=words) for prefix, words in NAMES.items()]

    @property
    def questions(self) -> int:
        """How many lines leave open who is meant, or cannot be read."""
        return sum(not line.is_valid() for line in self.lines if line.is_typed)

    def is_valid(self) -> bool:
        return not self.questions

    def people(self) -> list[ChosenPerson]:
        """Who was typed, each once."""
        return each_once(line.chosen() for line in self.lines if line.is_typed)
