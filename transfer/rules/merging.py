"""What an imported row changes about somebody known: empty fields are filled, lists united, and nothing typed is lost.

Company and position follow a newer file as long as an import wrote them, with the old value told; a value that the
person typed stays, and the difference is shown. An empty cell never erases. Source: the format notes, rule 8.
"""

from dataclasses import dataclass, field, replace
from datetime import date

from contacts.rules.same_person import email_key
from contacts.rules.words import fold
from transfer.rules.book import Known, addresses_of, is_another_profile, name_key
from transfer.rules.person import Person


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """Two values for one field (`name`, `company`, `position` or `connected_on`); `applied` if the new one is taken."""

    field: str
    old: str
    new: str
    applied: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Changes:
    """What is to be written, and what differs. `fills` are values for fields that were empty."""

    fills: dict[str, str | date] = field(default_factory=dict)
    emails: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()

    @property
    def applied(self) -> tuple[Difference, ...]:
        return tuple(difference for difference in self.differences if difference.applied)

    @property
    def nothing(self) -> bool:
        """Whether nothing is to be written, though differences may be shown."""
        return not (self.fills or self.emails or self.applied)

    @property
    def values(self) -> dict[str, str | date]:
        """Field → what to write; e-mail addresses to add stand in `emails`."""
        return {**self.fills, **{difference.field: difference.new for difference in self.applied}}


def merge(
    known: Known, person: Person, *, first_in_file: bool = True, as_of: date | None = None, take: bool = False
) -> Changes:
    """What `person` changes about `known`. Only the first row of a file about somebody overwrites: else the same
    file again would turn their company back and forth. A file that is older than the one that spoke last overwrites
    nothing; `take` says that the user wants what the file says.
    """
    fills: dict[str, str | date] = {}
    differences: list[Difference] = []
    newer = first_in_file and _is_newer(as_of, known)
    _merge_names(known, person, fills, differences, take=take)
    for name in ("company", "position"):
        old, new = getattr(known, name), getattr(person, name)
        if new and not old:
            fills[name] = new
        elif new and new != old and fold(new) != fold(old):
            applied = take or (newer and name in known.imported)
            differences.append(Difference(field=name, old=old, new=new, applied=applied))
    _merge_profile(known, person, fills, differences, newer=take or newer)
    if person.connected_on and known.connected_on is None:
        fills["connected_on"] = person.connected_on
    elif person.connected_on and known.connected_on and person.connected_on != known.connected_on:
        old, new = known.connected_on.isoformat(), person.connected_on.isoformat()
        differences.append(Difference(field="connected_on", old=old, new=new, applied=False))
    return Changes(fills=fills, emails=_added(known, person), differences=tuple(differences))


def merged(known: Known, changes: Changes) -> Known:
    """Somebody known, after the changes."""
    values = {name: changes.values.get(name, getattr(known, name)) for name in MERGED}
    wrote = {"company", "position"} & changes.values.keys()
    return replace(known, emails=known.emails + changes.emails, imported=known.imported | wrote, **values)


MERGED = ("given_name", "family_name", "company", "position", "url", "linkedin_key", "connected_on")


def _is_newer(as_of: date | None, known: Known) -> bool:
    """Whether a file speaks of a later day than what is known; on the same day the later upload does."""
    return known.as_of is None or (as_of is not None and as_of >= known.as_of)


def _merge_names(
    known: Known, person: Person, fills: dict[str, str | date], differences: list[Difference], *, take: bool
) -> None:
    """A name is one value: half a name is not completed with half of another."""
    old, new = f"{known.given_name} {known.family_name}".strip(), f"{person.given_name} {person.family_name}".strip()
    differs = new != old and fold(new) != fold(old) and name_key(known) != name_key(person)
    if new and old and differs:
        differences.append(Difference(field="name", old=old, new=new, applied=take))
    if new and (not old or (differs and take)):
        fills.update({name: getattr(person, name) for name in ("given_name", "family_name")})


def _merge_profile(
    known: Known, person: Person, fills: dict[str, str | date], differences: list[Difference], *, newer: bool
) -> None:
    """A profile that has another address now replaces the old one; any other link only fills."""
    if is_another_profile(person.linkedin_key, known):
        old = known.url if known.url != known.linkedin_key else f"https://www.linkedin.com{known.linkedin_key}"
        differences.append(Difference(field="url", old=old, new=person.url, applied=newer))
        if newer:
            fills["linkedin_key"] = person.linkedin_key
        return
    for name in ("url", "linkedin_key"):
        if getattr(person, name) and not getattr(known, name):
            fills[name] = getattr(person, name)


def _added(known: Known, person: Person) -> tuple[str, ...]:
    if not person.emails:
        return ()
    there = set(addresses_of(known))
    added: dict[str, str] = {}
    for email in person.emails:
        if (key := email_key(email)) and key not in there:
            added.setdefault(key, email)
    return tuple(added.values())
