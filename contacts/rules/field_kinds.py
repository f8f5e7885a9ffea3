"""What the table of a contact’s fields (fields.py) says of each: where it stands, and what a merge makes of it."""

from dataclasses import dataclass
from enum import StrEnum

from accounts.rules.words import Worded


class Group(Worded):
    """Where a field stands in the forms, in this order."""

    WHO = "who", "Who"
    KNOW = "know", "How you know them"
    WAYS = "ways", "Ways to reach them"
    WORK = "work", "Work"
    MORE = "more", "Tags and the rest"
    NAME = "name", "The name’s parts"
    PROPOSED = "proposed", "Whether they are proposed"
    FOLLOWS = "follows", "Follows from your notes"


class Shown(StrEnum):
    """Where the page of a person says it. A fact stands in the list of details, by its label; the rest is drawn."""

    FACT = "fact"
    DRAWN = "drawn"
    NOT = "not"


class Sheet(StrEnum):
    """The spreadsheet of the admin: written and read again, or only written."""

    BOTH = "both"
    OUT = "out"
    NOT = "not"


class Merged(StrEnum):
    """What becomes of it when two people are found to be one: of the keeper's value, and of the other's."""

    FILLED = "filled"  # the keeper's; the other's where the keeper has none
    EARLIER = "earlier"  # the earlier of two days
    UNITED = "united"  # both
    SUMMED = "summed"
    JOINING = "joining"  # the other's, where the keeper was in the address book
    NEVER = "never"  # the keeper's


@dataclass(frozen=True, kw_only=True)
class ContactField:
    """A field of the model, or something that hangs on a contact and is asked for like one."""

    name: str
    label: str
    group: Group | None = None
    on_form: bool = True
    inputs: tuple[str, ...] = ()
    """What the form asks for instead of the field itself."""

    width: int = 12
    """Of each input, in columns of twelve."""

    help_text: str = ""
    shown: Shown = Shown.FACT
    sheet: Sheet = Sheet.BOTH
    imported: bool = False
    """An import of a file writes it."""

    merged: Merged = Merged.FILLED
    beside: str = ""
    """The field with which it is said and merged: a month says nothing without its day."""

    because: str = ""
    """Why it lacks a place."""
