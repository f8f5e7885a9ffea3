"""R6: several people typed, a line each: three names on the first evening, twelve prompts of three lines later on.

A line is a name, suggested while it is typed, and a company after a comma; where it leaves open who is meant, it asks.
Rendered with `parts/_person_line.html`.
"""

from collections.abc import Iterable
from typing import Any

from pages.parts.person_choice import ChosenPerson, PersonChoiceForm


class LineForm(PersonChoiceForm):
    """One line; it may stay empty."""

    def __init__(self, *args: Any, words: str, **kwargs: Any) -> None:
        super().__init__(*args, empty_permitted=True, use_required_attribute=False, **kwargs)
        field = self.fields["person"]
        field.label, field.help_text = words, ""
        field.widget.attrs |= {"class": "form-control form-control-sm"}
        field.widget.is_required = False

    @property
    def is_typed(self) -> bool:
        return self.is_bound and bool(str(self["person"].value() or "").strip())

    @property
    def is_wrong(self) -> bool:
        return (self.is_typed or not self.empty_permitted) and bool(self.errors)


def each_once(people: Iterable[ChosenPerson]) -> list[ChosenPerson]:
    """Each person once, though they were written on two lines."""
    found: dict[object, ChosenPerson] = {}
    for person in people:
        found.setdefault(person.key, person)
    return list(found.values())
