"""Fields that several forms of accounts share."""

from typing import Any, Final

from django import forms

from accounts.rules.zones import UTC, offered_zones
from contacts.rules.words import says_something

TWELVE_TO_128: Final = (
    "12 to 128 characters. Three or four words that you would not find side by side are easy to keep."
)


class OwnNameField(forms.CharField):
    """The name of a user, by which the pages call them: what cannot be read is refused, as the name of a contact is."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label="Your name",
            max_length=120,
            help_text="As you sign a message.",
            widget=forms.TextInput(attrs={"autocomplete": "name"}),
            **kwargs,
        )

    def validate(self, value: str) -> None:
        super().validate(value)
        if value and not says_something(value):
            raise forms.ValidationError("Type it with letters: nothing of this one can be read.", code="unreadable")


class ZoneField(forms.ChoiceField):
    """A time zone by region. Where nobody chose yet, the page's script chooses the browser's own."""

    def __init__(self, *, kept: str = "", **kwargs: Any) -> None:
        super().__init__(
            label="Time zone",
            initial=kept or UTC,
            choices=offered_zones(kept or UTC),
            widget=forms.Select(attrs={} if kept else {"data-zone-guess": True}),
            **kwargs,
        )

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> forms.BoundField:
        """A refused form keeps what was chosen."""
        if form.is_bound:
            self.widget.attrs.pop("data-zone-guess", None)
        return super().get_bound_field(form, field_name)


def plain_password(field: forms.Field, label: str, help_text: str = "") -> None:
    """A label of its own instead of a placeholder; one sentence, or none, instead of the validators' list."""
    field.label = label
    field.help_text = help_text
    field.widget.attrs.pop("placeholder", None)
