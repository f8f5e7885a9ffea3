"""A company: whether it is a target, its rank, and what is known about it."""

from typing import Any

from django import forms

from contacts.models import Company
from contacts.rules.words import fold


class CompanyForm(forms.ModelForm):
    """One company as it stands."""

    rank = forms.IntegerField(
        label="Rank", required=False, min_value=1, max_value=999, help_text="1 is your first choice."
    )

    class Meta:
        model = Company
        fields = ("is_target", "rank", "notes")
        labels = {"is_target": "I would like to work here", "notes": "Notes"}
        widgets = {"notes": forms.Textarea(attrs={"rows": 3, "maxlength": 5000})}

    def clean(self) -> dict[str, Any]:
        """Only a target has a rank."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not cleaned.get("is_target"):
            cleaned["rank"] = None
        return cleaned


class TargetForm(forms.Form):
    """A target company by its name, known or new."""

    name = forms.CharField(label="Company", max_length=200)
    rank = forms.IntegerField(
        label="Rank", required=False, min_value=1, max_value=999, help_text="1 is your first choice."
    )
    notes = forms.CharField(label="Notes", required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 2}))

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if not fold(name):
            raise forms.ValidationError("Type the name of the company.")
        return name
