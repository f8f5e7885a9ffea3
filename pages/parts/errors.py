"""What a refused field says, in every form: what to do, in plain words, instead of Django's own sentences."""

from typing import Final

from django import forms

EVERY_FIELD: Final = {
    "required": "Fill this in.",
    "max_length": "Use at most %(limit_value)d characters. These are %(show_value)d.",
    "min_value": "Type %(limit_value)s or more.",
    "max_value": "Type %(limit_value)s or less.",
}
A_CHOICE: Final = {"required": "Choose one of these.", "invalid_choice": "Choose one of these."}
SAYS: Final[tuple[tuple[type[forms.Field], dict[str, str]], ...]] = (
    (forms.Field, EVERY_FIELD),
    (forms.IntegerField, {"invalid": "Type a whole number, such as 3."}),
    (forms.DateField, {"invalid": "Type a day, such as 2026-11-23."}),
    (forms.ChoiceField, A_CHOICE),
    (forms.ModelChoiceField, A_CHOICE),
)


def speak_plainly() -> None:
    """Called once, when the app starts; a field of its own words keeps them."""
    for field, words in SAYS:
        field.default_error_messages = {**field.default_error_messages, **words}
