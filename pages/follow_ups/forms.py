"""A follow-up typed in or changed."""

from datetime import date
from typing import Any

from django import forms

from outcomes.models import FollowUp
from outcomes.rules.due import FollowUpKind
from pages.parts.days import DayField
from pages.parts.fields import readable
from pages.parts.meanwhile import Meanwhile

TYPED_KINDS = (
    (FollowUpKind.ACTION.value, "I want to"),
    (FollowUpKind.PROMISE.value, "I promised"),
    (FollowUpKind.WAITING.value, "They said they would"),
)


class FollowUpForm(Meanwhile, forms.ModelForm):
    """What is to be done for, or by, one contact."""

    class Meta:
        model = FollowUp
        fields = ("kind", "text", "due_on")
        labels = {"text": "What"}

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = self.instance.due_on
        self.fields["text"].widget.attrs["autocomplete"] = "off"
        self.fields["due_on"] = DayField(today=min(kept, today) if kept else today, label="On")
        # What a rule made keeps its kind: a thank-you is no promise.
        typed = [value for value, _ in TYPED_KINDS]
        if self.instance.pk and self.instance.kind not in typed:
            del self.fields["kind"]
        else:
            self.fields["kind"] = forms.ChoiceField(
                label="Who does it", choices=TYPED_KINDS, widget=forms.RadioSelect, initial=FollowUpKind.ACTION.value
            )

    def clean_text(self) -> str:
        readable(self.cleaned_data["text"])
        return " ".join(self.cleaned_data["text"].split())
