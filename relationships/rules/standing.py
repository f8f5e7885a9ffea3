"""Law 3: the copies that a contact carries of what follows from their history. Lists filter and sort by them."""

from dataclasses import dataclass
from datetime import date

from contacts.rules.phases import Phase, phase_of, reached
from relationships.rules.cup import cup_days
from relationships.rules.days import four_days
from relationships.rules.history import History
from relationships.rules.phase import evidence_of


@dataclass(frozen=True, kw_only=True)
class Standing:
    """The copies, named as the fields of the contact. Days are None where there is none."""

    phase: str
    obtain_on: date | None
    use_on: date | None
    held_count: int
    first_held_on: date | None
    last_spoke_on: date | None
    owed_on: date | None
    acts_on: date | None
    free_on: date | None
    quiet_on: date | None


def standing_of(history: History) -> Standing:
    """What follows from the history, whatever today is."""
    evidence, cups, days = evidence_of(history), cup_days(history), four_days(history)
    phases = reached(evidence) if history.in_network else {}
    return Standing(
        phase=phase_of(evidence).value if history.in_network else "",
        obtain_on=phases.get(Phase.OBTAIN),
        use_on=phases.get(Phase.USE),
        held_count=len(cups),
        first_held_on=cups[0] if cups else None,
        last_spoke_on=history.last_spoke_on,
        owed_on=days.owed_on,
        acts_on=days.acts_on,
        free_on=days.free_on,
        quiet_on=days.quiet_on,
    )
