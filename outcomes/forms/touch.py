"""A message, mail or short call: who, which way, how, about what, and perhaps what comes next (R1, R2, R8)."""

from datetime import date
from typing import Any, Final

from django import forms
from django.http import QueryDict

from campaigns.forms.fields import DayInput
from campaigns.models import Campaign
from contacts.forms.person_choice import PersonChoiceForm
from contacts.models import Contact
from meetings.rules.touch import Channel, Direction, Matter
from outcomes.forms.day_choice import DayChoice, DayChoiceField
from outcomes.rules import offered_days

EARLIEST: Final = date(2000, 1, 1)


class TouchForm(PersonChoiceForm):
    day = forms.DateField(label="When?", widget=DayInput({"class": "form-control"}))
    direction = forms.ChoiceField(label="Which way?", choices=Direction.choices())
    channel = forms.ChoiceField(label="How?", choices=Channel.choices())
    matter = forms.ChoiceField(
        label="What kind of message?", choices=Matter.choices(), widget=forms.Select({"class": "form-select"})
    )
    text = forms.CharField(label="What was it about?", required=False, max_length=500)
    following = forms.CharField(label="What next?", required=False, max_length=500)
    following_by = DayChoiceField(label="by")

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        campaign: Campaign,
        today: date,
        contact: Contact | None = None,
    ) -> None:
        self.today = today
        initial = {
            "day": today,
            "direction": Direction.SENT.value,
            "channel": Channel.MESSAGE.value,
            "matter": Matter.OTHER.value,
            "following_by": offered_days.a_week(today),
        }
        super().__init__(data, campaign=campaign, contact=contact, initial=initial)
        self.fields["person"].label = "Who?"
        self.fields["person"].widget.attrs["autofocus"] = data is None and contact is None
        self.fields["following_by"].widget = DayChoice(offered_days.to_promise(today))

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day > self.today:
            raise forms.ValidationError("This day is still to come. When was it?")
        if day < EARLIEST:
            raise forms.ValidationError("This day is too long ago.")
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        due = cleaned.get("following_by")
        if cleaned.get("following") and not due:
            self.add_error("following_by", "Choose a day.")
        if due and due > self.today + offered_days.FURTHEST:
            self.add_error("following_by", "Choose a day within five years.")
        return cleaned

    def touch_fields(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("day", "direction", "channel", "matter", "text")}
