"""R6: the debrief as a form. Nothing is required; every refused form keeps every typed character."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from django import forms
from django.http import QueryDict

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.keys import is_key
from meetings.rules.asking import AskResult
from meetings.rules.meeting import Mode
from outcomes.models import FollowUp
from outcomes.rules import offered_days
from pages.meetings.forms.day_choice import DayChoice, DayChoiceField
from pages.meetings.forms.debrief_given import MOST, SPARE, GivenLines, Lines, initial_lines
from pages.parts.fields import DayInput, MemoryField, StoriesField, readable
from pitch.reads.versions import what_to_tell
from pitch.rules.versions import Spoken
from relationships.reads.days_off import days_off_in
from relationships.reads.debrief import Logged, open_beside
from relationships.reads.guesses import guesses_for
from relationships.rules.debrief import Asked, Debrief, Given, Promise

EARLIEST: Final = date(2000, 1, 1)
ON_CONTACT: Final = ("ask_next_time", "knows_about")
MORE: Final = "more_lines"


class TickedField(forms.MultipleChoiceField):
    """Open follow-ups that were ticked off. What is not open any more was done meanwhile: nothing to refuse."""

    def validate(self, value: list[str]) -> None:
        """Whose they are is asked where they are written."""


LONGEST_SHARED: Final = 300


class DebriefForm(forms.Form):
    """What every debrief asks; who it is about, and which meeting, is for the two forms below to say."""

    day = forms.DateField(label="When?", widget=DayInput({"class": "form-control"}))
    mode = forms.ChoiceField(label="How?", choices=Mode.choices(), required=False)
    remember = forms.CharField(label="What do you want to remember?", required=False, max_length=20_000)
    share = forms.CharField(
        label="What do you share?", required=False, max_length=LONGEST_SHARED, validators=[readable]
    )
    may_share = TickedField(label="You may share", required=False)
    thank = forms.BooleanField(required=False)
    promised = forms.CharField(label="I promised", required=False, max_length=500, validators=[readable])
    promised_by = DayChoiceField(label="by")
    waiting = forms.CharField(label="They promised", required=False, max_length=500, validators=[readable])
    waiting_by = DayChoiceField(label="ask on")
    again = DayChoiceField(label="Meet again around")
    ask_next_time = forms.CharField(label="Ask next time", required=False, max_length=500)
    knows_about = forms.CharField(label="Knows about", required=False, max_length=500)
    place = forms.CharField(label="Place", required=False, max_length=200)
    minutes = forms.IntegerField(label="Minutes", required=False, min_value=1, max_value=1440)
    settled = TickedField(label="Open with them", required=False)

    campaign: Campaign
    giver: Contact | None
    logged: Logged

    def __init__(self, data: QueryDict | None = None, *, today: date, **kwargs: Any) -> None:
        self.today = today
        if data is not None and "given-TOTAL_FORMS" not in data:
            data = data.copy()
            data["given-TOTAL_FORMS"] = data["given-INITIAL_FORMS"] = "0"
        self.to_ask = offered_days.to_ask(today, days_off_in(self.campaign.pk))
        kwargs["initial"] = {**self.first_values(), **(kwargs.get("initial") or {})}
        super().__init__(data, **kwargs)
        self.fields["stories"] = StoriesField(self.campaign.stories.all(), label="Stories told", required=False)
        told, pitches = what_to_tell(self.campaign)
        self.fields["recalled"] = MemoryField("Came back to them", told)
        self.fields["pitches"] = MemoryField(
            "What you said about yourself", [(kind.value, kind.label) for kind in pitches]
        )
        self.fields["promised_by"].widget = DayChoice(offered_days.to_promise(today))
        self.fields["waiting_by"].widget = DayChoice(self.to_ask)
        self.fields["again"].widget = DayChoice(offered_days.to_meet_again(today), none="No day yet")
        self.lines = self.lines_of(data)

    def first_values(self) -> dict[str, Any]:
        """What an untouched form says."""
        promised_by, waiting_by = offered_days.a_week(self.today), self.to_ask[0].day
        return {"mode": Mode.IN_PERSON.value, "thank": True, "promised_by": promised_by, "waiting_by": waiting_by}

    def lines_of(self, data: QueryDict | None) -> GivenLines:
        if data is not None and MORE in data:
            data = data.copy()
            data["given-TOTAL_FORMS"] = str(more_lines(str(data["given-TOTAL_FORMS"])))
        first = initial_lines(self.logged.lines)
        return GivenLines(data, prefix="given", initial=first, form_kwargs={"about": self.lines_about()})

    def lines_about(self) -> Lines:
        saved = {item.pk: item for item in self.logged.lines}
        return Lines(campaign=self.campaign, giver=self.giver, saved=saved)

    def is_valid(self) -> bool:
        return super().is_valid() and self.lines.is_valid()

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day > self.today and day != self.noted_day():
            raise forms.ValidationError("This day is still to come. When did you meet?")
        if day < EARLIEST:
            raise forms.ValidationError("This day is too long ago.")
        return day

    def noted_day(self) -> date | None:
        """The day that was saved before: it stays, though noted on the other side of the date line (R7)."""
        return None

    def beside(self) -> list[FollowUp]:
        """What is open with this person, to be ticked off."""
        return open_beside(self.giver) if self.giver else []

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in ("promised", "waiting"):
            if cleaned.get(name) and not cleaned.get(f"{name}_by"):
                self.add_error(f"{name}_by", "Choose a day.")
        for name in ("promised_by", "waiting_by", "again"):
            if (day := cleaned.get(name)) and day > self.today + offered_days.FURTHEST:
                self.add_error(name, "Choose a day within five years.")
        return cleaned

    def stood(self) -> dict[str, str]:
        """What stands on the contact now: it is posted along, so that nothing is overwritten unseen."""
        return {name: getattr(self.giver, name, "") for name in ON_CONTACT}

    def _shared(self, typed: str, ticked: Sequence[str]) -> str:
        """What was typed, and what was ticked of that which is offered."""
        offered = guesses_for(self.giver) if ticked and self.giver else []
        return ", ".join(filter(None, (typed, *(one for one in offered if one in ticked))))[:LONGEST_SHARED]

    def debrief(self) -> Debrief:
        """What is written, in plain values; of a form with errors, what can be read of it."""
        cleaned = {name: value for name, value in self.cleaned_data.items() if value not in (None, "")}
        self.lines.is_valid()
        return Debrief(
            day=cleaned.get("day", self.today),
            mode=Mode(cleaned.get("mode", Mode.IN_PERSON)),
            place=cleaned.get("place", ""),
            minutes=cleaned.get("minutes"),
            ask=cleaned.get("ask", ""),
            ask_result=AskResult(result) if (result := cleaned.get("ask_result")) else None,
            remember=cleaned.get("remember", ""),
            share=self._shared(cleaned.get("share", ""), cleaned.get("may_share", ())),
            given=(*self.lines.given(), *self.answers()),
            asked=self.asked(),
            thank=cleaned.get("thank", False),
            promised=self._promise("promised"),
            waiting=self._promise("waiting"),
            again=cleaned.get("again"),
            settled=frozenset(int(pk) for pk in cleaned.get("settled", ()) if is_key(pk)),
            stories=frozenset(story.pk for story in cleaned.get("stories", ())),
            recalled=frozenset(map(int, cleaned.get("recalled", ()))),
            pitches=frozenset(map(Spoken, cleaned.get("pitches", ()))),
            ask_next_time=self._changed("ask_next_time"),
            knows_about=self._changed("knows_about"),
        )

    def answers(self) -> tuple[Given, ...]:
        """The lines that answer what was planned."""
        return ()

    def asked(self) -> tuple[Asked, ...]:
        """What became of the planned questions."""
        return ()

    def _promise(self, name: str) -> Promise | None:
        text, due = self.cleaned_data.get(name), self.cleaned_data.get(f"{name}_by")
        return Promise(text=text, due=due) if text and due else None

    def _changed(self, name: str) -> str | None:
        typed: str = self.cleaned_data.get(name, "")
        return None if name not in self.cleaned_data or typed == self._was(name) else typed

    def _was(self, name: str) -> str:
        return str(self.data.get(f"{name}_was", ""))

    def notice_other_words(self) -> None:
        """Another tab, or a form that did not know the person yet: both texts are shown, and the next save decides."""
        for name, now in self.stood().items():
            typed = self._changed(name)
            if typed is not None and now not in ("", typed, self._was(name)):
                self.add_error(name, f"“{now}” is noted already. Add to it here, or leave your words as they are.")


def more_lines(total: str) -> int:
    return min(int(total) if total.isdecimal() and len(total) < 4 else 0, MOST) + SPARE
