"""The first day's one field: somebody who would be glad to hear from you."""

from django import forms

from contacts.rules.typed_person import read_person
from contacts.rules.words import fold


class FirstPersonForm(forms.Form):
    name = forms.CharField(
        label="Name",
        max_length=240,
        widget=forms.TextInput(attrs={"class": "form-control", "placeholder": "Their name", "autocomplete": "off"}),
        error_messages={"required": "Type a name."},
    )

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if not fold(read_person(name).name):
            raise forms.ValidationError("Type a name.")
        return name
