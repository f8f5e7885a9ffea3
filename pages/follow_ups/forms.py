"""A follow-up typed in, changed, or put off to a day."""

from datetime import date
from typing import Any

from django import forms

from outcomes.models import FollowUp
from outcomes.rules.due import SNOOZES, FollowUpKind, snooze_days
from pages.parts.fields import readable

TYPED_KINDS = (
    (FollowUpKind.ACTION.value, "I want to"),
    (FollowUpKind.PROMISE.value, "I promised"),
    (FollowUpKind.WAITING.value, "They said they would"),
)


class DayField(forms.DateField):
    """A day from today on: nothing is created overdue (R7)."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def __init__(self, *, today: date, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.today = today
        self.widget.attrs["min"] = today.isoformat()

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value and value < self.today:
            raise forms.ValidationError("Choose today or a later day.", code="past")


class FollowUpForm(forms.ModelForm):
    """What is to be done for, or by, one contact."""

    class Meta:
        model = FollowUp
        fields = ("kind", "text", "due_on")
        labels = {"text": "What"}

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = self.instance.due_on
        self.fields["text"].widget.attrs["autocomplete"] = "off"
        self.fields["due_on"] = DayField(today=min(kept, today) if kept else today, label="On")
        # What a rule made keeps its kind: a thank-you is no promise.
        typed = [value for value, _ in TYPED_KINDS]
        if self.instance.pk and self.instance.kind not in typed:
            del self.fields["kind"]
        else:
            self.fields["kind"] = forms.ChoiceField(
                label="Who does it", choices=TYPED_KINDS, widget=forms.RadioSelect, initial=FollowUpKind.ACTION.value
            )

    def clean_text(self) -> str:
        readable(self.cleaned_data["text"])
        return " ".join(self.cleaned_data["text"].split())


class PutOffForm(forms.Form):
    """To one of the days that are offered, as a number of business days, or to a day of one's own."""

    days = forms.TypedChoiceField(coerce=int, choices=[(number, number) for number in SNOOZES], required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["day"] = DayField(today=today, required=False)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if not data.get("day") and data.get("days"):
            data["day"] = dict(zip(SNOOZES, snooze_days(self.today), strict=True))[data["days"]]
        if not data.get("day"):
            raise forms.ValidationError("Choose a day.")
        return data
