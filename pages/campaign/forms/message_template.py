"""A message in the user's own words (R18)."""

from django import forms
from django.http import QueryDict

from pages.parts.meanwhile import Meanwhile
from relationships.rules.messages.composing import Template
from relationships.rules.messages.own_templates import what_is_wrong


class MessageTemplateForm(Meanwhile):
    """In full and short; what it takes from the store stands between braces."""

    long = forms.CharField(
        label="In full",
        max_length=5_000,
        widget=forms.Textarea({"rows": 12, "dir": "auto"}),
        help_text="A sentence a line: they are joined by spaces. An empty line begins a new paragraph.",
    )
    short = forms.CharField(
        label="Short",
        max_length=1_000,
        required=False,
        widget=forms.Textarea({"rows": 6, "dir": "auto"}),
        help_text="At most 300 characters once filled. A line that begins with ? is left out where there is no room.",
    )

    def __init__(self, data: QueryDict | None = None, *, language: str, template: Template | None = None) -> None:
        self.language = language
        first = {"long": template.long.strip(), "short": template.short.strip()} if template else {}
        super().__init__(data, initial=first)

    def clean_long(self) -> str:
        return self._fillable("long")

    def clean_short(self) -> str:
        return self._fillable("short")

    def as_typed(self) -> Template:
        """What stands in the fields, saved or not."""
        long, short = (str(self[name].value() or "").replace("\r\n", "\n") for name in ("long", "short"))
        return Template(long=long, short=short)

    def _fillable(self, name: str) -> str:
        text = str(self.cleaned_data[name]).replace("\r\n", "\n")
        if wrong := what_is_wrong(text, self.language):
            raise forms.ValidationError(wrong)
        return text
