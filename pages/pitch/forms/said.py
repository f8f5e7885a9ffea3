"""What is said in versions: the position, and a pitch for each audience."""

from typing import Any

from django import forms

from campaigns.models import Campaign
from outcomes.models import ObtainedItem
from pages.parts.fields import readable
from pitch.models import PitchVersion
from pitch.rules.versions import PITCHES, ChangeReason, Said, Why, one_line


class WhyForm(forms.Form):
    """Why it is said otherwise: one click, words are optional; what somebody gave counts as used by it (R8)."""

    reason = forms.ChoiceField(
        label="Why do you say it so now?", choices=ChangeReason.choices(), widget=forms.RadioSelect, required=False
    )
    item = forms.ModelChoiceField(
        ObtainedItem.objects.none(),
        label="With what somebody gave you",
        required=False,
        empty_label="With nothing of that",
        help_text="It is then put to use; within three working days Today has the line to tell them.",
    )
    reason_words = forms.CharField(label="Why, in your own words", max_length=300, required=False)

    def __init__(self, *args: Any, campaign: Campaign, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        item: Any = self.fields["item"]
        item.queryset = ObtainedItem.objects.filter(campaign=campaign).to_use().select_related("contact")
        item.label_from_instance = lambda one: f"{one.contact.name}: {one}"
        if not item.queryset:
            del self.fields["item"]

    def why(self) -> Why:
        """Who names what somebody gave has said why."""
        reason = self.cleaned_data["reason"] or (ChangeReason.ADVICE if self.cleaned_data.get("item") else None)
        return Why(reason=ChangeReason(reason) if reason else None, words=one_line(self.cleaned_data["reason_words"]))


class PositionForm(WhyForm):
    position = forms.CharField(
        label="Position sought",
        max_length=300,
        required=False,
        help_text="One sentence that a stranger can picture at once. Would your neighbour know whom to think of?",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    field_order = ("position", "reason", "item", "reason_words")

    def clean_position(self) -> str:
        if self.cleaned_data["position"]:
            readable(self.cleaned_data["position"])
        return one_line(self.cleaned_data["position"])

    def said(self) -> Said:
        return Said(text=self.cleaned_data["position"])


class OneToOneForm(WhyForm):
    text = forms.CharField(
        label="Your background, in four sentences",
        max_length=2000,
        validators=[readable],
        help_text="Where you come from, what happened, what you look for, why you ask. No ask: it comes later.",
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    field_order = ("text", "ask", "reason", "item", "reason_words")

    def said(self) -> Said:
        return Said(text=self.cleaned_data["text"].strip(), ask=one_line(self.cleaned_data.get("ask", "")))


class CardForm(OneToOneForm):
    ask = forms.CharField(
        label="And one specific ask",
        max_length=300,
        required=False,
        help_text="One thing that somebody in the room can do today.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = "Position, skills, and what of your experience a company needs"
        self.fields["text"].help_text = "At most 60 seconds aloud with the ask, some 150 words."


class SecondsForm(forms.Form):
    """How long it takes aloud; empty: estimated again."""

    version = forms.ModelChoiceField(PitchVersion.objects.none())
    seconds = forms.IntegerField(label="Seconds, measured aloud", min_value=1, max_value=1800, required=False)

    def __init__(self, *args: Any, campaign: Campaign, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        version: Any = self.fields["version"]
        version.queryset = PitchVersion.objects.filter(campaign=campaign, kind__in=PITCHES)
