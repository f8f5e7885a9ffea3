"""The forms of the admin: a row belongs to a campaign, and so does everything that it points at."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from django import forms
from django.db.models import Model
from django.forms.models import BaseInlineFormSet, BaseModelFormSet

from campaigns.models import Campaign

CHANGED_MEANWHILE: Final = (
    "Not saved: this was changed in another tab since you opened the page. Load the page again to see it."
)


class OwnForm(forms.ModelForm):
    """Made for each request with the campaign that a new row goes into, and the user's day."""

    campaign: Campaign | None = None
    today: date = date.min

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        if self.instance.pk is None and self.campaign is not None and hasattr(self.instance, "campaign_id"):
            self.instance.campaign = self.campaign

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        here = getattr(self.instance, "campaign_id", None)
        for name, value in list(cleaned.items()):
            if here and any(row.campaign_id != here for row in _pointed_at(value)):
                self.add_error(name, "This belongs to another campaign.")
        return cleaned

    def _get_validation_exclusions(self) -> set[str]:
        """What is no field of the form and was set all the same is part of what must be unique."""
        exclusions: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]  # not in the stubs
        return {name for name in exclusions if name not in ("campaign", "folded") or not self._is_set(name)}

    def _is_set(self, name: str) -> bool:
        return bool(getattr(self.instance, "campaign_id" if name == "campaign" else name, None))


class VersionField(forms.IntegerField):
    """The version that a row had when it was shown; nothing that the user changes."""

    widget = forms.HiddenInput

    def has_changed(self, initial: object, data: object) -> bool:
        return False


class VersionedForm(OwnForm):
    """Of a row that counts its saves: what another tab saved since it was shown is not overwritten."""

    shown_version = VersionField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["shown_version"] = self.instance.version

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.instance.pk and self.has_changed():
            rows = type(self.instance)._base_manager.select_for_update().filter(pk=self.instance.pk)
            if cleaned.get("shown_version") != rows.values_list("version", flat=True).first():
                self.add_error(None, CHANGED_MEANWHILE)
        return cleaned


def _pointed_at(value: object) -> Iterable[Any]:
    """The rows of a campaign in what a field holds."""
    rows = value if isinstance(value, Iterable) and not isinstance(value, str | bytes | dict) else [value]
    return (row for row in rows if isinstance(row, Model) and hasattr(row, "campaign_id"))


class OwnRows(BaseModelFormSet):
    """Rows of a list. Somebody else's is as unknown as one that does not exist; Django alone tells them apart.

    A field in a table has no label beside it: it says its own, and whose it is.
    """

    def add_fields(self, form: Any, index: Any) -> None:
        super().add_fields(form, index)
        if self.is_bound and self.queryset is not None:
            form.fields["id"].queryset = self.queryset
        row = f": {form.instance}" if form.instance.pk else ""
        for bound in form.visible_fields():
            bound.field.widget.attrs["aria-label"] = f"{bound.label}{row}"


class ListRows(OwnRows):
    """Rows of a list page. What the page showed comes back with it: a row that the user left alone is not written,
    whatever another tab made of it meanwhile.
    """

    def add_fields(self, form: Any, index: Any) -> None:
        super().add_fields(form, index)
        for bound in form.visible_fields():
            bound.field.show_hidden_initial = True


class OwnInlineRows(OwnRows, BaseInlineFormSet):
    """The same for rows that hang on another one."""


class OneEach(OwnInlineRows):
    """Rows that hang on another one, no two of which compare as the same."""

    def clean(self) -> None:
        super().clean()
        seen: set[str] = set()
        for form in self.forms:
            data = getattr(form, "cleaned_data", {})
            if not data or data.get("DELETE"):
                continue
            if form.instance.key in seen:
                form.add_error(None, "This stands here twice.")
            seen.add(form.instance.key)
