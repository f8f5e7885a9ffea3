"""Whether a row is somebody of the same name is a question that only the user can answer; what is preset stands here.

Who was typed by hand and comes in a file is the same person where the company agrees, or nothing contradicts. Of
people whom imports know the file would have said it: they are kept apart. Source: the format notes, rule 7.
"""

from dataclasses import dataclass
from typing import Final

from contacts.rules.words import fold
from transfer.rules.book import Known, is_another_profile, name_key, profile_of
from transfer.rules.person import Person

SAME: Final = "same"
APART: Final = "apart"
"""How an answer is stored."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RowAnswer:
    """What the user said about one row; nothing said leaves what is preset."""

    same_as: int | None = None
    """The contact who the row is."""
    apart: bool = False
    take: bool = False
    """What the file says is taken also where it differs from what stands."""


def is_preset(known: Known, person: Person) -> bool:
    """Whether "the same" is preset for somebody of the same name."""
    if not known.typed or person.shares or name_key(known) != name_key(person):
        return False
    if is_another_profile(profile_of(person), known):
        return False
    if known.connected_on and person.connected_on and known.connected_on != person.connected_on:
        return False
    return not (known.company and person.company) or fold(known.company) == fold(person.company)
