"""Fields that several forms of accounts share."""

from typing import Any, Final

from django import forms

from accounts.rules.zones import UTC, offered_zones

TWELVE_TO_128: Final = (
    "12 to 128 characters. Three or four words that you would not find side by side are easy to keep."
)


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
