"""Two people who are one: what the other knew fills the keeper, field by field as the table of fields says."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from contacts.models import Contact
from contacts.reads.facts import words_of_field
from contacts.rules.details import united
from contacts.rules.field_kinds import ContactField, Group, Merged, Shown
from contacts.rules.fields import FIELDS

Values = dict[str, Any]
"""What a contact stores in a field and those beside it, by the names of the columns."""

COLUMNS: Final = {column.name: column.attname for column in Contact._meta.concrete_fields}
"""What is stored in the row itself; tags and ways to be reached are rows of their own, which move."""

CHOSEN: Final[Mapping[Merged, Callable[[Any, Any], Any]]] = {
    Merged.FILLED: lambda ours, theirs: ours or theirs,
    Merged.EARLIER: lambda ours, theirs: min(filter(None, (ours, theirs)), default=None),
    Merged.UNITED: lambda ours, theirs: all_lines(ours, theirs) if isinstance(ours, str) else united(ours, theirs),
    Merged.SUMMED: lambda ours, theirs: ours + theirs,
    Merged.NEVER: lambda ours, theirs: ours,
}


def all_lines(ours: str, theirs: str) -> str:
    return "\n".join(dict.fromkeys([*ours.splitlines(), *theirs.splitlines()]))


def fill(keeper: Contact, other: Contact) -> list[str]:
    """Merge the fields of `other` into `keeper`, unsaved; answers what found no place, as `Label: words`."""
    for one, another in ((keeper, other), (other, keeper)):
        if one.introduced_by_id == another.pk:
            one.introduced_by = None  # nobody introduces themselves
    in_network, lost = keeper.in_network, []
    for field in FIELDS:
        if field.name not in COLUMNS or field.beside:
            continue
        said = [words_of_field(one, field) for one in (keeper, other)] if _is_noted(field) else []
        values = _merged(_values(keeper, field), _values(other, field), field, in_network=in_network)
        for name, value in values.items():
            setattr(keeper, name, value)
        kept = words_of_field(keeper, field)
        stands = [kept] if len(values) == 1 else [words for words in said if words in kept]  # a birthday got its year
        lost += [f"{field.label}: {words}" for words in said if words and words not in stands]
    return lost


def _is_noted(field: ContactField) -> bool:
    """Whether the user said it, so that it may not vanish where two values cannot both stay."""
    return field.group is not Group.FOLLOWS and field.shown is not Shown.NOT and field.merged is not Merged.UNITED


def _merged(ours: Values, theirs: Values, field: ContactField, *, in_network: bool) -> Values:
    """A field with others beside it (a birthday, a joining and its reason) is one value; parts that agree fill up."""
    first = COLUMNS[field.name]
    if field.merged is Merged.JOINING:
        return ours if in_network or not theirs[first] else theirs
    chosen = CHOSEN[field.merged](ours[first], theirs[first])
    if field.merged is Merged.NEVER or len(ours) == 1:
        return {**ours, first: chosen}
    if all(ours[name] == theirs[name] for name in ours if ours[name] and theirs[name]):
        return {name: ours[name] or theirs[name] for name in ours}
    return ours if chosen == ours[first] else theirs


def _values(contact: Contact, field: ContactField) -> Values:
    names = [field.name, *(one.name for one in FIELDS if one.beside == field.name)]
    return {COLUMNS[name]: getattr(contact, COLUMNS[name]) for name in names}
