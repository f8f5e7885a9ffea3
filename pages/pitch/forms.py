"""What the user says of themselves: the position, three skills, and stories."""

from typing import Any

from django import forms

from campaigns.models import Campaign
from pages.parts.fields import readable
from pitch.models import Skill, Story

PLACES = ((1, "first"), (2, "second"), (3, "third"))


class PositionForm(forms.ModelForm):
    class Meta:
        model = Campaign
        fields = ("position",)
        labels = {"position": "Position sought"}
        help_texts = {
            "position": "One sentence that a stranger can picture at once. Would your neighbour know whom to think of?"
        }
        widgets = {"position": forms.Textarea(attrs={"rows": 2})}

    def clean_position(self) -> str:
        if self.cleaned_data["position"]:
            readable(self.cleaned_data["position"])
        return " ".join(self.cleaned_data["position"].split())


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
