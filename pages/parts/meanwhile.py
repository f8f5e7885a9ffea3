"""Two tabs on one form: what the other one saved is shown beside what was typed, and never overwritten unseen."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError

SHOWN: Final = "shown"
CHANGED: Final = "Not saved: this was changed in another tab meanwhile. Save again to keep what stands here."


def said(value: object) -> str:
    """A field's value as text; line ends as they are stored."""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, list | tuple | set):
        return " ".join(sorted(map(str, value)))
    return "" if value is None else "\n".join(str(value).splitlines()).strip()


def mark_of(values: Mapping[str, object]) -> str:
    """The same for the same texts; it tells whether a form shows what is stored."""
    texts = "\0".join(f"{name}={said(value)}" for name, value in sorted(values.items()))
    return sha256(texts.encode()).hexdigest()[:16]


class Meanwhile(forms.Form):
    """Of something stored, whose values are the initial ones: the form carries a mark of what it was opened with.

    Its template renders `form.shown`. A form that was sent without the mark is taken as it is. `besides` names fields
    that say nothing of what is stored.
    """

    besides: tuple[str, ...] = ()

    shown = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.guards():
            self.fields[SHOWN].initial = self.stored_mark  # called when it is rendered
        else:
            del self.fields[SHOWN]

    def guards(self) -> bool:
        """Whether something stored is being changed; a new one can be changed by nobody else."""
        instance = getattr(self, "instance", None)
        return instance is None or instance.pk is not None

    def stored_mark(self) -> str:
        return mark_of({name: self.get_initial_for_field(field, name) for name, field in self._kept()})

    def typed_mark(self) -> str:
        return mark_of({name: self[name].value() for name, _ in self._kept()})

    @property
    def was_changed_meanwhile(self) -> bool:
        """Something else was saved since this form was opened."""
        return (self.data.get(self.add_prefix(SHOWN)) or self.stored_mark()) != self.stored_mark()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cleaned.pop(SHOWN, None)
        if SHOWN in self.fields and self.was_changed_meanwhile:
            self.say_what_differs()
        return cleaned

    def say_what_differs(self) -> None:
        """At each field; the next save decides. Where both say the same there is nothing to decide."""
        differing = self.differing()
        for name in differing:
            self.add_error(name, f"Saved there: {self.stored_words(name)}")
        if differing:
            self.add_error(None, ValidationError(CHANGED, code="changed_meanwhile"))

    def differing(self) -> list[str]:
        """The fields that say something else than what is stored now; from here on the form has shown that."""
        data: Any = self.data
        self.data = data = data.copy()
        data[self.add_prefix(SHOWN)] = self.stored_mark()
        kept = dict(self._kept())
        return [name for name in self.changed_data if name in kept]

    def _kept(self) -> list[tuple[str, forms.Field]]:
        return [(name, field) for name, field in self.fields.items() if name not in (SHOWN, *self.besides)]

    def stored_words(self, name: str) -> str:
        """The stored value in words: of a choice its label."""
        field = self.fields[name]
        value = self.get_initial_for_field(field, name)
        labels = {str(key): str(label) for key, label in getattr(field, "choices", ()) if not isinstance(label, list)}
        values = value if isinstance(value, list | tuple | set) else [value]
        return ", ".join(labels.get(str(one)) or said(one) for one in values) or "nothing"
