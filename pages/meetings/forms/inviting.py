"""R17: an invitation that was sent, and what they answered."""

from datetime import date
from typing import Any, Final

from django import forms
from django.utils.html import format_html

from contacts.models import Contact
from meetings.rules.asking import Answer, AskKind, ask_again_on
from meetings.rules.starting import too_far
from meetings.rules.touch import Channel
from pages.meetings.forms.questions import AskedOnceForm, Question, open_question
from pages.parts.fields import DayInput
from relationships.reads.relationship import Relationship

NOT_YET: Final = "This day has not come yet."
CHANNELS: Final = ((Channel.MESSAGE, "By message"), (Channel.MAIL, "By mail"), (Channel.CALL, "By phone"))


class InviteForm(AskedOnceForm):
    """What was asked, how and when; the message is kept where it was written or pasted here."""

    ask_kind = forms.ChoiceField(label="What for?", choices=AskKind.choices(), initial=AskKind.VIEW.value)
    ask = forms.CharField(max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2}))
    channel = forms.ChoiceField(
        label="How?",
        choices=[*((kind.value, words) for kind, words in CHANNELS), (Channel.OTHER.value, Channel.OTHER.label)],
        initial=Channel.MESSAGE.value,
    )
    sent_on = forms.DateField(label="Sent on", widget=DayInput())
    message = forms.CharField(
        label="What you write",
        max_length=10_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Keep it here if you like to read it again before you meet.",
    )

    def __init__(self, *args: Any, contact: Contact, today: date, **kwargs: Any) -> None:
        self.today = today
        super().__init__(*args, **{"initial": {"sent_on": today}, **kwargs})
        ask = self.fields["ask"]
        # crispy-forms takes labels and hints for markup: what somebody typed is escaped here.
        ask.label = format_html("The one thing you would like from {}", contact.short_name)
        if contact.knows_about:
            ask.help_text = format_html("{} knows about {}.", contact.short_name, contact.knows_about)

    def clean_sent_on(self) -> date:
        day: date = self.cleaned_data["sent_on"]
        if day > self.today:
            raise forms.ValidationError(NOT_YET)
        return day

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("ask_kind", "ask", "channel", "sent_on", "message")}

    def question(self, relationship: Relationship) -> Question | None:
        return open_question(
            self.cleaned_data["asked"],
            relationship,
            ask=self.cleaned_data["ask"],
            ask_kind=AskKind(self.cleaned_data["ask_kind"]),
            today=self.today,
        )


class AnswerForm(forms.Form):
    """What they said; `later` comes with a day, a month on unless another one is chosen."""

    answer = forms.ChoiceField(choices=Answer.choices())
    later_on = forms.DateField(label="Ask again on", required=False, widget=DayInput())

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        self.today = today
        super().__init__(*args, **{"initial": {"later_on": ask_again_on(today)}, **kwargs})

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("answer") == Answer.LATER and "later_on" not in self.errors:
            cleaned["later_on"] = day = cleaned.get("later_on") or ask_again_on(self.today)
            if day <= self.today:
                self.add_error("later_on", "Choose a day to come.")
            elif too_far(day, self.today):
                self.add_error("later_on", "This day is more than two years away.")
        return cleaned

    def said(self) -> Answer:
        return Answer(self.cleaned_data["answer"])
