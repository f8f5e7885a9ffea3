"""Fields and widgets of forms."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from django import forms
from django.db.models import QuerySet

from contacts.rules.keys import is_key
from contacts.rules.typed_person import LONGEST_TYPED, read_person, what_is_wrong
from contacts.rules.words import says_something
from pitch.models import Story

UNREADABLE: Final = "Type it with letters or digits: nothing of this can be read."


def readable(text: str) -> None:
    """For what is called by it later on: a name, a company, a tag, a title. Signs alone say nothing in a sentence."""
    if not says_something(text):
        raise forms.ValidationError(UNREADABLE, code="unreadable")


def begin_at(form: forms.BaseForm, name: str) -> None:
    """A form that is opened fresh has the focus in this field; a refused one in its summary."""
    if not form.is_bound:
        form.fields[name].widget.attrs["autofocus"] = True


class PersonField(forms.CharField):
    """Somebody new: a name, or a name and a company after a comma; cleaned to what was typed."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=LONGEST_TYPED, **kwargs)

    def validate(self, value: str) -> None:
        super().validate(value)
        if value and (wrong := what_is_wrong(read_person(value))):
            raise forms.ValidationError(wrong, code="no_name")


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


class KeysField(forms.MultipleChoiceField):
    """Rows that were ticked. What is not there any more was taken away meanwhile: nothing to refuse."""

    def validate(self, value: list[str]) -> None:
        """Whose they are is asked where they are written."""

    def to_python(self, value: Sequence[str] | None) -> list[str]:
        return [key for key in super().to_python(value) if is_key(key)]


class MemoryField(forms.MultipleChoiceField):
    """Some of what the user has to tell, ticked; nothing has to be."""

    def __init__(self, label: str, choices: Iterable[tuple[str, str]]) -> None:
        super().__init__(label=label, choices=list(choices), required=False)
