"""Everybody met at an event, a line each: name, company, what you share, meeting again, a note."""

from typing import Any, Final

from django import forms
from django.forms.renderers import get_default_renderer

from contacts.rules.searching import words_of
from contacts.rules.typed_person import TypedPerson
from contacts.rules.words import fold
from meetings.models import Encounter
from meetings.rules.events import EncounterAnswer
from pages.events.forms.grid import Grid, initial_line
from pages.parts.fields import readable
from pages.parts.meanwhile import SHOWN, Meanwhile
from pages.parts.named_line import NEW, NamedLine
from relationships.rules.events import Met
from relationships.writes.encounters import is_known_by_it_alone

SPARE: Final = 6
"""Empty lines below those that are saved; theme.css unfolds them one by one."""

MOST: Final = 60
GONE: Final = "This line was taken away meanwhile. Take it away here too, or write it afresh."
HINTS: Final = {"name": "Name", "company": "Company", "shared": "What you share", "note": "Note"}
NOBODY: Final = "Who was it? Without a name nothing can be kept."
TWICE: Final = "This person stands in another line too."
CHANGED: Final = "Changed in another tab meanwhile. Saved there: {}. Save again to keep what stands here."


class MetLine(Meanwhile, NamedLine):
    besides = ("encounter", "which", "asked", "picked", "DELETE")
    encounter = forms.IntegerField(required=False, widget=forms.HiddenInput)
    shared = forms.CharField(label="What you share", required=False, max_length=300)
    answer = forms.ChoiceField(
        label="Meet again?",
        choices=EncounterAnswer.choices(),
        required=False,
        widget=forms.RadioSelect({"class": "btn-check"}),
    )
    note = forms.CharField(label="Note", required=False, max_length=500)
    heard = forms.BooleanField(
        label="Heard your card", required=False, initial=True, widget=forms.CheckboxInput({"class": "form-check-input"})
    )

    def __init__(self, *args: Any, about: Grid, **kwargs: Any) -> None:
        self.about, self.campaign = about, about.event.campaign
        # Django would skip an unchanged line as empty; here an untouched saved line is one that stays.
        super().__init__(*args, **{**kwargs, "empty_permitted": False})
        self.contact_id: int | None = None
        self.corrects = False
        self.suggest("shared", "note")
        for name, words in HINTS.items():
            self.fields[name].widget.attrs["placeholder"] = words
        if saved := self.saved():
            self.initial = initial_line(saved, about.heard)
        if saved and saved.answer:
            answer: Any = self.fields["answer"]
            answer.choices = [*EncounterAnswer.choices(), ("", "Not said")]
        if not about.asks_heard:
            del self.fields["heard"]

    def saved(self) -> Encounter | None:
        """The saved line that this one corrects."""
        value = self["encounter"].value()
        return self.about.saved.get(int(value)) if str(value or "").isdecimal() and len(str(value)) < 19 else None

    def guards(self) -> bool:
        return self.saved() is not None

    @property
    def is_untouched(self) -> bool:
        """It says what it was opened with: what another tab saved meanwhile stands."""
        return self.data.get(self.add_prefix(SHOWN)) == self.typed_mark()

    def say_what_differs(self) -> None:
        if self.is_removed or self.is_untouched:
            return
        if differing := self.differing():
            there = ", ".join(f"{self.fields[name].label} {self.stored_words(name)}" for name in differing)
            self.add_error("name", CHANGED.format(there))

    @property
    def is_removed(self) -> bool:
        return bool(getattr(self, "cleaned_data", {}).get("DELETE"))

    @property
    def is_written(self) -> bool:
        """Whether anything stands in it; an answer that was clicked is something too."""
        cleaned = getattr(self, "cleaned_data", {})
        return any(cleaned.get(name) for name in ("encounter", "name", "company", "shared", "answer", "note"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.is_removed or not self.is_written or "name" in self.errors:
            return cleaned
        if cleaned.get("shared"):
            self._check_shared(cleaned["shared"])
        name, saved = cleaned.get("name") or "", self.saved()
        if cleaned.get("encounter") and saved is None:
            self.add_error("name", GONE)
        elif not name:
            self.add_error("name", NOBODY)
        elif saved and fold(name) == fold(saved.contact.name):
            self.named = TypedPerson(name=" ".join(name.split()), company=cleaned.get("company") or "")
            self.contact_id, self.corrects = saved.contact_id, True
        else:
            self.named = self.read(name, cleaned.get("company") or "")
            self._meant(name, saved)
        return cleaned

    def _check_shared(self, text: str) -> None:
        try:
            readable(text)
        except forms.ValidationError as error:
            self.add_error("shared", error)

    def _meant(self, typed: str, saved: Encounter | None) -> None:
        """Another spelling of a saved name corrects it, as does a name of which a word stays, where this
        line is all that is known of them; else another name is another person.
        """
        if self.is_clear(typed):
            self.contact_id = self.known.pk if self.known else None
            is_new = not self.known and self.cleaned_data.get("which") != NEW
            if saved and is_new and is_known_by_it_alone(saved) and one_word_stays(typed, saved.contact.name):
                self.contact_id, self.corrects = saved.contact_id, True
        elif saved and {one.contact.pk for one in self.close} == {saved.contact_id}:
            del self.errors["name"]
            self.close, self.contact_id, self.corrects = [], saved.contact_id, True

    @property
    def key(self) -> object:
        """The same for one person in two lines."""
        return self.contact_id or (fold(self.named.name), fold(self.named.company))

    def met(self) -> Met:
        cleaned, saved = self.cleaned_data, self.saved()
        return Met(
            name=self.named.name,
            company=self.named.company,
            contact_id=self.contact_id,
            encounter_id=saved.pk if saved else None,
            corrects=self.corrects,
            answer=EncounterAnswer(cleaned["answer"]) if cleaned.get("answer") else None,
            shared=cleaned.get("shared") or "",
            note=cleaned.get("note") or "",
            heard=bool(cleaned.get("heard")),
        )


class MetLines(forms.BaseFormSet):
    """Saved lines first, then empty ones."""

    form = MetLine
    extra, min_num, max_num, absolute_max = SPARE, 0, MOST, MOST + SPARE
    can_order, can_delete, can_delete_extra = False, True, False
    validate_min = validate_max = False
    deletion_widget = forms.CheckboxInput({"class": "btn-check"})  # type: ignore[assignment]
    renderer = get_default_renderer()

    def clean(self) -> None:
        stood: dict[object, MetLine] = {}
        for line in self.lines():
            if line.errors or line.is_removed:
                continue
            if line.key in stood:
                line.add_error("name", TWICE)
            stood[line.key] = line

    def lines(self) -> list[Any]:
        """Those in which something stands."""
        return [line for line in self.forms if getattr(line, "cleaned_data", None) is not None and line.is_written]

    def met(self) -> list[Met]:
        return [line.met() for line in self.lines() if not (line.is_removed or line.is_untouched)]

    def removed(self) -> list[Encounter]:
        return [saved for line in self.lines() if line.is_removed and (saved := line.saved())]


def one_word_stays(typed: str, name: str) -> bool:
    return not set(words_of(typed)).isdisjoint(words_of(name))
