"""A message, mail or short call: who, which way, how, about what, and perhaps what comes next (R1, R2, R8)."""

from datetime import date
from typing import Any, Final

from django import forms
from django.http import QueryDict

from campaigns import drafts
from campaigns.middleware import CampaignRequest
from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import OpenedMessage, Touch
from meetings.rules.opened import WrittenIn
from meetings.rules.touch import Channel, Direction, Matter
from outcomes.models import FollowUp
from outcomes.rules import offered_days
from outcomes.rules.due import FollowUpKind
from pages.meetings.forms.day_choice import DayChoice, DayChoiceField
from pages.parts.fields import DayInput, begin_at, readable
from pages.parts.person_choice import PersonChoiceForm
from relationships.reads.message_facts import WrittenFor
from relationships.rules.messages.facts import MessageKind
from relationships.writes.follow_ups import matter_of

EARLIEST: Final = date(2000, 1, 1)
WRITE: Final = "write"
LOOK_AGAIN: Final = "again"
OF_A_FORM: Final = frozenset({MessageKind.INVITE, MessageKind.REMIND})
"""Written where the invitation stands."""

MATTERS: Final = {
    MessageKind.THANK: Matter.THANK,
    MessageKind.THANK_NO: Matter.THANK,
    MessageKind.TELL: Matter.TELL,
}
FIELDS: Final = ("day", "direction", "channel", "matter", "text")


class MessageField(forms.CharField):
    """A message in full, composed and the user's to change (R18)."""

    def __init__(self, label: str = "What you write") -> None:
        rows = forms.Textarea(attrs={"rows": 8, "class": "form-control", "dir": "auto"})
        super().__init__(label=label, required=False, max_length=10_000, widget=rows)


class TouchFields(forms.Form):
    """What was sent or received, on which day; `today` is the last that may be chosen."""

    today: date
    noted_day: date | None = None
    """The day that was saved before: it stays, though noted on the other side of the date line (R7)."""

    day = forms.DateField(label="When?", widget=DayInput({"class": "form-control"}))
    direction = forms.ChoiceField(label="Which way?", choices=Direction.choices())
    channel = forms.ChoiceField(label="How?", choices=Channel.choices())
    matter = forms.ChoiceField(
        label="What kind of message?", choices=Matter.choices(), widget=forms.Select({"class": "form-select"})
    )
    text = forms.CharField(label="What was it about?", required=False, max_length=500)

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day > self.today and day != self.noted_day:
            raise forms.ValidationError("This day is still to come. When was it?")
        if day < EARLIEST:
            raise forms.ValidationError("This day is too long ago.")
        return day

    def touch_fields(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in FIELDS}


class CorrectTouchForm(TouchFields):
    """What was noted already; a message that was composed is longer than a line."""

    text = forms.CharField(
        label="What was it about?",
        required=False,
        max_length=20_000,
        widget=forms.Textarea({"class": "form-control", "rows": 4, "dir": "auto"}),
    )

    def __init__(self, data: QueryDict | None, *, touch: Touch, today: date) -> None:
        self.today, self.noted_day = today, touch.day
        super().__init__(data, initial={name: getattr(touch, name) for name in FIELDS})


class TouchForm(TouchFields, PersonChoiceForm):
    following = forms.CharField(label="What next?", required=False, max_length=500, validators=[readable])
    following_by = DayChoiceField(label="by")
    follow_up = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        campaign: Campaign,
        today: date,
        contact: Contact | None = None,
        initial: dict[str, Any] | None = None,
        written: WrittenFor | None = None,
        in_full: bool = False,
    ) -> None:
        self.today, self.in_full = today, in_full
        initial = {
            "day": today,
            "direction": Direction.SENT.value,
            "channel": Channel.MESSAGE.value,
            "matter": Matter.OTHER.value,
            "following_by": offered_days.a_week(today),
            **(initial or {}),
        }
        if written:
            initial["text"] = written.message.long
        super().__init__(data, campaign=campaign, contact=contact, initial=initial)
        self.fields["person"].label = "Who?"
        if contact is None:  # else the page begins with how they are reached
            begin_at(self, "person")
        self.fields["following_by"].widget = DayChoice(offered_days.to_promise(today))
        if written or in_full:
            self.fields["text"] = MessageField()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        due = cleaned.get("following_by")
        if cleaned.get("following") and not due:
            self.add_error("following_by", "Choose a day.")
        if due and due > self.today + offered_days.FURTHEST:
            self.add_error("following_by", "Choose a day within five years.")
        return cleaned

    def settles(self) -> FollowUp | None:
        """The follow-up that the address named, while it is open and of the person who is chosen."""
        contact = self.known()
        return open_follow_up(contact, str(self["follow_up"].value() or "")) if contact else None


def look_again(request: CampaignRequest, contact: Contact | None, written_in: WrittenIn) -> QueryDict | None:
    """The form of what was opened elsewhere and could not be saved as it stood, where the address asks for it."""
    if LOOK_AGAIN not in request.GET or contact is None or request.method == "POST":
        return None
    message = OpenedMessage.objects.filter(contact=contact, written_in=written_in).first()
    return drafts.as_posted(message.form) if message else None


def asked_for(given: QueryDict, contact: Contact | None) -> dict[str, Any]:
    """What the address brings along: the follow-up that is done by writing, or what kind of message it is."""
    follow_up = open_follow_up(contact, given.get("follow_up", "")) if contact else None
    if follow_up:
        waits = follow_up.kind == FollowUpKind.WAITING
        matter = Matter.REMIND if waits else matter_of(follow_up) or Matter.OTHER
        return {"follow_up": follow_up.pk, "matter": matter.value, "text": follow_up.text}
    if kind := wanted(given):
        return {"matter": MATTERS.get(kind, Matter.OTHER).value}
    return {"matter": given["matter"]} if given.get("matter") in list(Matter) else {}


def wanted(given: QueryDict) -> MessageKind | None:
    """The message that the address asks for: a reply to a yes, thanks, news, an introduction to pass on."""
    asked = given.get(WRITE, "")
    return MessageKind(asked) if asked in list(MessageKind) and asked not in OF_A_FORM else None


def to_be_written(follow_up: FollowUp | None, given: QueryDict) -> MessageKind | None:
    """What kind of message a follow-up is done by; None where its words are the user's own."""
    if follow_up is None:
        return wanted(given)
    return {FollowUpKind.THANK_YOU.value: MessageKind.THANK, FollowUpKind.TELL.value: MessageKind.TELL}.get(
        follow_up.kind
    )


def open_follow_up(contact: Contact, pk: str) -> FollowUp | None:
    if not (pk.isascii() and pk.isdecimal() and len(pk) < 19):
        return None
    return FollowUp.objects.open().filter(contact=contact, pk=int(pk)).first()
