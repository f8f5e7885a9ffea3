"""The stories that were told at a meeting."""

from django import forms
from django.db.models import QuerySet

from contacts.rules.keys import is_key
from pitch.models import Story


class StoriesField(forms.ModelMultipleChoiceField):
    """Only what could be a key is asked of the database: it cannot hold forty digits."""

    def clean(self, value: list[str] | None) -> "QuerySet[Story]":
        if value and not all(is_key(str(key)) for key in value):
            raise forms.ValidationError("This story is not among yours any more.", code="invalid_choice")
        return super().clean(value)
