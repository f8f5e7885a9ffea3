"""A typed name in its parts, and the name that is shown. Source: formats.md, section 8 (nothing of a name is lost)."""

from dataclasses import dataclass

from nameparser import HumanName

from contacts.rules.same_person import fold


@dataclass(frozen=True, kw_only=True)
class NameParts:
    """What a person is called; every part may be empty, not all of them."""

    prefix: str = ""
    given: str = ""
    family: str = ""
    suffix: str = ""

    def shown(self) -> str:
        """As it stands on a screen: "Dr. Wren Hale, PhD"."""
        name = " ".join(part for part in (self.prefix, self.given, self.family) if part)
        return f"{name}, {self.suffix}" if self.suffix and name else name or self.suffix

    def sorted_as(self) -> str:
        """Family name first, folded: how lists are ordered."""
        return fold(f"{self.family} {self.given}".strip() or self.shown())


def split_name(typed: str) -> NameParts:
    """The parts of a name typed into one field; a single word is a given name."""
    read = HumanName(" ".join(typed.split()))
    given = " ".join(part for part in (read.first, read.middle) if part)
    parts = NameParts(
        prefix=str(read.title)[:60], given=given[:120], family=str(read.last)[:120], suffix=str(read.suffix)[:60]
    )  # as wide as their columns: the whole name stands as it was typed
    if not parts.given and not parts.family:
        return NameParts(given=" ".join(typed.split())[:120])
    return parts


def compared(name: str, given: str, family: str) -> tuple[str, str]:
    """How a name is compared, and how it is sorted: the two copies that a contact carries, as wide as their columns."""
    return fold(name)[:240], fold(f"{family} {given}".strip() or name)[:240]
