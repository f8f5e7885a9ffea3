"""Somebody who might be asked, as the rule of whom to ask next weighs them (R10)."""

from dataclasses import dataclass
from datetime import date

from contacts.rules.knowing import KnownAs
from contacts.rules.places import OwnPlace


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """What stands about somebody who might be asked; `called` is their name in a sentence."""

    contact_id: int
    name: str
    called: str
    phase: str = ""
    in_network: bool = True
    planned: str = ""
    """That the user planned to ask them today, in words (R22)."""

    introduced_by: str = ""
    """Who made an introduction."""

    named_by: str = ""
    """Who said that their name may be used."""

    agreed_at: str = ""
    """The event at which they agreed to meet again: `the trade fair`."""

    is_known: bool = False
    known_as: KnownAs | None = None
    at_target: str = ""
    """The target company at which they are."""

    shares: str = ""
    """One line of common ground."""

    worked_at: OwnPlace | None = None
    studied_at: OwnPlace | None = None
    position_like_mine: bool = False
    times_met: int = 0
    first_met_on: date | None = None
    told_of_use: bool = False
    revised: str = ""
    """What was revised on their advice: `pitch` or `resume`."""

    last_spoke_on: date | None = None
    connected_on: date | None = None

    @property
    def is_dormant(self) -> bool:
        """They were close once: chosen with *Long ago*, or there together until a year that is known."""
        if self.known_as is KnownAs.LONG_AGO:
            return True
        return self.known_as is None and self._together_until is not None and self.last_spoke_on is None

    @property
    def _together_until(self) -> int | None:
        """The last year at a place of both, if they knew each other by then."""
        until = self.worked_at.until if self.worked_at else None
        if until is None or (self.connected_on and self.connected_on.year > until):
            return None
        return until

    @property
    def together(self) -> str:
        """Why a dormant tie is worth a row."""
        until = self._together_until
        return f"You worked together until {until}" if until else "You have not spoken for long"
