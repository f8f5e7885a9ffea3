"""The campaign's figures and dates, its pauses and days off."""

from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms

from campaigns.models import Campaign, Pause
from campaigns.rules.progress import PauseKind
from campaigns.rules.start import earliest_start, start_error, target_error
from pages.parts.fields import DayInput, readable
from pages.parts.meanwhile import SHOWN, Meanwhile

A_THIRD = "col-sm-4"


class CampaignForm(Meanwhile, forms.ModelForm):
    goal = forms.IntegerField(label="Cups", min_value=1, max_value=500)
    weekly_invitations = forms.IntegerField(label="Invitations a week", min_value=0, max_value=100)
    weekly_cups = forms.IntegerField(
        label="Conversations a week", min_value=0, max_value=100, help_text="First coffees and later ones alike."
    )
    cups_before = forms.IntegerField(
        label="How many have you had before?",
        min_value=0,
        max_value=500,
        required=False,
        help_text="One-on-ones before the start. They are shown paler beside the shelf, and count nowhere.",
    )

    class Meta:
        model = Campaign
        fields = (
            "name",
            "position",
            "situation",
            "situation_words",
            "rather_write",
            "goal",
            "started_on",
            "target_on",
            "weekly_invitations",
            "weekly_cups",
            "cups_before",
            "worked_at",
            "studied_at",
        )
        labels = {
            "position": "The position you seek",
            "situation": "How you say it",
            "situation_words": "The rest of the sentence",
            "started_on": "Started on",
            "target_on": "Target date",
            "worked_at": "Where you worked",
            "studied_at": "Where you studied",
        }
        help_texts = {
            "started_on": "Coffees since then count as cups.",
            "target_on": "Move it whenever you like.",
        }
        widgets = {
            "started_on": DayInput(),
            "target_on": DayInput(),
            "worked_at": forms.Textarea(attrs={"rows": 3}),
            "studied_at": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        for name in ("name", "position"):
            self.fields[name].validators.append(readable)
        self.fields["started_on"].widget.attrs |= {
            "min": earliest_start(today).isoformat(),
            "max": today.isoformat(),
        }
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = Layout(
            SHOWN,
            "position",
            Row(
                Column("situation", css_class="col-sm-5"),
                Column("situation_words", css_class="col-sm-7"),
                css_class="gx-3",
            ),
            "rather_write",
            _thirds("goal", "started_on", "target_on"),
            _thirds("weekly_invitations", "weekly_cups", "cups_before"),
            Row(
                Column("worked_at", css_class="col-sm-6"), Column("studied_at", css_class="col-sm-6"), css_class="gx-3"
            ),
            "name",
        )

    def clean_started_on(self) -> date:
        started_on: date = self.cleaned_data["started_on"]
        if error := start_error(started_on, self.today):
            raise forms.ValidationError(error, code="start")
        return started_on

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        started_on, target_on = cleaned.get("started_on"), cleaned.get("target_on")
        if started_on and target_on and (error := target_error(started_on, target_on)):
            self.add_error("target_on", error)
        return cleaned


def _thirds(*names: str) -> Row:
    return Row(*(Column(name, css_class=A_THIRD) for name in names), css_class="gx-3")


class PauseForm(Meanwhile, forms.ModelForm):
    """A pause or days off; which days can be is for the model to say, in the admin too."""

    kind = forms.ChoiceField(
        label="Why",
        choices=PauseKind.choices(),
        initial=PauseKind.PAUSE.value,
        widget=forms.RadioSelect(attrs={"class": "btn-check"}),
    )

    class Meta:
        model = Pause
        fields = ("kind", "from_day", "to_day")
        labels = {"from_day": "From", "to_day": "Until"}
        widgets = {"from_day": DayInput(), "to_day": DayInput()}
