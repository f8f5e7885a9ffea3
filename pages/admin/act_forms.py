"""What an act on many people asks for, on a page of its own."""

from datetime import date
from typing import Any

from django import forms
from django.utils.safestring import SafeString

from campaigns.rules.business_days import next_business_day
from contacts.rules.leaving import LeftBecause
from pages.parts.fields import DayInput, readable


class ActForm(forms.Form):
    """Asks nothing, but whether."""

    error_css_class = "errors"

    def __init__(self, data: Any, *, today: date) -> None:
        super().__init__(data, label_suffix="")
        self.today = today

    def rows(self) -> SafeString:
        return self.as_div()


class TagForm(ActForm):
    words = forms.CharField(label="Tag", max_length=60, help_text="A word of your own: food, recruiter, climbing.")

    def clean_words(self) -> str:
        words = " ".join(self.cleaned_data["words"].split())
        readable(words)
        return words


class CompanyForm(ActForm):
    words = forms.CharField(
        label="Company", max_length=200, required=False, help_text="A new name makes a new company; none takes it away."
    )

    def clean_words(self) -> str:
        words = " ".join(self.cleaned_data["words"].split())
        if words:
            readable(words)
        return words


class FollowUpForm(ActForm):
    words = forms.CharField(label="What do you want to do?", max_length=500)
    day = forms.DateField(label="On", widget=DayInput())

    def __init__(self, data: Any, *, today: date) -> None:
        super().__init__(data, today=today)
        self.initial["day"] = next_business_day(today)

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day < self.today:
            raise forms.ValidationError("This day is past. Choose today or a later day.")
        return day


class LeaveForm(ActForm):
    because = forms.ChoiceField(label="Why?", choices=LeftBecause.choices(), widget=forms.RadioSelect)
    day = forms.DateField(label="Wait until", required=False, widget=DayInput())

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        day = cleaned.get("day")
        if cleaned.get("because") == LeftBecause.WAIT and "day" not in self.errors and (not day or day <= self.today):
            self.add_error("day", "Say until which day, after today.")
        return cleaned
