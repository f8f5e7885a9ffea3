"""What the user says of themselves: the position, three skills."""

from django import forms

from campaigns.models import Campaign
from pitch.models import Skill

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
        return " ".join(self.cleaned_data["position"].split())


class SkillsForm(forms.Form):
    """Three skills, in one form; each may stay empty."""

    first = forms.CharField(label="First skill", max_length=120, required=False)
    second = forms.CharField(label="Second skill", max_length=120, required=False)
    third = forms.CharField(label="Third skill", max_length=120, required=False)

    @staticmethod
    def initial_of(campaign: Campaign) -> dict[str, str]:
        texts = dict(Skill.objects.filter(campaign=campaign).values_list("place", "text"))
        return {name: texts.get(place, "") for place, name in PLACES}

    def skills(self) -> dict[int, str]:
        return {place: " ".join(self.cleaned_data[name].split()) for place, name in PLACES}
