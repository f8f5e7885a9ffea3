"""R4: a meeting that is agreed: when, how, why now, and the one thing that is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from typing import Any, Final

from django import forms
from django.utils import timezone

from campaigns.rules.days import full_day
from meetings.models import Meeting
from meetings.rules.meeting import Mode
from meetings.rules.starting import skipped_words, start_of, too_far
from pages.meetings.forms.purpose import CARRIED, PurposeForm
from pages.parts.fields import DayInput, KeysField
from pages.parts.person_choice import PersonChoiceForm
from relationships.reads.questions import Offered

PAST: Final = "This day is past. If it took place, log it."
FIELDS: Final = ("mode", "place", "minutes", *CARRIED)
STANDING: Final = ("day", "time", *FIELDS)
TOO_FAR: Final = "This day is more than two years away."


class TimeInput(forms.TimeInput):
    """A time as the browser asks for it."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class WhenForm(forms.Form):
    """A day and perhaps a time, in the user's zone. An unchanged day may be past."""

    taken_instead: str = ""
    """Said after saving where the clocks skip the time that was typed: the next real one is taken (R7)."""

    day = forms.DateField(label="Day", widget=DayInput())
    time = forms.TimeField(label="Time", required=False, widget=TimeInput())

    def __init__(self, *args: Any, today: date, zone: tzinfo, **kwargs: Any) -> None:
        self.today, self.zone = today, zone
        super().__init__(*args, **kwargs)

    def clean_day(self) -> date | None:
        day: date = self.cleaned_data["day"]
        if day < self.today and "day" in self.changed_data:
            raise forms.ValidationError(PAST)
        if too_far(day, self.today):
            raise forms.ValidationError(TOO_FAR)
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cleaned["starts_at"] = None
        if cleaned.get("day") and cleaned.get("time"):
            start = start_of(cleaned["day"], cleaned["time"], self.zone)
            if start.time != cleaned["time"]:
                self.taken_instead = skipped_words(cleaned["time"], start.time)
            cleaned["day"], cleaned["starts_at"] = start.day, start.instant
        return cleaned

    def when(self) -> dict[str, date | datetime | None]:
        return {"day": self.cleaned_data["day"], "starts_at": self.cleaned_data["starts_at"]}


class MeetingForm(PurposeForm, WhenForm):
    """A planned meeting, whoever it is with."""

    mode = forms.ChoiceField(label="How?", choices=Mode.choices(), initial=Mode.IN_PERSON.value)
    place = forms.CharField(label="Where?", max_length=200, required=False)
    minutes = forms.IntegerField(label="Minutes", required=False, min_value=5, max_value=600)
    questions = KeysField(label="What you want to know", required=False)
    offered: Sequence[Offered] = ()
    """The questions of the research that may be asked there."""

    def to_ask(self) -> list[int]:
        return [int(key) for key in self.cleaned_data["questions"]]

    def values(self) -> dict[str, Any]:
        """The fields of the meeting."""
        return {**self.when(), **{name: self.cleaned_data[name] for name in FIELDS}}


class PlanForm(PersonChoiceForm, MeetingForm):
    """A meeting to be planned, with somebody known or new."""


@dataclass(frozen=True, kw_only=True)
class Differing:
    """A field that another tab saved otherwise, and what it says now."""

    label: str
    stands: str


class MeetingEditForm(MeetingForm):
    """A planned meeting that is changed; `version` is the one that the page was opened with."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)

    def values(self) -> dict[str, Any]:
        """Where day and time stayed, the instant stays too, whatever zone the user has moved to (R7)."""
        values = super().values()
        if not {"day", "time"} & set(self.changed_data):
            del values["day"], values["starts_at"]
        return values

    def differing(self, meeting: Meeting) -> list[Differing]:
        """What another tab saved otherwise than it is typed here."""
        stands = as_typed(meeting, self.zone)
        return [
            Differing(label=str(self.fields[name].label), stands=self._words(name, stands[name]))
            for name in STANDING
            if (self.cleaned_data[name] or None) != (stands[name] or None)
        ]

    def _words(self, name: str, value: date | time | str | int | None) -> str:
        if isinstance(value, date):
            return full_day(value, self.today)
        if isinstance(value, time):
            return f"{value:%H:%M}"
        return dict(getattr(self.fields[name], "choices", ())).get(value) or str(value or "nothing")


def as_typed(meeting: Meeting, zone: tzinfo) -> dict[str, Any]:
    """The meeting as the form shows it."""
    return {**when_typed(meeting, zone), **{name: getattr(meeting, name) for name in (*FIELDS, "version")}}


def when_typed(meeting: Meeting, zone: tzinfo) -> dict[str, date | time | None]:
    """Day and time of its instant in this zone (R7); without a time the day as it was agreed."""
    if meeting.starts_at is None:
        return {"day": meeting.local_day, "time": None}
    local = timezone.localtime(meeting.starts_at, zone)
    return {"day": local.date(), "time": local.time().replace(second=0, microsecond=0)}
