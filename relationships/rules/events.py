"""What is written about an event afterwards, in plain values: one line of the grid for each person who was met there.

Source: docs/method.md.
"""

from dataclasses import dataclass

from meetings.rules.events import EncounterAnswer


@dataclass(frozen=True, kw_only=True)
class Met:
    """One line. `encounter_id` is the saved one that it corrects, `contact_id` who is meant, None for somebody new.

    `corrects`: name and company are theirs as they are written here; else they only say who is meant.
    """

    name: str
    company: str = ""
    contact_id: int | None = None
    encounter_id: int | None = None
    corrects: bool = False
    answer: EncounterAnswer | None = None
    shared: str = ""
    note: str = ""
    heard: bool = False
    """They heard the verbal business card."""
