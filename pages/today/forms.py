"""The first day's one field: somebody who would be glad to hear from you."""

from django import forms

from pages.parts.fields import PersonField


class FirstPersonForm(forms.Form):
    name = PersonField(
        label="Name",
        widget=forms.TextInput(attrs={"class": "form-control", "placeholder": "Their name", "autocomplete": "off"}),
        error_messages={"required": "Type a name."},
    )
