"""What the user says of themselves: the position, what is said aloud, three skills, and stories."""

from datetime import date
from typing import Any, Final

from django import forms

from campaigns.models import Campaign
from outcomes.models import ObtainedItem
from pages.parts.fields import DayInput, readable
from pitch.models import PitchVersion, Skill, Story
from pitch.rules.versions import PITCHES, ChangeReason, Said, Why, one_line

EARLIEST: Final = date(2000, 1, 1)
PLACES = ((1, "first"), (2, "second"), (3, "third"))


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
        help_text="It is then put to use, and Today reminds you to tell them.",
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


class SkillsForm(forms.Form):
    """Three skills, in one form; each may stay empty."""

    first = forms.CharField(label="First skill", max_length=120, required=False, validators=[readable])
    second = forms.CharField(label="Second skill", max_length=120, required=False, validators=[readable])
    third = forms.CharField(label="Third skill", max_length=120, required=False, validators=[readable])

    @staticmethod
    def initial_of(campaign: Campaign) -> dict[str, str]:
        texts = dict(Skill.objects.filter(campaign=campaign).values_list("place", "text"))
        return {name: texts.get(place, "") for place, name in PLACES}

    def skills(self) -> dict[int, str]:
        return {place: " ".join(self.cleaned_data[name].split()) for place, name in PLACES}


class StoryForm(forms.ModelForm):
    """Its choice of skills is that of the story's campaign."""

    class Meta:
        model = Story
        fields = ("title", "skill", "wrong", "did", "came_of_it", "trigger")
        labels = {
            "title": "What do you call it?",
            "skill": "Which skill does it show?",
            "wrong": "What was wrong",
            "did": "What you did",
            "came_of_it": "What came of it",
            "trigger": "“I am looking for a person to …”",
        }
        help_texts = {
            "title": "A few words, for yourself: Late line, on time in 11 weeks.",
            "came_of_it": "A figure helps.",
            "trigger": "The sentence that should bring it back: get a plant delivering on time again.",
        }
        widgets = {name: forms.Textarea(attrs={"rows": 3}) for name in ("wrong", "did", "came_of_it")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].validators.append(readable)
        skill: Any = self.fields["skill"]
        skill.queryset = Skill.objects.filter(campaign=self.instance.campaign)
        skill.empty_label = "Not said yet"


class RecallForm(forms.Form):
    """Which story came back, and when; any of the user's own, also one that is not noted as told."""

    story = forms.ModelChoiceField(Story.objects.none(), label="Which story?", empty_label="Choose one")
    day = forms.DateField(label="When?", widget=DayInput())

    def __init__(self, *args: Any, campaign: Campaign, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        story: Any = self.fields["story"]
        story.queryset = Story.objects.filter(campaign=campaign)

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day > self.today:
            raise forms.ValidationError("This day is still to come. When did it come back?")
        if day < EARLIEST:
            raise forms.ValidationError("This day is too long ago.")
        return day
