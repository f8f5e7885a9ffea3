"""A person as a file tells of them, before anybody decided whether they are new. Plain values, whatever the format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any, Self

from contacts.rules.names import without_titles

# The caption in `details` under which a record's date stands as it was written, when no day could be read from it.
CONNECTED_ON = "Connected On"

SUFFIX_CHARACTERS = 60  # what the titles before a name, and the letters after it, have room for
NAME_CHARACTERS = 240  # what the shown name of a contact holds


class Shares(StrEnum):
    NOTHING = ""
    NAME = "name"
    DAY = "day"
    """The name, and the day of connecting with it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """What one record says. Texts are trimmed and NFC; an empty text is "not said", and never erases anything.

    `details` holds what has no field of its own, labelled as in the file, so that nothing is lost.
    """

    given_name: str = ""
    family_name: str = ""
    prefix: str = ""
    suffix: str = ""
    company: str = ""
    position: str = ""
    emails: tuple[str, ...] = ()
    url: str = ""
    linkedin_key: str = ""
    connected_on: date | None = None
    details: Mapping[str, str] = field(default_factory=dict)
    shares: Shares = Shares.NOTHING
    """What it shares with another row of its file that is somebody else: what two have tells neither."""

    @property
    def name(self) -> str:
        """What to call them: their name, else whatever is known that tells them apart."""
        full = " ".join(filter(None, (self.prefix, self.given_name, self.family_name)))
        if full and self.suffix:
            full = f"{full}, {self.suffix}"
        called = (
            full or self.company or next(iter(self.emails), "") or self.linkedin_key.removeprefix("/in/") or self.url
        )
        return called[:NAME_CHARACTERS]

    def in_parts(self) -> Self:
        """With titles and the letters after the name in their own parts: "Dr. Wren" is Wren, "Hale, PhD" is Hale.

        Behind the comma of a family name stands no company: whatever it is, it is not the name.
        """
        title, given = without_titles(self.given_name)
        family, _, after = (part.strip(" ,") for part in self.family_name.partition(","))
        divided = self
        if title and not self.prefix and len(title) <= SUFFIX_CHARACTERS:
            divided = replace(divided, prefix=title, given_name=given)
        if family and after and not self.suffix and len(after) <= SUFFIX_CHARACTERS:
            divided = replace(divided, family_name=family, suffix=after)
        return divided

    def as_json(self) -> dict[str, Any]:
        """For a staging table: only what is said, in types that JSON knows."""
        said: dict[str, Any] = {name: value for name in TEXTS if (value := getattr(self, name))}
        if self.emails:
            said["emails"] = list(self.emails)
        if self.connected_on is not None:
            said["connected_on"] = self.connected_on.isoformat()
        if self.details:
            said["details"] = dict(self.details)
        if self.shares:
            said["shares"] = self.shares.value
        return said

    @classmethod
    def from_json(cls, said: Mapping[str, Any]) -> Self:
        day = said.get("connected_on")
        return cls(
            **{name: said[name] for name in TEXTS if name in said},
            emails=tuple(said.get("emails", ())),
            connected_on=date.fromisoformat(day) if day else None,
            details=dict(said.get("details", {})),
            shares=Shares(said.get("shares", "")),
        )


TEXTS = ("given_name", "family_name", "prefix", "suffix", "company", "position", "url", "linkedin_key")
