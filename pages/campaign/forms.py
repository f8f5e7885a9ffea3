"""The campaign's figures, dates and pauses, and the three first steps: a position, places where one has been, names."""

from typing import Any, Final

from crispy_forms.bootstrap import StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms

from campaigns.models import Campaign, Pause
from pages.parts.fields import DayInput

A_THIRD = "col-sm-4"
A_NAME: Final = 200
NAMES: Final = ("first", "second", "third")


class CampaignForm(forms.ModelForm):
    goal = forms.IntegerField(label="Cups", min_value=1, max_value=500)
    weekly_invitations = forms.IntegerField(label="Invitations a week", min_value=0, max_value=100)
    weekly_cups = forms.IntegerField(label="Cups a week", min_value=0, max_value=100)

    class Meta:
        model = Campaign
        fields = (
            "name",
            "position",
            "goal",
            "started_on",
            "target_on",
            "weekly_invitations",
            "weekly_cups",
            "worked_at",
            "studied_at",
        )
        labels = {
            "position": "The position you seek",
            "started_on": "Started on",
            "target_on": "Target date",
            "worked_at": "Where you worked",
            "studied_at": "Where you studied",
        }
        help_texts = {"target_on": "Move it whenever you like."}
        widgets = {
            "started_on": DayInput(),
            "target_on": DayInput(),
            "worked_at": forms.Textarea(attrs={"rows": 3}),
            "studied_at": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = Layout(
            "position",
            Row(
                Column("goal", css_class=A_THIRD),
                Column("started_on", css_class=A_THIRD),
                Column("target_on", css_class=A_THIRD),
                css_class="gx-3",
            ),
            Row(
                Column("weekly_invitations", css_class=A_THIRD),
                Column("weekly_cups", css_class=A_THIRD),
                css_class="gx-3",
            ),
            Row(
                Column("worked_at", css_class="col-sm-6"), Column("studied_at", css_class="col-sm-6"), css_class="gx-3"
            ),
            "name",
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        started_on, target_on = cleaned.get("started_on"), cleaned.get("target_on")
        if started_on and target_on and target_on < started_on:
            self.add_error("target_on", "This day is before the start.")
        return cleaned


class PauseForm(forms.ModelForm):
    class Meta:
        model = Pause
        fields = ("from_day", "to_day")
        labels = {"from_day": "From", "to_day": "Until"}
        widgets = {"from_day": DayInput(), "to_day": DayInput()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = Layout(
            Row(
                Column("from_day", css_class=A_THIRD),
                Column("to_day", css_class=A_THIRD),
                Column(StrictButton("Pause", type="submit", css_class="btn-quiet"), css_class=f"{A_THIRD} mb-3"),
                css_class="gx-3 align-items-end",
            )
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        from_day, to_day = cleaned.get("from_day"), cleaned.get("to_day")
        if from_day and to_day and to_day < from_day:
            self.add_error("to_day", "This day is before the first one.")
        return cleaned


class PositionForm(forms.ModelForm):
    class Meta:
        model = Campaign
        fields = ("position",)
        labels = {"position": "Position"}
        help_texts = {"position": "Would your neighbour know whom to think of? Read it aloud."}


class PlacesForm(forms.ModelForm):
    class Meta:
        model = Campaign
        fields = ("worked_at", "studied_at")
        labels = {"worked_at": "Where have you worked?", "studied_at": "Where have you studied?"}
        widgets = {"worked_at": forms.Textarea(attrs={"rows": 3}), "studied_at": forms.Textarea(attrs={"rows": 2})}


class ThreeNamesForm(forms.Form):
    first = forms.CharField(label="A name", max_length=A_NAME, required=False)
    second = forms.CharField(label="A second name", max_length=A_NAME, required=False)
    third = forms.CharField(label="A third name", max_length=A_NAME, required=False)

    def names(self) -> list[str]:
        """What was typed, each name once."""
        typed = (" ".join(self.cleaned_data[field].split()) for field in NAMES)
        return list(dict.fromkeys(name for name in typed if name))
