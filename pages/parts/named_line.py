"""R6: a person named in one line of several: a name and a company, and which one is meant where that leaves it open.

The same question as `person_choice` asks, for forms that repeat a line. Rendered with `parts/_which_one.html`.
"""

from typing import Final

from django import forms
from django.http import QueryDict

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.reads.close_people import ClosePerson, close_people
from contacts.rules.typed_person import LONGEST_COMPANY, TypedPerson, read_person, tells_them
from contacts.rules.words import fold
from pages.parts.fields import PersonField, readable
from pages.parts.person_choice import company_of, suggesting

NEW: Final = "new"


class NamedLine(forms.Form):
    """Descend from it, give it its campaign, and ask `is_clear` of a typed name while the line is cleaned."""

    name = PersonField(label="Name", required=False)
    company = forms.CharField(label="Company", required=False, max_length=LONGEST_COMPANY, validators=[readable])
    which = forms.CharField(required=False, max_length=20)
    asked = forms.CharField(required=False, widget=forms.HiddenInput)
    picked = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)

    campaign: Campaign
    close: list[ClosePerson]  # the question, where the name leaves it open
    known: Contact | None = None
    named: TypedPerson = TypedPerson(name="")

    def suggest(self, *names: str) -> None:
        """The placeholder is what theme.css knows an empty line by."""
        self.close = []
        for name in ("name", "company", *names):
            self.fields[name].widget.attrs |= {"class": "form-control", "placeholder": " ", "autocomplete": "off"}
        self.fields["name"].widget.attrs |= suggesting(self["picked"])

    def read(self, typed: str, company: str) -> TypedPerson:
        """A company after a comma says what the other field says, unless the whole is the name of somebody known."""
        read = read_person(typed)
        if company and fold(company) != fold(read.company):
            return TypedPerson(name=typed, company=company)
        if read.company and any(one.exact for one in close_people(self.campaign, typed)):
            return TypedPerson(name=typed, company=company)
        return read

    def is_clear(self, typed: str, *, besides: int | None = None) -> bool:
        """Whether it is clear who is meant: somebody known, or somebody new; else the line asks."""
        found = [one for one in close_people(self.campaign, self.named.name) if one.contact.pk != besides]
        if not found:
            return True
        which = self.cleaned_data.get("which", "")
        if self.cleaned_data.get("asked") == typed:
            self.known = next((one.contact for one in found if str(one.contact.pk) == which), None)
            if self.known or which == NEW:
                return True
        told = [one.contact for one in found if one.exact and self._is_told(one.contact)]
        if len(told) == 1:
            self.known = told[0]
            return True
        self.close = found
        self._remember_asking(typed)
        self.add_error("name", "Which one?")
        return False

    def _remember_asking(self, typed: str) -> None:
        """The answer will count for this name only."""
        if isinstance(self.data, QueryDict):
            posted = self.data.copy()
            posted[self.add_prefix("asked")] = typed
            self.data = posted

    def _is_told(self, contact: Contact) -> bool:
        """Whether more than the name says that this person of the name is meant: their suggestion, or their company."""
        picked = self.cleaned_data.get("picked") == str(contact.pk)
        return picked or tells_them(self.named.company, company_of(contact))
