"""A company: whether it is a target, its rank, and what is known about it."""

from typing import Any

from django import forms

from contacts.models import Company
from contacts.rules.typed_person import LONGEST_COMPANY
from pages.parts.fields import readable
from pages.parts.meanwhile import Meanwhile


class CompanyForm(Meanwhile, forms.ModelForm):
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

    name = forms.CharField(
        label="Company",
        max_length=LONGEST_COMPANY,
        validators=[readable],
        error_messages={"required": "Type the name of the company."},
    )
    rank = forms.IntegerField(
        label="Rank", required=False, min_value=1, max_value=999, help_text="1 is your first choice."
    )
    notes = forms.CharField(label="Notes", required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 2}))
