"""An event to go to, or one that took place: what it is, when and where, and what the user goes for."""

from datetime import date
from typing import Any, Final

from django import forms

from meetings.models import Encounter, Event
from meetings.rules.events import EventKind
from outcomes.rules.offered_days import FURTHEST
from pages.parts.fields import DayInput, begin_at, readable
from pages.parts.meanwhile import Meanwhile

EARLIEST: Final = date(2000, 1, 1)


class EventForm(Meanwhile, forms.ModelForm):
    """The ask belongs to an event for people who look for work; at any other there is no pitch, and so no ask."""

    class Meta:
        model = Event
        fields = ("name", "kind", "day", "place", "what_for", "ask")
        labels = {
            "name": "What is it called?",
            "kind": "What is it for?",
            "day": "Which day?",
            "place": "Where?",
            "what_for": "What do you go for?",
            "ask": "The one specific thing that you ask for",
        }
        help_texts = {
            "name": "As you would say it: Trade fair, Aldermoor Hall.",
            "what_for": "For instance: find two or three people who agree to meet again.",
            "ask": "At an event for people who look for work only. It ends your verbal business card.",
        }
        widgets = {
            "kind": forms.RadioSelect,
            "day": DayInput,
            "name": forms.TextInput(attrs={"autocomplete": "off"}),
            "place": forms.TextInput(attrs={"autocomplete": "off"}),
        }
        error_messages = {
            "name": {"required": "Say what it is called."},
            "day": {"required": "Choose a day. If you are not sure yet, choose the likeliest."},
        }

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.noted_day = today, self.instance.day if self.instance.pk else None
        for name in ("name", "place", "what_for", "ask"):
            self.fields[name].validators.append(_readable)
        begin_at(self, "name")

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day < EARLIEST and day != self.noted_day:
            raise forms.ValidationError("This day is too long ago.")
        if day > self.today and self.noted_day and Encounter.objects.filter(event=self.instance).exists():
            raise forms.ValidationError("You have noted whom you met there: the day cannot be still to come.")
        if day > self.today + FURTHEST:
            raise forms.ValidationError("Choose a day within five years.")
        return day

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("kind") == EventKind.GENERAL:
            cleaned["ask"] = ""
        return cleaned


def _readable(text: str) -> None:
    if text:
        readable(text)
