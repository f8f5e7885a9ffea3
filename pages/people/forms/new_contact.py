"""A new person: as the form of a person, with a note, what is shared, and network or address book."""

from typing import Any, Final

from django import forms

from contacts.models import Contact
from contacts.reads.close_people import ClosePerson, close_people
from contacts.rules.joining import JoinedBecause
from contacts.rules.typed_person import read_person, what_is_wrong
from contacts.rules.words import fold
from pages.parts.person_choice import suggesting
from pages.people.forms.contact import ContactForm
from pages.people.forms.lines import ReadableLines

NETWORK, BOOK, NEW = "network", "book", "new"
WHERE: Final = [
    (NETWORK, "My network: I want to meet them"),
    (BOOK, "My address book: for later"),
]


class NewContactForm(ContactForm):
    """A name that is close to somebody known asks which of them is meant; the answer counts for that name only."""

    where = forms.ChoiceField(label="Where do they belong?", choices=WHERE, widget=forms.RadioSelect, initial=NETWORK)
    shared = ReadableLines(
        label="What you share", help_text="What you found, one a line: a place, a job, a person, a hobby."
    )
    note = forms.CharField(
        label="Note", required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"})
    )
    which = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)
    asked = forms.CharField(required=False, max_length=240, widget=forms.HiddenInput)
    picked = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.close: list[ClosePerson] = []  # the question, where the name leaves it open
        self.asked_about = ""
        self.meant: Contact | None = None
        super().__init__(*args, **kwargs)
        self.fields["name"].widget.attrs |= suggesting(self["picked"])

    def sections(self) -> list[Any]:
        who, folds = super().sections()
        folds.fields[-1].fields.append("note")
        return [who, "picked", "where", "shared", folds]

    def clean(self) -> dict[str, Any]:
        self._read_what_stands_behind_the_name()
        cleaned = super().clean()
        name = cleaned.get("name", "")
        if (
            name
            and not self._picked(name)
            and not (cleaned.get("asked") == name and self._answered(cleaned.get("which", "")))
        ):
            self.close, self.asked_about = close_people(self.campaign, name), name
            if self.close:
                self.add_error("name", "Which one?")
        return cleaned

    def _read_what_stands_behind_the_name(self) -> None:
        """A company after a comma, as in every field that asks who; the whole may be the name of somebody known."""
        typed = self.cleaned_data.get("name", "")
        read = read_person(typed)
        if self.cleaned_data.get("company") or read.name == typed or what_is_wrong(read):
            return
        if not any(one.exact for one in close_people(self.campaign, typed)):
            self.cleaned_data |= {"name": read.name, "company": read.company}

    def own_pk(self) -> int:
        """Somebody known, where they were chosen: that they have this address is no mistake."""
        chosen = self._of_id(self.data.get("which", "") or self.data.get("picked", ""))
        return chosen.pk if chosen else 0

    def _picked(self, name: str) -> bool:
        """The suggestion that was taken; it counts for the name that it stood with, not for one typed over it."""
        contact = self._of_id(self.cleaned_data.get("picked", ""))
        if contact and fold(name) == fold(contact.name):
            self.meant = contact
        return self.meant is not None

    def _answered(self, which: str) -> bool:
        self.meant = self._of_id(which)
        return which == NEW or self.meant is not None

    def _of_id(self, text: str) -> Contact | None:
        """The campaign's contact of this number; a stranger's does not exist."""
        if not text.isascii() or not text.isdigit() or len(text) > 18:
            return None
        return Contact.objects.filter(campaign=self.campaign, pk=int(text)).first()

    @property
    def because(self) -> JoinedBecause | None:
        return JoinedBecause.SAID_SO if self.cleaned_data["where"] == NETWORK else None
