"""A day from today on, and putting something off to one."""

from datetime import date
from typing import Any

from django import forms

from outcomes.rules.due import SNOOZES, snooze_days


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
