"""The three first steps: a position, the places where one has been, three names."""

from typing import Final

from django import forms

from campaigns.models import Campaign

A_NAME: Final = 200
NAMES: Final = ("first", "second", "third")


class PositionForm(forms.ModelForm):
    class Meta:
        model = Campaign
        fields = ("position",)
        labels = {"position": "Position"}
        help_texts = {"position": "Would your neighbour know whom to think of? Read it aloud."}


class PlacesForm(forms.ModelForm):
    class Meta:
        model = Campaign
        fields = ("worked_at", "studied_at")
        labels = {"worked_at": "Where have you worked?", "studied_at": "Where have you studied?"}
        widgets = {"worked_at": forms.Textarea(attrs={"rows": 3}), "studied_at": forms.Textarea(attrs={"rows": 2})}


class ThreeNamesForm(forms.Form):
    first = forms.CharField(label="A name", max_length=A_NAME, required=False)
    second = forms.CharField(label="A second name", max_length=A_NAME, required=False)
    third = forms.CharField(label="A third name", max_length=A_NAME, required=False)

    def names(self) -> list[str]:
        """What was typed, each name once."""
        typed = (" ".join(self.cleaned_data[field].split()) for field in NAMES)
        return list(dict.fromkeys(name for name in typed if name))
