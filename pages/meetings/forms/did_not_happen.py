"""R6: what became of a meeting that did not take place."""

from datetime import date
from typing import Any

from django import forms

from accounts.rules.words import Worded
from pages.meetings.forms.planning import WhenForm


class What(Worded):
    """One click among three; and back again."""

    MOVED = "moved", "Moved"
    CANCELLED = "cancelled", "Cancelled"
    NO_SHOW = "no_show", "Nobody came"
    PLANNED = "planned", "Plan it again"


class DidNotHappenForm(WhenForm):
    """What happened instead; only `moved` asks for a day."""

    def __init__(self, *args: Any, planned: bool, may_have_waited: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [What.MOVED, What.CANCELLED, What.NO_SHOW] if may_have_waited else [What.MOVED, What.CANCELLED]
        if not planned:
            offered = [What.PLANNED, *offered]
        self.fields["what"] = forms.ChoiceField(
            choices=[(what.value, what.label) for what in offered],
            error_messages={"required": "Choose what happened."},
        )
        self.fields["day"].label = "New day"
        if self.data.get("what") != What.MOVED:
            self.fields["day"].required = False

    def clean_day(self) -> date | None:
        return super().clean_day() if self.data.get("what") == What.MOVED else None

    def clean(self) -> dict[str, Any]:
        if self.data.get("what") != What.MOVED:
            self.errors.pop("time", None)
            return self.cleaned_data
        return super().clean()

    def happened(self) -> What:
        return What(self.cleaned_data["what"])

    def moved_to(self) -> dict[str, Any]:
        """The new day, and the time if one was agreed."""
        return {"day": self.cleaned_data["day"], "starts_at": self.cleaned_data["starts_at"]}
