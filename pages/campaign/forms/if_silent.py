"""R23: what to do at a silence or a no, decided beforehand."""

from typing import Any

from django import forms

from campaigns.rules.if_silent import IfSilent


class IfSilentForm(forms.Form):
    if_silent = forms.ChoiceField(
        label="If nothing comes, or a no, I will …",
        choices=IfSilent.choices(),
        widget=forms.RadioSelect,
        required=False,
    )
    if_silent_words = forms.CharField(label="In my own words", max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        words = cleaned.get("if_silent_words")
        cleaned["if_silent"] = chosen = cleaned.get("if_silent") or (IfSilent.OWN.value if words else "")
        if not chosen and "if_silent" not in self.errors:
            self.add_error("if_silent", "Choose one, or write your own.")
        elif chosen == IfSilent.OWN and "if_silent_words" not in self.errors and not words:
            self.add_error("if_silent_words", "Write what you will do, or choose one of the others.")
        return cleaned
