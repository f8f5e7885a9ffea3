"""What is done to picked people: each form carries whom it is about."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from campaigns.models import Campaign
from contacts.models import ContactQuerySet
from contacts.rules.joining import BULK_LIMIT
from contacts.rules.keys import is_key
from contacts.rules.leaving import LeftBecause
from pages.parts.fields import DayInput, readable

NOT_YOURS = "Somebody you picked is not among your people any more."


class PeopleField(forms.ModelMultipleChoiceField):
    """Only what could be a key is asked of the database: it cannot hold forty digits."""

    widget = forms.MultipleHiddenInput
    default_error_messages = {
        "required": "Pick somebody first.",
        "invalid_choice": NOT_YOURS,
        "invalid_pk_value": NOT_YOURS,
    }

    def clean(self, value: list[str] | None) -> ContactQuerySet:
        if value and not all(is_key(str(key)) for key in value):
            raise forms.ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")
        return super().clean(value)  # type: ignore[return-value]  # the manager of the form gives it


class PickedForm(forms.Form):
    """R1: at most 200 people at a time, all of them the user's own."""

    def __init__(self, data: QueryDict | None, *, campaign: Campaign, today: date) -> None:
        super().__init__(data)
        self.campaign, self.today = campaign, today
        self.fields["picked"] = PeopleField(campaign.contacts.select_related("company"))

    def clean_picked(self) -> ContactQuerySet:
        picked: ContactQuerySet = self.cleaned_data["picked"]
        if len(picked) > BULK_LIMIT:
            raise forms.ValidationError(f"At most {BULK_LIMIT} people at a time. You picked {len(picked)}.")
        return picked


class TagForm(PickedForm):
    name = forms.CharField(
        label="Tag", max_length=60, validators=[readable], help_text="A word of your own: food, recruiter, climbing."
    )


class FollowUpForm(PickedForm):
    text = forms.CharField(label="What do you want to do?", max_length=500, validators=[readable])
    due_on = forms.DateField(label="On", widget=DayInput())

    def clean_due_on(self) -> date:
        due_on: date = self.cleaned_data["due_on"]
        if due_on < self.today:
            raise forms.ValidationError("This day is past. Choose today or a later day.")
        return due_on


class LeaveForm(PickedForm):
    because = forms.ChoiceField(label="Why?", choices=LeftBecause.choices(), widget=forms.RadioSelect)
    until = forms.DateField(label="Wait until", required=False, widget=DayInput())

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        until = cleaned.get("until")
        if cleaned.get("because") == LeftBecause.WAIT and (until is None or until <= self.today):
            self.add_error("until", "Say until which day, after today.")
        return cleaned
