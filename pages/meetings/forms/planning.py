"""R4: a meeting that is agreed: when, how, why now, and the one thing that is asked for."""

from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from typing import Any, Final

from django import forms
from django.utils import timezone

from campaigns.rules.days import full_day, on_day
from meetings.models import Meeting
from meetings.rules.asking import AskKind
from meetings.rules.meeting import Mode
from meetings.rules.purpose import EarlierPurpose, PurposeKind, used_before
from meetings.rules.starting import NoSuchTime, instant, too_far
from pages.meetings.forms.questions import AskedOnceForm, Question, open_question
from pages.parts.fields import DayInput
from pages.parts.person_choice import PersonChoiceForm
from relationships.reads.relationship import Relationship

PAST: Final = "This day is past. If it took place, log it."
FIELDS: Final = ("mode", "place", "minutes", "purpose_kind", "purpose", "ask_kind", "ask")
STANDING: Final = ("day", "time", *FIELDS)
TOO_FAR: Final = "This day is more than two years away."


class TimeInput(forms.TimeInput):
    """A time as the browser asks for it."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class WhenForm(forms.Form):
    """A day and perhaps a time, in the user's zone. An unchanged day may be past."""

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
            try:
                cleaned["starts_at"] = instant(cleaned["day"], cleaned["time"], self.zone)
            except NoSuchTime as skipped:
                self.add_error("time", str(skipped))
        return cleaned

    def when(self) -> dict[str, date | datetime | None]:
        return {"day": self.cleaned_data["day"], "starts_at": self.cleaned_data["starts_at"]}


@dataclass(frozen=True, kw_only=True)
class PurposeOption:
    """One of the six kinds, and when it was used before."""

    kind: PurposeKind
    checked: bool
    before: str


class MeetingForm(AskedOnceForm, WhenForm):
    """A planned meeting, whoever it is with."""

    mode = forms.ChoiceField(label="How?", choices=Mode.choices(), initial=Mode.IN_PERSON.value)
    place = forms.CharField(label="Where?", max_length=200, required=False)
    minutes = forms.IntegerField(label="Minutes", required=False, min_value=5, max_value=600)
    purpose_kind = forms.ChoiceField(
        label="Why this meeting, now?",
        choices=PurposeKind.choices(),
        error_messages={"required": "Choose why you meet."},
    )
    purpose = forms.CharField(label="In your own words", max_length=500, required=False)
    ask_kind = forms.ChoiceField(label="Kind of ask", choices=AskKind.choices(), initial=AskKind.VIEW.value)
    ask = forms.CharField(label="The ask", max_length=500, required=False)

    def values(self) -> dict[str, Any]:
        """The fields of the meeting."""
        return {**self.when(), **{name: self.cleaned_data[name] for name in FIELDS}}

    def question(self, relationship: Relationship | None) -> Question | None:
        """What is asked once before this is saved."""
        return open_question(
            self.cleaned_data["asked"],
            relationship,
            ask=self.cleaned_data["ask"],
            ask_kind=AskKind(self.cleaned_data["ask_kind"]),
            purpose_kind=PurposeKind(self.cleaned_data["purpose_kind"]),
            today=self.today,
        )

    def purposes(self, earlier: tuple[EarlierPurpose, ...] = ()) -> list[PurposeOption]:
        chosen = self["purpose_kind"].value()
        options = []
        for kind in PurposeKind:
            before = used_before(kind, earlier)
            words = f"met for this {on_day(before.day, self.today)}" if before else ""
            options.append(PurposeOption(kind=kind, checked=kind.value == chosen, before=words))
        return options


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
    """The day as it was agreed, and the time of its instant in this zone."""
    at = (
        timezone.localtime(meeting.starts_at, zone).time().replace(second=0, microsecond=0)
        if meeting.starts_at
        else None
    )
    return {"day": meeting.day, "time": at}
