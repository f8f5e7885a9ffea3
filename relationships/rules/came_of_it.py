"""What came of the names and introductions of one giver, in a line: whom, the one word for each, and whether they know.

And how somebody came: by a name alone, or introduced.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from accounts.rules.words import number_word
from outcomes.rules.items import ReferralState, has_introduced
from relationships.rules.history import History


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One person whom they named or introduced; `knows`: told, not told yet, or nothing to tell."""

    called: str
    state: ReferralState
    knows: bool | None = None
    introduced: bool = True
    """They did more than let their name be said."""


def came_by(history: History, giver: int) -> str:
    """How that giver led to them: who only let their name be said, or has only promised, has named them."""
    of_theirs = [one for one in history.named_by if one.giver_id == giver]
    only_named = bool(of_theirs) and not any(has_introduced(one.state, one.introduced_on) for one in of_theirs)
    return "Named by" if only_named else "Introduced by"


def came_of_it(giver: str, outcomes: Sequence[Outcome]) -> str:
    """`Introduced Halden, Beatrix and Yusra. You met all three, and Graham knows`; who lent their name `Named Ilse`."""
    made, lent = ([one.called for one in outcomes if one.introduced is how] for how in (True, False))
    to = "; ".join(f"{how} {_and(names)}" for how, names in (("Introduced", made), ("Named", lent)) if names)
    states = {one.state for one in outcomes}
    if states == {ReferralState.MET}:
        number = len(outcomes)
        met = {1: f"You met {outcomes[0].called}", 2: "You met both"}.get(number, f"You met all {number_word(number)}")
        return f"{to}. {met}{_knows(giver, outcomes)}"
    if len(states) == 1:
        return f"{to}. {outcomes[0].state.label}{_knows(giver, outcomes)}"
    by_state = [(state, [one.called for one in outcomes if one.state is state]) for state in ReferralState]
    each = "; ".join(f"{state.label}: {_and(names)}" for state, names in by_state if names)
    return f"{to}. {each}{_knows(giver, outcomes)}"


def _knows(giver: str, outcomes: Sequence[Outcome]) -> str:
    told = [one.knows for one in outcomes if one.knows is not None]
    if not told:
        return ""
    return f", and {giver} knows" if all(told) else f". {giver} does not know yet"


def _and(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
