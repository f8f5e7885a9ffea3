"""Who is known already: the people of the book and of the rows read so far, found by what tells people apart."""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Final

from contacts.rules.names import split_name
from contacts.rules.same_person import email_key, linkedin_key
from contacts.rules.words import fold, folded_words, is_written_without_spaces, without_optional_signs
from transfer.rules.person import Person


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """Somebody known, with the values that an import may fill or change.

    `id` is the contact's; a negative one is a row of the same file that is not written yet, by its number.
    `imported` names the fields (of company, position) that still say what an earlier import wrote: what is not named
    there was typed by the person, and is never overwritten.
    """

    id: int
    given_name: str = ""
    family_name: str = ""
    nickname: str = ""
    company: str = ""
    position: str = ""
    emails: tuple[str, ...] = ()
    url: str = ""
    linkedin_key: str = ""
    connected_on: date | None = None
    imported: frozenset[str] = frozenset()
    typed: bool = False
    """No import knows them: somebody typed them, or they came another way."""
    as_of: date | None = None
    """The day of the newest file that said something of them, where it is known."""

    @property
    def name(self) -> str:
        full = f"{self.given_name} {self.family_name}".strip()
        return full or self.company or next(iter(self.emails), "") or self.linkedin_key.removeprefix("/in/")


@dataclass(kw_only=True)
class Book:
    """The known people of one campaign, or as many of them as a batch of rows can meet.

    `seen` holds those whom an earlier row of the same file is already: its later rows fill, and change nothing.
    `names` keeps those with a profile apart, since a row with another profile cannot mean any of them.
    `origins` is `origin_key` of rows imported before → contact, so that who was edited since is still recognised.
    `in_file` holds the profiles that stand in the file: who has one of them is nobody with another.
    `as_of` is the day of the file, where it is known.
    """

    origins: dict[str, int] = field(default_factory=dict)
    in_file: set[str] = field(default_factory=set)
    as_of: date | None = None
    seen: set[int] = field(default_factory=set)
    people: dict[int, Known] = field(default_factory=dict, init=False)
    profiles: dict[str, int] = field(default_factory=dict, init=False)
    addresses: dict[str, list[int]] = field(default_factory=dict, init=False)
    names: dict[tuple[str, bool], list[int]] = field(default_factory=dict, init=False)
    colleagues: dict[tuple[str, str], list[int]] = field(default_factory=dict, init=False)
    days: dict[tuple[str, date], list[int]] = field(default_factory=dict, init=False)

    def add(self, known: Known) -> None:
        """Take somebody in, or take in what changed about them."""
        self.people[known.id] = known
        profile = profile_of(known)
        if profile:
            self.profiles.setdefault(profile, known.id)
        for address in addresses_of(known):
            _append(self.addresses.setdefault(address, []), known.id)
        name, nickname = name_key(known), nickname_key(known)
        for called in filter(None, {name, nickname}):
            _append(self.names.setdefault((called, bool(profile)), []), known.id)
        if name:
            if company := fold(known.company):
                _append(self.colleagues.setdefault((name, company), []), known.id)
            if known.connected_on:
                _append(self.days.setdefault((name, known.connected_on), []), known.id)


def profile_of(somebody: Known | Person) -> str:
    return somebody.linkedin_key or linkedin_key(somebody.url) or ""


def addresses_of(somebody: Known | Person) -> list[str]:
    return [key for email in somebody.emails if (key := email_key(email))]


def is_another_profile(profile: str, known: Known) -> bool:
    theirs = profile_of(known)
    return bool(profile and theirs and profile != theirs)


AROUND_A_NICKNAME: Final = frozenset("\"'(“”„‘’«")


def name_key(somebody: Known | Person) -> str:
    """The folded name without what stands behind a comma ("Hale, PhD"), without emoji and punctuation, and without the
    signs that most people leave out. Chinese, Japanese and Korean names are one word, the family first.
    """
    return _words_of(somebody.given_name, somebody.family_name)


def nickname_key(known: Known) -> str:
    """The folded nickname with the family name, under which the person may stand in another file. It asks at most."""
    return _words_of(known.nickname, known.family_name) if known.nickname else ""


def other_names(person: Person) -> list[str]:
    """How else they may be called: `Robert "Bob"` Miller is Bob, and Robert; and 山田 太郎 may stand the other way."""
    if is_written_without_spaces(person.given_name):
        return [_words_of(person.family_name, person.given_name)]
    full = f"{person.given_name} {person.family_name}"
    if AROUND_A_NICKNAME.isdisjoint(full):  # to take a name apart costs as much as the rest of its row
        return []
    parts = split_name(full)
    called = (parts.nickname, parts.given) if parts.nickname else ()
    return [_words_of(one, parts.family) for one in called if one]


@lru_cache(maxsize=4096)  # each name is asked for several times in a row
def _words_of(given: str, family: str) -> str:
    words = folded_words(without_optional_signs(f"{given} {family}".partition(",")[0]))
    if words and all(map(is_written_without_spaces, words)):
        return "".join(folded_words(f"{family} {given}"))
    return " ".join(words)


def _append(ids: list[int], contact_id: int) -> None:
    if contact_id not in ids[-1:]:
        ids.append(contact_id)
