"""One row of the list of people, as it is read and checked."""

from typing import Any, ClassVar, Final

from django import forms

from contacts.models import Company, Contact
from contacts.rules.words import fold
from pages.admin.forms import CHANGED_MEANWHILE, ListRows, VersionedForm
from pages.parts.fields import DayInput, readable
from relationships.reads.recorded import recorded_for

EDITED: Final = ("position", "company", "known_from_before", "starred", "in_network")
STAYS: Final = "Something is noted about them, so they stay in your network. “Leave for now” takes them out of sight."


def as_shown(person: Contact) -> dict[str, Any]:
    """What stands in the fields of the list."""
    return {
        "position": person.position,
        "company": person.company.name if person.company else "",
        "known_from_before": person.known_from_before,
        "starred": person.starred,
        "in_network": person.in_network,
    }


class RowForm(VersionedForm):
    """The company is typed: a known one by its name, or a new one."""

    company = forms.CharField(label="Company", max_length=200, required=False)
    in_network = forms.BooleanField(label="In your network", required=False)

    class Meta:
        widgets: ClassVar[dict[str, forms.Widget]] = {"known_from_before": DayInput()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stands = as_shown(self.instance) if self.instance.pk else {}
        self.initial.update(self.stands)

    def clean_company(self) -> Company | None:
        """The campaign's company of this name; a new one is not made before everything else is right."""
        name = " ".join(self.cleaned_data["company"].split())
        if not name:
            return None
        readable(name)
        known = Company.objects.filter(campaign=self.instance.campaign_id, folded=fold(name)).first()
        return known or Company(campaign_id=self.instance.campaign_id, name=name, folded=fold(name))

    def clean_in_network(self) -> bool:
        stays = bool(self.cleaned_data["in_network"])
        leaves = not stays and self.instance.in_network and "in_network" in self.changed_data
        if leaves and recorded_for([self.instance.pk]):
            raise forms.ValidationError(STAYS)
        return stays

    def clean(self) -> dict[str, Any]:
        """Only what the user changed is written, and only over what they saw: not every act counts as a save."""
        cleaned = super().clean()
        if any(self._was_other(name) for name in self.changed_data if name in EDITED) and not self.non_field_errors():
            self.add_error(None, CHANGED_MEANWHILE)
        return cleaned | {
            name: getattr(self.instance, name) for name in EDITED if name in cleaned and name not in self.changed_data
        }

    def _was_other(self, name: str) -> bool:
        """Whether the page showed something else than what stands there now."""
        place = self.add_initial_prefix(name)
        if name not in self.stands or place not in self.data:
            return False  # a row that is not there, or nobody's of the user's: Django says so
        return self.fields[name].has_changed(self.stands[name], self.data[place])


class PeopleRows(ListRows):
    """The rows of the list. To be shown they need no forms, which Django would make for the sake of their media."""

    @property
    def media(self) -> forms.Media:
        return forms.Media()

    def is_multipart(self) -> bool:
        return False

    def __getitem__(self, index: Any) -> Any:
        """A template that asks for `errors` tries that as an index first."""
        if not isinstance(index, int):
            raise KeyError(index)
        return super().__getitem__(index)
