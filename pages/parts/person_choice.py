"""R6: a field in which a person is typed or chosen, for every form that speaks of one.

With JavaScript a suggestion fills in who is meant. Without it the posted name says it: a name that equals or is close
to that of somebody known asks which, unless their company stands beside it, and nobody known is a new person.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django import forms
from django.urls import reverse_lazy

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.reads.close_people import ClosePerson, close_people
from contacts.rules.knowing import KnownAs
from contacts.rules.typed_person import LONGEST_TYPED, TypedPerson, read_person, shown_person, tells_them, what_is_wrong
from contacts.rules.words import fold
from relationships.writes.knowing import know
from relationships.writes.people import add_person

NEW: Final = "new"


def suggesting(into: forms.BoundField) -> dict[str, Any]:
    """What a field has in which somebody is named: people are suggested, the one taken is noted in the other field."""
    return {"data-suggest": reverse_lazy("people_suggest"), "data-into": into.auto_id, "autocomplete": "off"}


@dataclass(frozen=True, kw_only=True)
class ChosenPerson:
    """Somebody known, or a name and a company of somebody new."""

    contact: Contact | None
    name: str
    company: str = ""

    @property
    def is_new(self) -> bool:
        return self.contact is None

    @property
    def key(self) -> object:
        """The same for one person typed twice."""
        return self.contact.pk if self.contact else (fold(self.name), fold(self.company))

    def said_to_know(self, campaign: Campaign, today: date, how_we_met: str = "") -> Contact:
        """The contact, whom the user names as somebody they know: in the network, and known from before (R1).

        How well is kept only where it was chosen.
        """
        if self.contact:
            know(self.contact, KnownAs.KNOWN, today)
            return self.contact
        known = KnownAs.KNOWN.value
        return add_person(campaign, self.name, self.company, today=today, how_we_met=how_we_met, known_as=known)

    def taken(self, campaign: Campaign, today: date) -> Contact:
        """The contact; a new one stands in the address book, and joins with what is now recorded for them (R1)."""
        return self.contact or add_person(campaign, self.name, self.company, today=today, because=None)


class PersonChoiceForm(forms.Form):
    """Descend from it; render with `parts/_person_choice.html`; ask `chosen()` once the form is valid."""

    person = forms.CharField(
        label="With whom?",
        max_length=LONGEST_TYPED,
        help_text="A new name is fine. Put a comma before the company.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    person_id = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)
    person_is = forms.CharField(required=False, max_length=20)
    person_asked = forms.CharField(required=False, widget=forms.HiddenInput)

    campaign: Campaign
    who_is_meant: list[ClosePerson]  # the question, where the name leaves it open
    typed: TypedPerson | None = None
    _chosen: ChosenPerson | None = None

    def __init__(self, *args: Any, campaign: Campaign, contact: Contact | None = None, **kwargs: Any) -> None:
        self.campaign = campaign
        self.who_is_meant = []
        if contact:
            first = {"person": shown_as(contact), "person_id": str(contact.pk)}
            kwargs["initial"] = {**first, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.fields["person"].widget.attrs |= suggesting(self["person_id"])

    def chosen(self) -> ChosenPerson:
        """Who was chosen, of a form that is valid."""
        if self._chosen is None:
            raise ValueError("Nobody was chosen: the form is not valid.")
        return self._chosen

    def known(self) -> Contact | None:
        """Who is chosen so far, if it is somebody known; a refused form too can speak of them."""
        if self.is_bound:
            self.is_valid()
            return self._chosen.contact if self._chosen else None
        return self._of_id(str(self.initial.get("person_id", "")))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        text = cleaned.get("person")
        if not text:
            return cleaned
        self.typed = typed = read_person(text)
        self._chosen = self._picked(text)  # first: a file may have brought somebody who is called by a dot
        if self._chosen is None and (wrong := what_is_wrong(typed)):
            self.add_error("person", wrong)
        elif self._chosen is None:
            self._chosen = self._answered(text, typed) or self._resolved(text, typed)
        return cleaned

    def _picked(self, text: str) -> ChosenPerson | None:
        """The suggestion that was taken; it counts for the name that it stood with, not for one typed over it."""
        contact = self._of_id(self.cleaned_data.get("person_id", ""))
        if contact and fold(text) in (fold(contact.name), fold(shown_as(contact))):
            return ChosenPerson(contact=contact, name=contact.name)
        return None

    def _answered(self, text: str, typed: TypedPerson) -> ChosenPerson | None:
        """The answer to "Who do you mean?"; it counts for the name that was asked about."""
        if self.cleaned_data.get("person_asked") != text:
            return None
        answer = self.cleaned_data.get("person_is", "")
        if answer == NEW:
            return ChosenPerson(contact=None, name=typed.name, company=typed.company)
        contact = self._of_id(answer)
        return ChosenPerson(contact=contact, name=contact.name) if contact else None

    def _resolved(self, text: str, typed: TypedPerson) -> ChosenPerson | None:
        close, company = close_people(self.campaign, text), ""  # the whole: "Marrick, Tove" is a name too
        if typed.company and not any(person.exact for person in close):
            close, company = close_people(self.campaign, typed.name), typed.company
        the_one = _only(close, company)
        if the_one:
            return ChosenPerson(contact=the_one, name=the_one.name)
        if not close:
            return ChosenPerson(contact=None, name=typed.name, company=typed.company)
        self._ask(close)
        return None

    def _ask(self, close: list[ClosePerson]) -> None:
        self.who_is_meant = close
        self.add_error("person", "You know somebody of this or a similar name.")

    def _of_id(self, text: str) -> Contact | None:
        """The campaign's contact of this number; a stranger's does not exist."""
        if not text.isascii() or not text.isdigit() or len(text) > 18:
            return None
        return Contact.objects.filter(campaign=self.campaign, pk=int(text)).select_related("company").first()


def company_of(contact: Contact) -> str:
    return contact.company.name if contact.company else ""


def shown_as(contact: Contact) -> str:
    return shown_person(contact.name, company_of(contact))


def _only(close: list[ClosePerson], company: str) -> Contact | None:
    """The one person of exactly this name and this company."""
    told = [one.contact for one in close if one.exact and tells_them(company, company_of(one.contact))]
    return told[0] if len(told) == 1 else None
