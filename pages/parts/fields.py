"""Fields and widgets of forms."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from contacts.rules.keys import is_key
from pitch.models import Story


class DayInput(forms.DateInput):
    """A day as the browser asks for it."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class StoriesField(forms.ModelMultipleChoiceField):
    """Only what could be a key is asked of the database: it cannot hold forty digits."""

    def clean(self, value: list[str] | None) -> "QuerySet[Story]":
        if value and not all(is_key(str(key)) for key in value):
            raise forms.ValidationError("This story is not among yours any more.", code="invalid_choice")
        return super().clean(value)
