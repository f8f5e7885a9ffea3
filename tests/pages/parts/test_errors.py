"""A refused field says what to do; no form speaks Django."""

import pytest
from django import forms

A_LIST = [("a", "A")]


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        (forms.CharField(), "", "Fill this in."),
        (forms.CharField(max_length=3), "abcde", "Use at most 3 characters. These are 5."),
        (forms.IntegerField(), "fifty", "Type a whole number, such as 3."),
        (forms.IntegerField(min_value=1), "0", "Type 1 or more."),
        (forms.IntegerField(max_value=500), "501", "Type 500 or less."),
        (forms.DateField(), "31 Nov", "Type a day, such as 2026-11-23."),
        (forms.ChoiceField(choices=A_LIST), "b", "Choose one of these."),
        (forms.ChoiceField(choices=A_LIST), "", "Choose one of these."),
        (forms.TypedChoiceField(choices=A_LIST), "b", "Choose one of these."),
        (forms.CharField(error_messages={"required": "Type a name."}), "", "Type a name."),
    ],
)
def test_a_refused_field_says_what_to_do(field: forms.Field, typed: str, said: str) -> None:
    with pytest.raises(forms.ValidationError) as refused:
        field.clean(typed)
    assert refused.value.messages == [said]
