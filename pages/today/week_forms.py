"""R22: the lines of the week ahead and the one question back."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from campaigns.models import Campaign
from campaigns.rules.days import weekday
from pages.parts.meanwhile import Meanwhile
from pages.parts.person_choice import PersonChoiceForm, shown_as
from today.models import PlannedAsk
from today.reads.week_ahead import may_be_asked_on
from today.rules.next_people import Proposal
from today.rules.week_ahead import LINES, How


class LearnedForm(Meanwhile):
    learned = forms.CharField(
        label="What did I learn?", max_length=2_000, required=False, widget=forms.Textarea({"rows": 2, "dir": "auto"})
    )


class LineForm(PersonChoiceForm):
    """*I will ring Isolde on Tuesday*; empty where nobody is named."""

    how = forms.ChoiceField(choices=How.choices(), initial=How.WRITE)
    day = forms.DateField()
    reason = ""

    def __init__(self, *args: Any, days: Sequence[date], number: int, **kwargs: Any) -> None:
        super().__init__(*args, prefix=f"line{number}", **kwargs)
        self.number = number
        person = self.fields["person"]
        person.required, person.label, person.help_text = False, f"Whom, line {number}", ""
        person.widget.attrs |= {"placeholder": "A name"}
        self.fields["how"].label, self.fields["day"].label = f"How, line {number}", f"Day, line {number}"
        self.days = [(day.isoformat(), weekday(day)) for day in days]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.data.get(self.add_prefix("person"), "").strip():
            self.errors.pop("day", None)  # of a line that is not meant
        contact, day = self._chosen.contact if self._chosen else None, cleaned.get("day")
        if contact and day and not may_be_asked_on(contact, day):
            self.add_error("person", f"{contact.short_name} cannot be asked by then: their page says why.")
        return cleaned

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day.isoformat() not in dict(self.days):
            raise forms.ValidationError("Choose one of the days of the week.")
        return day


def line_forms(
    data: QueryDict | None,
    campaign: Campaign,
    days: Sequence[date],
    planned: Sequence[PlannedAsk],
    proposed: Sequence[Proposal],
) -> list[LineForm]:
    """What is planned, then who it could be, each on a day of its own as far as the days reach."""
    first = [_of_planned(one) for one in planned] + [_of_proposal(one) for one in proposed]
    forms_of_lines = []
    for place in range(LINES):
        initial, reason = first[place] if place < len(first) else ({}, "")
        if days and initial.get("day") not in {day.isoformat() for day in days}:
            initial = {**initial, "day": days[min(place, len(days) - 1)].isoformat()}
        form = LineForm(data, campaign=campaign, days=days, number=place + 1, initial=initial)
        form.reason = reason
        forms_of_lines.append(form)
    return forms_of_lines


def _of_planned(one: PlannedAsk) -> tuple[Mapping[str, str], str]:
    named = {"person": shown_as(one.contact), "person_id": str(one.contact_id)}
    return {**named, "how": one.how, "day": one.day.isoformat()}, ""


def _of_proposal(one: Proposal) -> tuple[Mapping[str, str], str]:
    return {"person": one.name, "person_id": str(one.contact_id)}, one.short
