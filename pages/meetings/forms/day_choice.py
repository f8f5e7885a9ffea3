"""A day among a few that are offered, or one of the user's own; without scripts too."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from django import forms

from outcomes.rules.offered_days import OfferedDay
from pages.parts.fields import DayInput

PICK: Final = "pick"


class DayChoice(forms.MultiWidget):
    """A select of days; its last entry opens the field beside it (theme.css)."""

    def __init__(self, offered: Iterable[OfferedDay] = (), none: str = "") -> None:
        self.offered = {one.day.isoformat() for one in offered}
        choices = [(one.day.isoformat(), one.words) for one in offered]
        first = [("", none)] if none else []
        select = forms.Select({"class": "form-select"}, choices=[*first, *choices, (PICK, "Pick a day…")])
        super().__init__([select, DayInput({"class": "form-control", "aria-label": "Pick a day"})])

    def decompress(self, value: date | None) -> list[str]:
        if value is None:
            return ["", ""]
        day = value.isoformat()
        return [day, ""] if day in self.offered else [PICK, day]


class DayChoiceField(forms.MultiValueField):
    """The chosen day or None. A day offered yesterday is still taken: the form may have stood open overnight."""

    widget = DayChoice

    def __init__(self, **kwargs: Any) -> None:
        fields = (forms.CharField(required=False, max_length=20), forms.DateField(required=False))
        super().__init__(fields, required=False, require_all_fields=False, **kwargs)

    def compress(self, data_list: list[Any]) -> date | None:
        chosen, picked = data_list or ("", None)
        if chosen == PICK:
            return picked if isinstance(picked, date) else None
        try:
            return date.fromisoformat(chosen) if chosen else None
        except ValueError as error:
            raise forms.ValidationError("Choose a day.") from error
