"""The small forms of a person's page: what you share, a note, leaving for now."""

from datetime import date
from typing import Any

from django import forms

from contacts.models import CommonGround, Note
from contacts.rules.leaving import LeftBecause
from pages.parts.fields import DayInput, readable
from pages.parts.meanwhile import Meanwhile


class ShareForm(forms.Form):
    """A line of common ground, found today or to look for."""

    shared = forms.CharField(
        label="What you share",
        max_length=300,
        validators=[readable],
        widget=forms.TextInput(attrs={"placeholder": "We both…", "dir": "auto", "autocomplete": "off"}),
    )
    only_a_hint = forms.BooleanField(label="Not sure yet: something to look for", required=False)


class GroundForm(Meanwhile, forms.ModelForm):
    class Meta:
        model = CommonGround
        fields = ("text", "found_on")
        labels = {"text": "What you share", "found_on": "Found on"}
        help_texts = {"found_on": "Empty: something to look for."}
        widgets = {"found_on": DayInput(), "text": forms.TextInput(attrs={"dir": "auto"})}

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        self.today = today
        super().__init__(*args, **kwargs)
        self.fields["text"].validators.append(readable)

    def clean_found_on(self) -> date | None:
        found_on: date | None = self.cleaned_data["found_on"]
        if found_on and found_on > self.today:
            raise forms.ValidationError("This day is still to come.")
        return found_on


class NoteForm(Meanwhile, forms.ModelForm):
    class Meta:
        model = Note
        fields = ("text", "day")
        labels = {"text": "Note"}
        widgets = {"day": DayInput(), "text": forms.Textarea(attrs={"rows": 6, "dir": "auto"})}


class LeaveForm(forms.Form):
    """One of the four reasons; "wait until" needs its day."""

    because = forms.ChoiceField(choices=LeftBecause.choices())
    until = forms.DateField(label="Wait until", required=False, widget=DayInput())

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        self.today = today
        super().__init__(*args, **kwargs)
        self.fields["until"].widget.attrs["min"] = today.isoformat()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        until = cleaned.get("until")
        if cleaned.get("because") == LeftBecause.WAIT and "until" not in self.errors:
            if until is None:
                self.add_error("until", "Until which day?")
            elif until <= self.today:
                self.add_error("until", "Choose a day that is still to come.")
        return cleaned
