"""R17: an invitation that was sent, and what they answered."""

from datetime import date
from typing import Any, Final, Self

from django import forms
from django.http import QueryDict
from django.utils.html import format_html

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import Invitation
from meetings.rules.asking import Answer, ask_again_on
from meetings.rules.purpose import PurposeKind
from meetings.rules.starting import too_far
from meetings.rules.touch import Channel
from pages.meetings.forms.purpose import CARRIED, PurposeForm
from pages.meetings.forms.touch import MessageField
from pages.parts.fields import DayInput
from relationships.reads.days_off import days_off_in
from relationships.reads.message_facts import WrittenFor, message_to
from relationships.reads.record import Record
from relationships.reads.relationship import Relationship
from relationships.rules.asking_for_a_talk import purpose_to_ask_for
from relationships.rules.messages.facts import MessageKind

NOT_YET: Final = "This day has not come yet."
CHANNELS: Final = ((Channel.MESSAGE, "By message"), (Channel.MAIL, "By mail"), (Channel.CALL, "By phone"))
FIELDS: Final = (*CARRIED, "channel", "sent_on", "message")


class InvitationForm(PurposeForm):
    """Why, what for, how and when; the message is kept where it was written or pasted here."""

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
        help_text="It is kept, and shown before you meet.",
    )

    def __init__(self, *args: Any, contact: Contact, today: date, **kwargs: Any) -> None:
        self.today = today
        super().__init__(*args, **kwargs)
        self.fields["purpose_kind"].required = False
        # crispy-forms takes labels and hints for markup: what somebody typed is escaped here.
        self.fields["ask"].label = format_html("The one thing you would like from {}", contact.short_name)
        self.show_what_they_know(contact)

    def clean_sent_on(self) -> date:
        day: date = self.cleaned_data["sent_on"]
        if day > self.today and "sent_on" in self.changed_data:
            raise forms.ValidationError(NOT_YET)
        return day

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in FIELDS}


class InviteForm(InvitationForm):
    """An invitation to be sent: a purpose is proposed for which this person was not met yet; who was met and may be
    asked for a name is asked again because of that.
    """

    def __init__(
        self, *args: Any, relationship: Relationship, today: date, asked: QueryDict | None = None, **kwargs: Any
    ) -> None:
        """`asked` is what the address brings along: a question of the research, or what there is to show them."""
        purpose = purpose_to_ask_for(relationship.earlier, relationship.record.history)
        ask, why = (asked.get("ask", ""), asked.get("purpose_kind", "")) if asked else ("", "")
        why = why if why in list(PurposeKind) else purpose.value
        first = {"sent_on": today, "purpose_kind": why, "ask": " ".join(ask[:500].split())}
        super().__init__(*args, contact=relationship.contact, today=today, initial=first, **kwargs)

    def written(self, record: Record) -> WrittenFor:
        """The message for the purpose and the ask as they stand; it fills the field where nothing stands in it."""
        purpose = str(self["purpose_kind"].value() or "")
        written = message_to(
            record,
            MessageKind.INVITE,
            self.today,
            purpose=PurposeKind(purpose) if purpose in list(PurposeKind) else None,
            ask=str(self["ask"].value() or ""),
        )
        self.initial["message"] = written.message.long
        if isinstance(self.data, QueryDict) and self.is_bound and "message" not in self.data:
            data = self.data.copy()
            data["message"] = written.message.long
            self.data = data
        return written


class InvitationEditForm(InvitationForm):
    """One that was sent, read again and corrected; its day stays though it was noted beyond the date line."""

    def __init__(self, *args: Any, invitation: Invitation, today: date, **kwargs: Any) -> None:
        first = {name: getattr(invitation, name) for name in FIELDS}
        super().__init__(*args, contact=invitation.contact, today=today, initial=first, **kwargs)


class ReminderForm(forms.Form):
    """The one short reminder (R17), with the question of the invitation once more."""

    text = MessageField("The reminder")
    written: WrittenFor | None = None

    @classmethod
    def of(cls, invitation: Invitation, record: Record, today: date, posted: QueryDict | None = None) -> Self:
        purpose = PurposeKind(invitation.purpose_kind) if invitation.purpose_kind else None
        written = message_to(record, MessageKind.REMIND, today, purpose=purpose, ask=invitation.ask)
        form = cls(posted, initial={"text": written.message.long})
        form.written = written
        return form


class AnswerForm(forms.Form):
    """What they said; `later` comes with a day, a month on unless another one is chosen."""

    answer = forms.ChoiceField(choices=Answer.choices())
    later_on = forms.DateField(label="Ask again on", required=False, widget=DayInput())

    def __init__(self, *args: Any, campaign: Campaign, today: date, **kwargs: Any) -> None:
        self.today, self.preset = today, ask_again_on(today, days_off_in(campaign.pk))
        super().__init__(*args, **{"initial": {"later_on": self.preset}, **kwargs})

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("answer") == Answer.LATER and "later_on" not in self.errors:
            cleaned["later_on"] = day = cleaned.get("later_on") or self.preset
            if day <= self.today:
                self.add_error("later_on", "Choose a day to come.")
            elif too_far(day, self.today):
                self.add_error("later_on", "This day is more than two years away.")
        return cleaned

    def said(self) -> Answer:
        return Answer(self.cleaned_data["answer"])
