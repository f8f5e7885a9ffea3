"""R6: the debrief of a meeting that was planned, or its correction later on."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from meetings.models import Meeting
from meetings.rules.asking import AskResult
from outcomes.models import FollowUp
from pages.meetings.forms.debrief import DebriefForm
from pages.meetings.forms.debrief_asked import AskedFields
from relationships.reads.debrief import Logged, open_beside
from relationships.rules.debrief import Asked, Given


class MeetingDebriefForm(DebriefForm):
    """It knows what was planned and, once it was held, what was noted."""

    ask = forms.CharField(label="What you wanted to know", required=False, max_length=500)
    ask_result = forms.ChoiceField(
        label="What became of it?", choices=[("", "Not said"), *AskResult.choices()], required=False
    )

    def __init__(self, data: QueryDict | None = None, *, meeting: Meeting, logged: Logged, **kwargs: Any) -> None:
        self.meeting, self.logged = meeting, logged
        self.campaign, self.giver = meeting.campaign, meeting.contact
        super().__init__(data, **kwargs)
        self.asked_fields = AskedFields(self, logged.questions)
        self.initial.update(self.asked_fields.first_values())

    @property
    def asks_a_question(self) -> bool:
        """What was asked for is one of the questions word for word: its answer is not to be looked for in a fold."""
        return any(one.text == self.meeting.ask for one in self.asked_fields.questions)

    def answers(self) -> tuple[Given, ...]:
        return self.asked_fields.answers()

    def asked(self) -> tuple[Asked, ...]:
        return self.asked_fields.asked()

    def first_values(self) -> dict[str, Any]:
        meeting, logged = self.meeting, self.logged
        values = {
            **super().first_values(),
            **{name: getattr(meeting, name) for name in ("mode", "place", "minutes", "ask", "ask_result", "remember")},
            **self.stood(),
            "day": self.noted_day() or min(meeting.local_day, self.today),
            "stories": logged.stories,
            "recalled": [str(pk) for pk in logged.recalled],
            "pitches": logged.pitches,
            "thank": not logged.is_held,
            "again": logged.again.due_on if logged.again else None,
        }
        for name, row in (("promised", logged.promised), ("waiting", logged.waiting)):
            if row:
                values |= {name: row.text, f"{name}_by": row.due_on}
        return values

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.notice_other_words()
        return cleaned

    def noted_day(self) -> date | None:
        return self.meeting.day if self.logged.is_held else None

    def beside(self) -> list[FollowUp]:
        return open_beside(self.meeting.contact, self.meeting)

    def is_stale(self) -> bool:
        """Whether the meeting was saved elsewhere since this form was made."""
        return self.data.get("version", "") not in ("", str(self.meeting.version))
